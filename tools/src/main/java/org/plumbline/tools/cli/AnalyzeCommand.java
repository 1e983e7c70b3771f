package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.report.AngleCsv;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionSource;
import org.plumbline.tools.cli.ReportOptions.ReportFiles;
import org.plumbline.tools.run.ContextSource;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.OneSetSource;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From files to results. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Analyze recordings or tables and write results.",
    description = {
      "",
      "Reads each FILE as fast as it can, prints a short table and writes the results that are"
          + " asked for. What a file is, is told by its content. A recording keeps the exercise,"
          + " limits and reference it was made with unless --exercise names others. Where a file"
          + " has no set start and stop, the whole of it is one set.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline analyze walk-in.plog",
      "  plumbline analyze squat.csv --profile three-imu-squat --exercise squat --report"
          + " squat.html",
      "  plumbline analyze today.plog --exercise squat --reference first-visit.plog --json"
          + " today.json",
      "  plumbline analyze study/*.csv -p study.yaml -e bridge --out results",
      "  plumbline analyze today.plog --protocol banded-against-unbanded",
      "  plumbline analyze thigh.txt shank.txt -p xsens-mt -e squat --placement"
          + " left-thigh,left-shank",
      "",
      "Exit status: 0 done, 1 a file could not be read or written, 2 wrong words."
    })
final class AnalyzeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings or tables.")
  private List<Path> files = List.of();

  @Mixin private ExerciseOptions exercise = new ExerciseOptions();
  @Mixin private ProtocolOptions protocol = new ProtocolOptions();
  @Mixin private BodyOptions body = new BodyOptions();
  @Mixin private FileOptions table = new FileOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Write all results of every FILE into this folder, named after the file.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--angles",
      paramLabel = "OUT.csv",
      description =
          "Write all joint and segment angles of every 10 ms with their errors (see"
              + " docs/report-format.md).")
  private Optional<Path> angles = Optional.empty();

  @Option(
      names = "--angles-causal",
      description =
          "With --angles: each angle as it was known at its instant, as a live display would have"
              + " it. Without, wobble that is faster than the movement is smoothed away with 0.2 s"
              + " on either side at most.")
  private boolean causal;

  @Option(
      names = "--placement",
      paramLabel = "PLACE",
      split = ",",
      description =
          "The FILEs are one session that began at the same instant, one sensor each, worn at these"
              + " places in this order, e.g. left-thigh,left-shank.")
  private List<String> placement = List.of();

  @Option(
      names = "--together",
      description = "The FILEs are one session; the profile says where each sensor was worn.")
  private boolean together;

  @Option(
      names = "--one-set",
      description =
          "Each FILE as a whole is one set: every movement counts, however few there are. Without,"
              + " three alike make a set where nobody pressed start.")
  private boolean oneSet;

  @Mixin private CorrectionOptions corrections = new CorrectionOptions();
  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Override
  public Integer call() throws IOException {
    boolean one = together || !placement.isEmpty();
    if (files.size() > 1 && !one && namesOneFile()) {
      throw new ParameterException(spec.commandLine(), Texts.get("cli.analyze.several"));
    }
    if (causal && angles.isEmpty()) {
      throw new ParameterException(spec.commandLine(), Texts.get("cli.analyze.causal"));
    }
    Optional<ContextApplied> context = new Contexts(exercise, body, table, protocol).asked();
    Meters meters = new Meters();
    AtomicInteger failed = new AtomicInteger();
    metrics.around(
        meters,
        spec,
        () -> {
          if (one) {
            analyzeOne(
                SessionFile.joined(files, table, placement, exercise.subject()), context, meters);
            return;
          }
          for (Path file : files) {
            failed.addAndGet(analyze(file, context, meters));
          }
        });
    return failed.get() == 0 ? 0 : 1;
  }

  private boolean namesOneFile() {
    return report.namesFiles() || angles.isPresent() || corrections.isAsked();
  }

  /** One of many files that cannot be read does not stop the others. */
  private int analyze(Path path, Optional<ContextApplied> context, Meters meters)
      throws IOException {
    if (files.size() == 1) {
      analyzeOne(SessionFile.at(path, table, exercise.subject()), context, meters);
      return 0;
    }
    try {
      analyzeOne(SessionFile.at(path, table, exercise.subject()), context, meters);
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("plumbline: " + e.getMessage());
      return 1;
    }
  }

  private void analyzeOne(SessionFile file, Optional<ContextApplied> context, Meters meters)
      throws IOException {
    Path path = file.path();
    if (!file.isRecording() && context.isEmpty()) {
      throw new ParameterException(spec.commandLine(), Texts.get("cli.analyze.exercise", path));
    }
    ReportFiles wanted =
        out.map(folder -> ReportFiles.in(folder, file.stem())).orElse(report.files());
    report.requireFree(wanted, angles);
    new Contexts(exercise, body, table).requireOtherThanReference(file);
    Instant when = Instant.now();
    long start = System.nanoTime();
    StartWatcher started = new StartWatcher();
    SessionResult result = result(file, context, started, meters);
    if (files.size() > 1 && file.parts() == 1) {
      spec.commandLine().getOut().println();
      spec.commandLine().getOut().println(path);
    }
    new SummaryTable(spec.commandLine().getOut()).print(result);
    Reports.write(
        result, Reports.run(when, started.recordedAt(), Optional.of(path), start), wanted);
    wanted.tell(spec.commandLine().getOut());
    corrections
        .save()
        .ifPresent(to -> spec.commandLine().getOut().println(Texts.get("cli.wrote.recording", to)));
    angles.ifPresent(to -> spec.commandLine().getOut().println(Texts.get("cli.wrote.angles", to)));
  }

  private SessionResult result(
      SessionFile file, Optional<ContextApplied> context, Watcher watcher, Meters meters)
      throws IOException {
    if (angles.isEmpty()) {
      return result(file, context, watcher, meters, Optional.empty());
    }
    SessionResult[] result = new SessionResult[1];
    ReportFile.write(
        angles.get(),
        out -> {
          AngleCsv table = new AngleCsv(out, causal ? 0 : AngleListener.EXERCISE_REACH_SECONDS);
          result[0] = result(file, context, watcher, meters, Optional.of(table));
          table.finish();
        });
    return result[0];
  }

  private SessionResult result(
      SessionFile file,
      Optional<ContextApplied> context,
      Watcher watcher,
      Meters meters,
      Optional<AngleListener> angles)
      throws IOException {
    List<Correction> byHand = corrections.read();
    try (SessionSource source = CorrectionOptions.merged(source(file, context), byHand);
        EventSink kept = corrections.sink(file, byHand);
        Progress progress = new Progress(file.stem(), source::progress)) {
      SessionRun.Outcome outcome =
          new SessionRun(source, kept, Watcher.both(watcher, progress), meters, angles).run();
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      return outcome.result();
    }
  }

  private SessionSource source(SessionFile file, Optional<ContextApplied> context)
      throws IOException {
    SessionSource log = oneSet ? new OneSetSource(file.open()) : file.open();
    return context.isPresent() ? new ContextSource(log, context.get()) : log;
  }
}
