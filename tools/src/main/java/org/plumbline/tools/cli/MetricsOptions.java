package org.plumbline.tools.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.MetricsPage;
import picocli.CommandLine.Option;

/** Whether and how the program shows what it counts about itself. */
final class MetricsOptions {

  @Option(
      names = "--metrics",
      description = "Print bytes, frames, losses, queue depth, decode and analysis time at the end.")
  private boolean print;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Serve the same to Prometheus at http://127.0.0.1:PORT/metrics while the command runs (this"
              + " computer only; 0 takes any free port). Without it nothing listens.")
  private Optional<Integer> port = Optional.empty();

  /** Opens the page if it was asked for; closing it is the caller's. */
  Closeable open(Meters meters, PrintWriter err) throws IOException {
    if (port.isEmpty()) {
      return () -> {};
    }
    MetricsPage page = MetricsPage.open(meters, port.get());
    err.println(Texts.get("cli.metrics.at", page.address()));
    return page;
  }

  /** Prints the figures if they were asked for. */
  void print(Meters meters, PrintWriter out) {
    if (print) {
      out.println();
      out.println(Texts.get("cli.metrics.title"));
      meters.lines().forEach(line -> out.println("  " + line));
    }
  }
}
