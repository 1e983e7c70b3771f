package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * Orientation on BROAD, trial by trial beside the reference filter, and with packets lost.
 *
 * <p>A trial is every {@code *.csv.gz} of the folder. Its limit is the reference filter's own
 * figure in {@code vqf_reference_rmse.csv} and {@value #MARGIN_DEG} deg; a trial without a row
 * there is given without a limit.
 */
public final class OrientationSuite implements ValidationSuite {
  private static final String FOLDER = "broad";
  private static final String REFERENCE = "vqf_reference_rmse.csv";

  /** The same algorithm, written anew: only rounding may differ. */
  static final double MARGIN_DEG = 0.02;

  /**
   * Share of lost packets, and what the mean may then be: reference filter with linear
   * interpolation 1.21 and 1.76 deg on 30 trials.
   */
  private static final Map<Integer, Double> LOSS_REACH_DEG = losses();

  private static Map<Integer, Double> losses() {
    Map<Integer, Double> losses = new LinkedHashMap<>();
    losses.put(1, 1.25);
    losses.put(5, 1.8);
    return losses;
  }

  @Override
  public String id() {
    return "orientation";
  }

  @Override
  public Optional<String> dataSet() {
    return Optional.of(FOLDER);
  }

  /** Figure of one method on one trial. */
  private record Trial(
      String name, boolean undisturbed, double errorDeg, OptionalDouble reference) {
    /** By the number that its name begins with; the steady filter was chosen on the odd ones. */
    private boolean even() {
      String number = name.replaceFirst("[^0-9].*", "");
      return !number.isEmpty() && (number.charAt(number.length() - 1) - '0') % 2 == 0;
    }

    private double apartDeg() {
      return Math.abs(errorDeg - reference.orElseThrow());
    }
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    Path folder = inputs.requiredFolder(FOLDER);
    ReferenceFigures references = ReferenceFigures.read(folder.resolve(REFERENCE));
    Map<OrientationMethod, List<Trial>> trials = new LinkedHashMap<>();
    Map<OrientationMethod, List<Trial>> steady = new LinkedHashMap<>();
    Map<Integer, List<Double>> losses = new LinkedHashMap<>();
    List<Path> files = DataFiles.in(folder, BroadTrial.SUFFIX);
    for (Path file : files) {
      inputs.progress().accept(String.valueOf(file.getFileName()));
      BroadTrial trial = BroadTrial.read(file);
      for (OrientationMethod method : OrientationMethod.all()) {
        trials
            .computeIfAbsent(method, key -> new ArrayList<>())
            .add(run(method, trial, references));
      }
      for (OrientationMethod method : OrientationMethod.steady()) {
        steady
            .computeIfAbsent(method, key -> new ArrayList<>())
            .add(run(method, trial, references));
      }
      BroadTrial thinned = trial.thinned(PacketLoss.THINNING);
      LOSS_REACH_DEG
          .keySet()
          .forEach(
              percent ->
                  losses
                      .computeIfAbsent(percent, key -> new ArrayList<>())
                      .add(PacketLoss.meanErrorDeg(thinned, percent / 100.0)));
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.info(
            Texts.get("validate.orientation.trials"),
            files.size(),
            "trials",
            Origin.MEASURED,
            Texts.get("validate.source.broad")));
    trials.forEach((method, of) -> addMethod(method, of, figures));
    steady.forEach((method, of) -> addSteady(method, of, figures));
    losses.forEach((percent, of) -> figures.add(loss(percent, of)));
    return figures;
  }

  private static Trial run(
      OrientationMethod method, BroadTrial trial, ReferenceFigures references) {
    double errorDeg = method.error().rmsDeg(trial, method.estimator().estimate(trial));
    return new Trial(
        trial.name(),
        trial.undisturbed(),
        errorDeg,
        references.deg(trial.name(), method.algorithm(), method.column()));
  }

  private static void addMethod(
      OrientationMethod method, List<Trial> trials, List<Figure> figures) {
    String name = Texts.get("validate.orientation." + method.id());
    String source = Texts.get("validate.source.broad");
    for (Trial trial : trials) {
      String title = name + ", " + trial.name();
      figures.add(
          trial.reference().isPresent()
              ? Figure.atMost(
                  trial.reference().getAsDouble() + MARGIN_DEG,
                  title,
                  trial.errorDeg(),
                  "deg",
                  Origin.MEASURED,
                  Texts.get("validate.source.broad-trial"))
              : Figure.info(title, trial.errorDeg(), "deg", Origin.MEASURED, source));
    }
    List<Trial> known = trials.stream().filter(trial -> trial.reference().isPresent()).toList();
    if (!known.isEmpty()) {
      figures.add(
          Figure.atMost(
              MARGIN_DEG,
              Texts.get("validate.orientation.largest", name),
              known.stream().mapToDouble(Trial::apartDeg).max().orElseThrow(),
              "deg",
              Origin.MEASURED,
              Texts.get("validate.source.broad-apart")));
      double reference =
          known.stream().mapToDouble(trial -> trial.reference().orElseThrow()).average().orElse(0);
      figures.add(
          Figure.info(
              Texts.get("validate.orientation.reference", name),
              reference,
              "deg",
              Origin.MEASURED,
              Texts.get("validate.source.vqf")));
    }
    addMean(Texts.get("validate.orientation.all"), name, trials, trial -> true, figures);
    addMean(
        Texts.get("validate.orientation.undisturbed"), name, trials, Trial::undisturbed, figures);
    addMean(
        Texts.get("validate.orientation.disturbed"),
        name,
        trials,
        trial -> !trial.undisturbed(),
        figures);
  }

  /** Our own filter against the reference filter, by what it was chosen on. */
  private static void addSteady(
      OrientationMethod method, List<Trial> trials, List<Figure> figures) {
    for (boolean even : new boolean[] {true, false}) {
      for (boolean undisturbed : new boolean[] {true, false}) {
        List<Trial> group =
            trials.stream()
                .filter(trial -> trial.reference().isPresent())
                .filter(trial -> trial.even() == even && trial.undisturbed() == undisturbed)
                .toList();
        if (!group.isEmpty()) {
          figures.add(steady(method, group, even, undisturbed));
        }
      }
    }
  }

  private static Figure steady(
      OrientationMethod method, List<Trial> group, boolean even, boolean undisturbed) {
    String name =
        Texts.get(
            "validate.orientation.mean",
            Texts.get("validate.orientation." + method.id()),
            Texts.get(even ? "validate.orientation.even" : "validate.orientation.odd")
                + ", "
                + Texts.get(
                    undisturbed
                        ? "validate.orientation.undisturbed"
                        : "validate.orientation.disturbed"));
    double mean = group.stream().mapToDouble(Trial::errorDeg).average().orElseThrow();
    double reference =
        group.stream().mapToDouble(trial -> trial.reference().orElseThrow()).average().orElse(0);
    String source = Texts.get(even ? "validate.source.steady" : "validate.source.steady-chosen");
    return even
        ? Figure.atMost(reference, name, mean, "deg", Origin.MEASURED, source)
        : Figure.info(name, mean, "deg", Origin.MEASURED, source);
  }

  private static void addMean(
      String which,
      String name,
      List<Trial> trials,
      Predicate<Trial> choice,
      List<Figure> figures) {
    List<Trial> chosen = trials.stream().filter(choice).toList();
    if (!chosen.isEmpty()) {
      figures.add(
          Figure.info(
              Texts.get("validate.orientation.mean", name, which),
              chosen.stream().mapToDouble(Trial::errorDeg).average().orElseThrow(),
              "deg",
              Origin.MEASURED,
              Texts.get("validate.source.broad")));
    }
  }

  private static Figure loss(int percent, List<Double> errorsDeg) {
    return Figure.atMost(
        LOSS_REACH_DEG.getOrDefault(percent, Double.POSITIVE_INFINITY),
        Texts.get("validate.orientation.loss", percent),
        errorsDeg.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        "deg",
        Origin.MEASURED,
        Texts.get("validate.source.broad-loss"));
  }

  /** Figures of the reference filter by trial and algorithm, the file's columns by their names. */
  private record ReferenceFigures(Map<String, Map<String, Double>> rows) {

    /** None where there is no file. */
    static ReferenceFigures read(Path file) throws IOException {
      Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
      if (Files.exists(file)) {
        for (Map<String, String> row : DataFiles.rows(file, List.of("trial", "algorithm"))) {
          Map<String, Double> figures = new LinkedHashMap<>();
          for (Map.Entry<String, String> cell : row.entrySet()) {
            if (cell.getKey().endsWith("_deg")) {
              figures.put(cell.getKey(), DataFiles.number(file, cell.getValue()));
            }
          }
          rows.put(row.get("trial") + "|" + row.get("algorithm"), figures);
        }
      }
      return new ReferenceFigures(rows);
    }

    OptionalDouble deg(String trial, String algorithm, String column) {
      Double found = rows.getOrDefault(trial + "|" + algorithm, Map.of()).get(column);
      return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }
  }
}
