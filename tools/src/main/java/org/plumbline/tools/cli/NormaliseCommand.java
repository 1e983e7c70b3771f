package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.emg.ReferenceContraction;
import org.plumbline.analyzer.emg.ReferenceContraction.Result;
import org.plumbline.analyzer.emg.ReferenceContraction.Trial;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.analyzer.exercise.NormalisationJson;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.SampleDigest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What 100 % of each muscle is. */
@Command(
    name = "normalise",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Measure what 100 %% of each muscle is, from contractions that were asked for.",
    description = {
      "",
      "Each TRIAL is a recording or table of one contraction, named after its position:"
          + " prone=t1.plog. A recording with marks holds several: a mark with the note"
          + " \"reference POSITION\" begins one, the next mark or its end ends it.",
      "",
      "MVIC, for each muscle: 3 trials in at least 2 positions (for the gluteals lying prone with a"
          + " bent knee, and squeezing while standing), 3 to 5 s of pushing as hard as possible"
          + " against something that does not move, a minute of rest between them. The best half"
          + " second of all trials is 100 %%.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline normalise prone=t1.plog prone=t2.plog standing=t3.plog --out refs.json",
      "  plumbline normalise session.plog --electrodes visit-2 --out refs.json",
      "  plumbline normalise one-leg=stance.plog --kind submaximal --out refs.json",
      "  plumbline analyze today.plog -e bridge --normalisation refs.json",
      "",
      "Exit status: 0 done, 1 no muscle has a reference or a file could not be read, 2 wrong words."
    })
final class NormaliseCommand implements Callable<Integer> {

  /** Trials that differ by more are told: the person may not have pushed as hard each time. */
  private static final double WIDE_SPREAD = 1.5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TRIAL", arity = "1..*", description = "[POSITION=]FILE")
  private List<String> trials = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "mvic, submaximal (a standard task, compares within this person only) or session (a set"
              + " of this session). The unit of a level follows it. Default: ${DEFAULT-VALUE}")
  private String kind = "mvic";

  @Option(
      names = "--electrodes",
      paramLabel = "ID",
      description =
          "Which application of electrodes this is, e.g. visit-2. References end with it.")
  private Optional<String> electrodes = Optional.empty();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Where to write the references, for --normalisation.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace FILE if it exists already.")
  private boolean force;

  @Mixin private FileOptions table = new FileOptions();

  @Override
  public Integer call() throws IOException {
    Normalisation.Kind asked = kind();
    KeptFiles.requireFree(out, force);
    Map<String, List<Trial>> byMuscle = new LinkedHashMap<>();
    Map<List<String>, Path> seen = new HashMap<>();
    for (String words : trials) {
      int equals = words.indexOf('=');
      String position = equals > 0 ? words.substring(0, equals) : "";
      SessionFile file =
          SessionFile.at(Path.of(words.substring(equals + 1)), table, Optional.empty());
      Path before = seen.putIfAbsent(SampleDigest.of(file.open()), file.path());
      if (before != null) {
        throw new IOException(Texts.get("cli.normalise.same", before, file.path()));
      }
      ReferenceTrials.read(file, position)
          .forEach(
              (muscle, found) ->
                  byMuscle.computeIfAbsent(muscle, key -> new ArrayList<>()).addAll(found));
    }
    List<Normalisation> references = new ArrayList<>();
    byMuscle.forEach((muscle, found) -> conclude(asked, muscle, found).ifPresent(references::add));
    if (references.isEmpty()) {
      spec.commandLine().getErr().println("plumbline: " + Texts.get("cli.normalise.none"));
      return 1;
    }
    ReportFile.write(out, NormalisationJson.write(references));
    spec.commandLine().getOut().println(Texts.get("cli.normalise.wrote", out));
    return 0;
  }

  private Normalisation.Kind kind() {
    for (Normalisation.Kind one : Normalisation.Kind.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return one;
      }
    }
    throw new ParameterException(spec.commandLine(), Texts.get("cli.normalise.kind", kind));
  }

  private Optional<Normalisation> conclude(
      Normalisation.Kind asked, String muscle, List<Trial> found) {
    PrintWriter lines = spec.commandLine().getOut();
    int number = 0;
    for (Trial trial : found) {
      number++;
      String position = trial.position().isEmpty() ? "–" : trial.position();
      trial.problem().ifPresent(code -> lines.println(Texts.get("reason." + code, muscle)));
      lines.println(
          trial.volts().isPresent()
              ? Texts.get(
                  "cli.normalise.trial",
                  muscle,
                  number,
                  position,
                  Texts.number(trial.volts().getAsDouble() * 1e6, 1))
              : Texts.get("cli.normalise.no-trial", muscle, number, position));
    }
    Optional<Result> result =
        asked == Normalisation.Kind.MVIC
            ? ReferenceContraction.maximum(found)
            : ReferenceContraction.mean(found);
    if (result.isEmpty()) {
      lines.println(
          Texts.get(
              "cli.normalise.too-few",
              muscle,
              ReferenceContraction.usable(found).size(),
              ReferenceContraction.positions(found)));
      return Optional.empty();
    }
    double microvolts = result.get().volts() * 1e6;
    lines.println(Texts.get("cli.normalise.muscle", muscle, Texts.number(microvolts, 1)));
    if (result.get().spread() > WIDE_SPREAD) {
      lines.println(
          Texts.get("cli.normalise.spread", muscle, Texts.number(result.get().spread(), 1)));
    }
    List<Normalisation.Trial> kept =
        ReferenceContraction.usable(found).stream()
            .map(
                one ->
                    new Normalisation.Trial(
                        one.position(), rounded(one.volts().getAsDouble() * 1e6)))
            .toList();
    return Optional.of(
        new Normalisation(muscle, asked, microvolts, electrodes)
            .with(new Normalisation.Trials(kept, rounded(result.get().spread()))));
  }

  /** A file is no place for digits that mean nothing. */
  private static double rounded(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
  }
}
