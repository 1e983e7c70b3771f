package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.CalibrationJson;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionSource;
import org.plumbline.tools.run.ContextSource;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.VerdictWords;
import org.plumbline.tools.run.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From a set-up to a file that later sessions can use. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Find how the sensors sit, from a recording that holds a set-up.",
    description = {
      "",
      "Analyzes FILE and prints a line per sensor: what its calibration was taken from, its quality"
          + " (1 is best) and its errors. With --out it is kept, to be used with --calibration in"
          + " sessions with the same placement. A file without set-up movements is calibrated by"
          + " the first repetitions of the exercise that it shows; name it with --exercise.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline calibrate s07.plog --out s07-calibration.json",
      "  plumbline calibrate squat.csv -p three-imu-squat -e squat",
      "  plumbline analyze later.plog -e squat --calibration s07-calibration.json"
    })
final class CalibrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A recording or a table.")
  private Path file = Path.of("");

  @Mixin private ExerciseOptions exercise = new ExerciseOptions();
  @Mixin private BodyOptions body = new BodyOptions();
  @Mixin private FileOptions table = new FileOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT.json",
      description = "Keep the calibrations in this file.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Replace OUT.json if it exists.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    KeptFiles.requireFree(out, force);
    SessionFile from = SessionFile.at(file, table, exercise.subject());
    SessionResult result = result(from, new Contexts(exercise, body, table).asked());
    PrintWriter print = spec.commandLine().getOut();
    if (result.synthetic()) {
      print.println(Texts.get("synthetic"));
    }
    String notJudged = Texts.get("note.no-context"); // nobody asked for that here
    result.notes().stream()
        .filter(note -> !note.equals(notJudged))
        .forEach(note -> print.println(Texts.get("cli.note", note)));
    if (result.calibrations().isEmpty()) {
      throw new IOException(Texts.get("cli.calibrate.nothing", file));
    }
    result.calibrations().forEach(one -> print.println(line(one)));
    if (out.isPresent()) {
      ReportFile.write(out.get(), CalibrationJson.write(result.calibrations()) + "\n");
      print.println(Texts.get("cli.wrote.calibration", out.get()));
    }
    return 0;
  }

  private static SessionResult result(SessionFile from, Optional<ContextApplied> context)
      throws IOException {
    SessionSource log = from.open();
    try (SessionSource source = context.isPresent() ? new ContextSource(log, context.get()) : log) {
      SessionRun.Outcome outcome =
          new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      return outcome.result();
    }
  }

  private static String line(StoredCalibration stored) {
    SegmentCalibration calibration = stored.calibration();
    return Texts.get(
        "cli.calibrate.line",
        VerdictWords.place(stored.location()),
        Names.calibration(calibration.origin().id()),
        Texts.number(calibration.quality(), 2),
        degrees(calibration.sagittalErrorRad()),
        degrees(calibration.frontalErrorRad()),
        degrees(calibration.lateralErrorRad()));
  }

  private static String degrees(double rad) {
    return Texts.number(FastMath.toDegrees(rad), 1);
  }
}
