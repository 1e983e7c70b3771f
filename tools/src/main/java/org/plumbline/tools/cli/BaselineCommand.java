package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.quality.ReferenceCheck;
import org.plumbline.analyzer.quality.ReferenceWords;
import org.plumbline.analyzer.report.DriftJson;
import org.plumbline.analyzer.report.DriftReport;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.set.ReferenceDrift;
import org.plumbline.analyzer.set.ReferenceDrift.Drift;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.analyzer.text.Wrapped;
import org.plumbline.tools.run.VerdictWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a person's reference sessions are worth. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Show what a person's reference sessions are worth.",
    description = {
      "",
      "Reads the FILEs as --reference of analyze does, in the order of time: how many repetitions"
          + " each has, how every figure that the rules read changed from the first to the last,"
          + " and whether the reference itself is beyond a limit for everyone.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline baseline first-visit.plog second-visit.plog -e squat",
      "  plumbline baseline first-visit.plog second-visit.plog --report own-reference.html",
      "  plumbline baseline first-visit.plog --json baseline.json",
      "  plumbline analyze today.plog -e squat --reference first-visit.plog --reference"
          + " second-visit.plog",
      "",
      "Exit status: 0 done, 1 a file could not be read or has too few repetitions, 2 wrong words."
    })
final class BaselineCommand implements Callable<Integer> {

  private static final int WIDTH = 98;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Recordings or tables of good repetitions, the first session first.")
  private List<Path> files = List.of();

  @Mixin private ExerciseOptions exercise = new ExerciseOptions();
  @Mixin private FileOptions table = new FileOptions();

  @Mixin private JsonOptions json = new JsonOptions();

  @Option(names = "--csv", paramLabel = "OUT.csv", description = "Write the levels as a table.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "OUT.html",
      description = "Write a page for people, one HTML file.")
  private Optional<Path> report = Optional.empty();

  @Override
  public Integer call() throws IOException {
    json.requireFree();
    json.requireFree(csv);
    json.requireFree(report);
    if (!exercise.references().isEmpty()) {
      throw exercise.wrong(Texts.get("cli.baseline.reference"));
    }
    Contexts contexts = new Contexts(exercise, new BodyOptions(), table);
    Exercise done = done(contexts);
    ReferenceSessions sessions = contexts.references(done, files);
    Baseline baseline = sessions.baseline();
    List<Drift> drifts = ReferenceDrift.between(done, sessions.results());
    List<String> notes =
        ReferenceCheck.beyond(AnalysisContext.of(done, List.of(), Optional.of(baseline))).stream()
            .map(ReferenceWords::beyond)
            .toList();
    print(done, sessions, baseline, drifts, notes);
    PrintWriter out = spec.commandLine().getOut();
    if (csv.isPresent()) {
      ReportFile.write(csv.get(), DriftReport.csv(done, named(sessions), drifts));
      out.println(Texts.get("cli.wrote.csv", csv.get()));
    }
    if (report.isPresent()) {
      ReportFile.write(
          report.get(), DriftReport.html(done, named(sessions), drifts, notes, Main.software()));
      out.println(Texts.get("cli.wrote.report", report.get()));
    }
    json.write(
        () -> DriftJson.document(done.id(), named(sessions), drifts, notes), "cli.wrote.json", out);
    return 0;
  }

  private static List<DriftJson.Session> named(ReferenceSessions sessions) {
    return sessions.each().stream()
        .map(one -> new DriftJson.Session(one.name(), one.repetitions()))
        .toList();
  }

  private Exercise done(Contexts contexts) throws IOException {
    Optional<Exercise> named = exercise.exercise();
    if (named.isPresent()) {
      return named.get();
    }
    return contexts
        .exerciseOf(files.get(0))
        .orElseThrow(() -> exercise.wrong(Texts.get("cli.baseline.exercise", files.get(0))));
  }

  private void print(
      Exercise done,
      ReferenceSessions sessions,
      Baseline baseline,
      List<Drift> drifts,
      List<String> notes) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        Texts.get(
            "cli.baseline.head", done.name(), sessions.each().size(), baseline.repetitions()));
    int number = 1;
    for (ReferenceSessions.One one : sessions.each()) {
      String key =
          one.repetitions() < ReferenceSet.FEW_REPETITIONS
              ? "cli.baseline.few"
              : "cli.baseline.session";
      out.println(
          Texts.get(key, number++, one.name(), one.repetitions(), ReferenceSet.FEW_REPETITIONS));
    }
    out.println();
    if (notes.isEmpty()) {
      out.println(Texts.get("cli.baseline.within"));
    }
    for (String note : notes) {
      Wrapped.lines(Texts.get("cli.note", note), "", WIDTH).forEach(out::println);
    }
    out.println();
    out.println(
        Texts.get(sessions.each().size() > 1 ? "cli.baseline.drift" : "cli.baseline.levels"));
    drifts.forEach(drift -> print(out, drift));
    if (sessions.each().size() > 1) {
      out.println("  " + Texts.get("cli.chance"));
    }
  }

  private static void print(PrintWriter out, Drift drift) {
    String unit = Names.unitBehind(drift.unit());
    int decimals = VerdictWords.decimals(drift.unit());
    out.println("  " + Names.withSide(Names.metric(drift.metric()), drift.side()));
    out.println(
        "    "
            + drift.levels().stream()
                .map(level -> level.map(one -> BlockLines.level(one, decimals, unit)).orElse("–"))
                .collect(Collectors.joining(" → ")));
    drift
        .change()
        .ifPresent(change -> out.println("    " + BlockLines.difference(change, decimals, unit)));
  }
}
