package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;
import org.plumbline.device.session.LinkStatus;
import org.plumbline.tools.run.Watcher;

/** Tells on standard error when a port comes, goes or has a problem; each change once. */
final class LinkLines implements Watcher {
  private final Supplier<List<LinkStatus>> links;
  private final PrintWriter err;
  private final Map<String, String> told = new HashMap<>();

  LinkLines(Supplier<List<LinkStatus>> links, PrintWriter err) {
    this.links = links;
    this.err = err;
  }

  @Override
  public void event(SessionEvent event) {
    if (!(event instanceof Tick)) {
      return;
    }
    for (LinkStatus link : links.get()) {
      String now = sentence(link);
      if (!now.isEmpty() && !now.equals(told.get(link.port()))) {
        told.put(link.port(), now);
        err.println("plumbline: " + now);
      }
    }
  }

  private String sentence(LinkStatus link) {
    if (!link.problem().isEmpty()) {
      return link.problem();
    }
    return switch (link.state()) {
      case ASKING -> Texts.get("cli.link.asking", link.port());
      case RUNNING -> link.link().samples() > 0 ? Texts.get("cli.link.running", link.port()) : "";
      // Before a port was ever open it is not away yet.
      case AWAY -> told.containsKey(link.port()) ? Texts.get("cli.link.away", link.port()) : "";
      case STOPPING, STOPPED -> "";
    };
  }
}
