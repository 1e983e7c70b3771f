package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Started;
import org.plumbline.tools.run.LiveRun;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From ports to a recording, nothing judged. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Record a session from serial ports.",
    description = {
      "",
      "Keeps everything that the ports send until Ctrl-C, and says when a port or sensor has a"
          + " problem. If the program or the computer stops, at most the last second is missing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline record /dev/ttyUSB0 --out s07.plog --subject S07",
      "  plumbline analyze s07.plog --exercise squat"
    })
final class RecordCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE.plog",
      required = true,
      description = "The recording; it must not exist yet.")
  private Path file = Path.of("");

  @Mixin private ExerciseOptions exercise = new ExerciseOptions();
  @Mixin private ProtocolOptions protocol = new ProtocolOptions();
  @Mixin private BodyOptions body = new BodyOptions();
  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Override
  public Integer call() throws IOException {
    Meters meters = new Meters();
    Contexts contexts = new Contexts(exercise, body, new FileOptions(), protocol);
    contexts.requireOnePerson(Texts.get("cli.reference.today"), exercise.subject());
    LiveRun.Plan plan =
        new LiveRun.Plan(
            exercise.subject().orElse(Started.UNNAMED),
            Main.software(),
            ports.livePorts(meters),
            Optional.of(file),
            contexts.asked());
    metrics.around(meters, spec, () -> run(plan, meters));
    return 0;
  }

  private void run(LiveRun.Plan plan, Meters meters) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (LiveRun run = LiveRun.start(plan, meters)) {
      CleanExit.duringWithPorts(
          () -> run.stop(LiveControls.ENDED_BY_OPERATOR), () -> record(run, out));
    }
  }

  private void record(LiveRun run, PrintWriter out) throws IOException {
    out.println(Texts.get("cli.record.started", file));
    out.flush();
    Watcher links = new LinkLines(run::links, spec.commandLine().getErr());
    SessionRun.Outcome outcome = run.run(links);
    out.println(
        Texts.get(
            "cli.record.ended", Texts.number(outcome.lastNanos() / 1e9, 1), outcome.events()));
    out.println(Texts.get("cli.wrote.recording", file));
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
  }
}
