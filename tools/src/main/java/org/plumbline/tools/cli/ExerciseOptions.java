package org.plumbline.tools.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.NormalisationJson;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Started;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done and what it is held against: the words that become the context of an analysis. */
final class ExerciseOptions {
  private static final Pattern VOLTAGE = Pattern.compile("([0-9.eE+-]+) ?(V|mV|uV|µV)?");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-e", "--exercise"},
      paramLabel = "ID",
      description = "Exercise, e.g. squat or bridge; plumbline exercises lists them.")
  private Optional<String> exercise = Optional.empty();

  @Mixin private ExerciseFolder folder = new ExerciseFolder();

  @Option(
      names = "--variant",
      paramLabel = "ID",
      description =
          "Variant of the exercise, e.g. banded or loaded; a wrong one is answered with the list.")
  private Optional<String> variant = Optional.empty();

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      description = "The leg that works alone: left or right. Where it moves it is found without.")
  private Optional<String> side = Optional.empty();

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description =
          "The person's own reference set: a recording or table of at least 3 good repetitions of"
              + " the same exercise, with the same placement. Verdicts are then relative to it. May"
              + " be repeated for several sessions; plumbline baseline shows how they differ.")
  private List<Path> references = List.of();

  @Option(
      names = "--reference-variant",
      paramLabel = "ID",
      description =
          "Variant that the reference set was done in. A recording knows it; of a table it is"
              + " otherwise taken to be the one of --variant.")
  private Optional<String> referenceVariant = Optional.empty();

  @Option(
      names = "--mvic",
      paramLabel = "MUSCLE=VOLTAGE",
      description =
          "Envelope level at maximum voluntary contraction, e.g. right-gluteus-maximus=180uV;"
              + " levels are then in %%MVIC. Repeat it for each muscle.")
  private Map<String, String> mvic = new LinkedHashMap<>();

  @Option(
      names = "--normalisation",
      paramLabel = "FILE",
      description = "References that \"plumbline normalise\" wrote; --mvic goes before it.")
  private Optional<Path> normalisation = Optional.empty();

  @Option(
      names = "--electrodes",
      paramLabel = "ID",
      description =
          "Which application of electrodes was recorded; references of another one are refused.")
  private Optional<String> electrodes = Optional.empty();

  @Option(
      names = "--orientation",
      paramLabel = "METHOD",
      description =
          "How orientations are worked out, where a stream has what it takes: vqf (gyroscope and"
              + " accelerometer; the default), vqf-9d or steady-9d (magnetometer too), device (its"
              + " own quaternion) or accelerometer (inclination only).")
  private Optional<String> orientation = Optional.empty();

  @Option(
      names = "--subject",
      paramLabel = "CODE",
      description = "Subject code, never a name: 1 to 32 letters, digits, _ or -.")
  private Optional<String> subject = Optional.empty();

  /**
   * The exercise, if one was named.
   *
   * @throws IOException when the folder of exercises cannot be read
   */
  Optional<Exercise> exercise() throws IOException {
    ExerciseCatalog catalog = folder.catalog();
    try {
      return exercise.map(catalog::get);
    } catch (IllegalArgumentException e) {
      throw wrong("--exercise: " + e.getMessage());
    }
  }

  /** The exercises that may be named. */
  ExerciseCatalog catalog() throws IOException {
    return folder.catalog();
  }

  /** Whether a variant was named. */
  boolean namesVariant() {
    return variant.isPresent();
  }

  /** With what the options say of variant, leg and electrodes. */
  AnalysisContext completed(AnalysisContext context) {
    try {
      return context.with(variant, side.map(ExerciseOptions::leg), electrodes);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Side leg(String id) {
    return switch (id) {
      case "left" -> Side.LEFT;
      case "right" -> Side.RIGHT;
      default -> throw new IllegalArgumentException(Texts.get("cli.side", id));
    };
  }

  /** Whether something was said that belongs to an exercise. */
  boolean namesParts() {
    return !references.isEmpty()
        || variant.isPresent()
        || side.isPresent()
        || orientation().isPresent()
        || !normalisation().isEmpty();
  }

  /** The variant of the reference set, if one was named. */
  Optional<String> referenceVariant() {
    return referenceVariant;
  }

  /** The person's reference sets. */
  List<Path> references() {
    return references;
  }

  /** How orientations are worked out, if it was said. */
  Optional<OrientationMethod> orientation() {
    try {
      return orientation.map(OrientationMethod::parse);
    } catch (IllegalArgumentException e) {
      throw wrong("--orientation: " + e.getMessage());
    }
  }

  /** The subject code, if one was given. */
  Optional<String> subject() {
    try {
      subject.ifPresent(Started::requireSubjectCode);
      return subject;
    } catch (IllegalArgumentException e) {
      throw wrong("--subject: " + e.getMessage());
    }
  }

  /** What 100 % is for each muscle that was named. */
  List<Normalisation> normalisation() {
    List<Normalisation> all = new ArrayList<>();
    mvic.forEach((muscle, text) -> all.add(normalisation(muscle, text)));
    for (Normalisation one : fromFile()) {
      if (!mvic.containsKey(one.location())) {
        all.add(one);
      }
    }
    return all;
  }

  private List<Normalisation> fromFile() {
    if (normalisation.isEmpty()) {
      return List.of();
    }
    try {
      List<Normalisation> read =
          NormalisationJson.read(Files.readString(normalisation.get(), StandardCharsets.UTF_8));
      for (Normalisation one : read) {
        if (electrodes.isPresent() && !electrodes.equals(one.electrodes())) {
          throw new IllegalArgumentException(
              Texts.get("cli.normalise.expired", one.electrodes().orElse("–"), electrodes.get()));
        }
      }
      return read;
    } catch (IOException e) {
      throw wrong("--normalisation: " + Texts.get("cli.file.missing", normalisation.get()));
    } catch (IllegalArgumentException e) {
      throw wrong("--normalisation " + normalisation.get() + ": " + e.getMessage());
    }
  }

  private Normalisation normalisation(String muscle, String text) {
    try {
      if (!(Location.parse(muscle) instanceof Location.OnMuscle)) {
        throw new IllegalArgumentException("\"" + muscle + "\" is no muscle");
      }
      return new Normalisation(muscle, Normalisation.Kind.MVIC, microvolts(text));
    } catch (IllegalArgumentException e) {
      throw wrong("--mvic " + muscle + "=" + text + ": " + e.getMessage());
    }
  }

  private static double microvolts(String text) {
    Matcher matcher = VOLTAGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("write a voltage such as 180uV, 0.18mV or 0.00018");
    }
    int shift =
        switch (Optional.ofNullable(matcher.group(2)).orElse("V")) {
          case "V" -> 6;
          case "mV" -> 3;
          default -> 0;
        };
    return new BigDecimal(matcher.group(1)).movePointRight(shift).doubleValue();
  }

  /** Words that do not fit, as an error of the command line. */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
