package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.tools.live.LiveWindow;
import org.plumbline.tools.live.SessionBoard;
import org.plumbline.tools.live.SessionControls;
import org.plumbline.tools.run.Watcher;

/** Where a session is shown: as lines on the terminal always, and in the window if there is one. */
final class Stage {
  private final Watcher watcher;
  private final Optional<LiveWindow> window;
  private final PrintWriter out;

  private Stage(PrintWriter out, Watcher watcher, Optional<LiveWindow> window) {
    this.out = out;
    this.watcher = watcher;
    this.window = window;
  }

  /** Lines only. */
  static Stage onTerminal(PrintWriter out) {
    out.println(Texts.get("intent"));
    out.flush();
    return new Stage(out, new RepetitionLines(out), Optional.empty());
  }

  /**
   * Lines and the window.
   *
   * @param onClose called when the user has closed the window
   */
  static Stage inWindow(
      PrintWriter out, String source, SessionControls controls, Runnable onClose) {
    out.println(Texts.get("intent"));
    out.flush();
    SessionBoard board = new SessionBoard();
    LiveWindow window = LiveWindow.open(source, board::view, controls, onClose);
    return new Stage(
        out, Watcher.both(new RepetitionLines(out), new BoardWatcher(board)), Optional.of(window));
  }

  /** Whether there is a window. */
  boolean hasWindow() {
    return window.isPresent();
  }

  /** This stage and one more who looks on. */
  Watcher with(Watcher other) {
    return Watcher.both(watcher, other);
  }

  /** Waits until the user has closed the window; does not wait where there is none. */
  void awaitClosed() {
    try {
      if (window.isPresent()) {
        if (window.get().isOpen()) {
          out.println(Texts.get("cli.window.close"));
          out.flush();
        }
        window.get().awaitClosed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record BoardWatcher(SessionBoard board) implements Watcher {
    @Override
    public void event(SessionEvent event) {
      board.accept(event);
    }

    @Override
    public void notice(Notice notice) {
      board.notice(notice);
    }

    @Override
    public void live(LiveState state) {
      board.live(state);
    }
  }
}
