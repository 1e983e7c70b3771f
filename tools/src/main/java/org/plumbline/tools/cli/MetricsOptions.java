package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.MetricsPage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether and how the program shows what it counts about itself. */
final class MetricsOptions {

  @Option(
      names = "--metrics",
      description =
          "Print bytes, frames, losses, queue depth, decode and analysis time at the end.")
  private boolean print;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Serve the same to Prometheus at http://127.0.0.1:PORT/metrics while the command runs (this"
              + " computer only; 0 takes any free port). Without it nothing listens.")
  private Optional<Integer> port = Optional.empty();

  /**
   * Does the work, serving the page meanwhile if it was asked for, and prints what was asked for.
   */
  void around(Meters meters, CommandSpec spec, CleanExit.Work work) throws IOException {
    if (port.isEmpty()) {
      work.run();
    } else {
      try (MetricsPage page = MetricsPage.open(meters, port.get())) {
        spec.commandLine().getErr().println(Texts.get("cli.metrics.at", page.address()));
        work.run();
      }
    }
    print(meters, spec.commandLine().getOut());
  }

  private void print(Meters meters, PrintWriter out) {
    if (print) {
      out.println();
      out.println(Texts.get("cli.metrics.title"));
      meters.lines().forEach(line -> out.println("  " + line));
    }
  }
}
