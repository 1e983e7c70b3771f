package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionSource;
import org.plumbline.tools.live.LiveWindow;
import org.plumbline.tools.run.ContextSource;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.Pace;
import org.plumbline.tools.run.PacedSource;
import org.plumbline.tools.run.SessionRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A file played as it happened. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Play a recording or table, in the window or as lines.",
    description = {
      "",
      "Shows a session again as it happened, at its own pace or faster, in the same window as a"
          + " live one; the verdicts are those of the live session. Without a display, or with"
          + " --headless, it prints a line per repetition.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline replay monday.plog",
      "  plumbline replay monday.plog --speed 4 --report monday.html",
      "  plumbline replay squat.csv -p three-imu-squat -e squat --headless --speed max"
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A recording or a table.")
  private Path file = Path.of("");

  @Mixin private ExerciseOptions exercise = new ExerciseOptions();
  @Mixin private BodyOptions body = new BodyOptions();
  @Mixin private FileOptions table = new FileOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  @Option(names = "--headless", description = "No window, even where there is a display.")
  private boolean headless;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      converter = Speed.Converter.class,
      description = "Times real time, or max for as fast as possible. Default: ${DEFAULT-VALUE}.")
  private Speed speed = Speed.REAL_TIME;

  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Override
  public Integer call() throws IOException {
    SessionFile from = SessionFile.at(file, table, exercise.subject());
    Contexts contexts = new Contexts(exercise, body, table);
    contexts.requireFitting(from);
    Optional<ContextApplied> context = contexts.asked();
    if (!from.isRecording() && context.isEmpty()) {
      throw new ParameterException(spec.commandLine(), Texts.get("cli.analyze.exercise", file));
    }
    report.requireFree(report.files());
    Meters meters = new Meters();
    metrics.around(meters, spec, () -> play(from, context, meters));
    return 0;
  }

  private void play(SessionFile from, Optional<ContextApplied> context, Meters meters)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Pace pace = new Pace(speed.times());
    Instant when = Instant.now();
    long start = System.nanoTime();
    SessionSource log = from.open();
    SessionSource judged = context.isPresent() ? new ContextSource(log, context.get()) : log;
    try (PacedSource paced = new PacedSource(judged, pace)) {
      Stage stage = stage(out, pace, paced);
      CleanExit.during(pace::stop, () -> show(paced, stage, meters, when, start));
      stage.awaitClosed();
    }
  }

  private void show(PacedSource paced, Stage stage, Meters meters, Instant when, long start)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    StartWatcher started = new StartWatcher();
    SessionRun.Outcome outcome =
        new SessionRun(paced, EventSink.none(), stage.with(started), meters).run();
    new SummaryTable(out).print(outcome.result());
    Reports.write(
        outcome.result(),
        Reports.run(when, started.recordedAt(), Optional.of(file), start),
        report.files());
    report.files().tell(out);
    out.flush();
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
  }

  private Stage stage(PrintWriter out, Pace pace, PacedSource paced) {
    if (headless || !LiveWindow.possible()) {
      return Stage.onTerminal(out);
    }
    String name = String.valueOf(file.getFileName());
    return Stage.inWindow(out, name, new PacePlayback(pace, paced::progress), pace::stop);
  }
}
