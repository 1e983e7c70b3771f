package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * Counts and bounds of repetitions on the squat recordings, against those set by hand; counts of
 * simulated sets, of daily life without any, of one thigh's accelerometer and of a goniometer.
 */
public final class RepetitionsSuite implements ValidationSuite {
  /** 38 of 40 sets exactly. */
  private static final double MISCOUNTED_REACH_PERCENT = 5;

  private static final int SEEDS = 20;

  private final int seeds;

  /**
   * So many simulated people for each way of doing a set.
   *
   * @param seeds consecutive ones
   */
  RepetitionsSuite(int seeds) {
    this.seeds = seeds;
  }

  /** As many as the published figures have. */
  RepetitionsSuite() {
    this(SEEDS);
  }

  @Override
  public String id() {
    return "repetitions";
  }

  @Override
  public Optional<String> dataSet() {
    return Optional.of(Squat6.FOLDER);
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    Squat6 data = Squat6.in(inputs.requiredFolder(Squat6.FOLDER));
    int sets = 0;
    int exact = 0;
    int unlabelled = 0;
    List<Double> errors = new ArrayList<>();
    for (Path file : data.files()) {
      inputs.progress().accept(String.valueOf(file.getFileName()));
      Optional<Squat6.HandSet> hand = data.hand(file);
      if (hand.isEmpty()) {
        unlabelled++;
        continue;
      }
      Squat6.SetOutcome outcome = Squat6.evaluate(file, hand.get());
      sets++;
      exact += outcome.exact() ? 1 : 0;
      errors.addAll(outcome.errorsSeconds());
    }
    if (sets == 0) {
      throw new IOException(
          Texts.get("validate.repetitions.no-labels", inputs.requiredFolder(Squat6.FOLDER)));
    }
    Collections.sort(errors);
    List<Figure> figures = new ArrayList<>();
    figures.add(info("validate.repetitions.sets", sets, "sets"));
    figures.add(miscounted(sets, exact));
    figures.add(info("validate.repetitions.median", quantile(errors, 0.5), "s"));
    figures.add(info("validate.repetitions.p90", quantile(errors, 0.9), "s"));
    if (unlabelled > 0) {
      figures.add(info("validate.repetitions.unlabelled", unlabelled, "sets"));
    }
    if (data.absent() > 0) {
      figures.add(info("validate.repetitions.absent", data.absent(), "sets"));
    }
    figures.addAll(new SimulatedSetFigures(seeds).figures(inputs));
    figures.addAll(new DailyLifeFigures(Math.max(1, seeds / 4)).figures(inputs));
    Optional<Path> mex = inputs.folder(MexCounts.FOLDER);
    if (mex.isPresent()) {
      figures.addAll(MexCounts.figures(mex.get(), inputs));
    }
    Optional<Path> goniometer = inputs.folder(GoniometerCounts.FOLDER);
    if (goniometer.isPresent()) {
      figures.addAll(GoniometerCounts.figures(goniometer.get(), inputs));
    }
    return figures;
  }

  private static Figure miscounted(int sets, int exact) {
    return Figure.atMost(
        MISCOUNTED_REACH_PERCENT,
        Texts.get("validate.repetitions.miscounted"),
        100.0 * (sets - exact) / sets,
        "%",
        Origin.MEASURED,
        Texts.get("validate.source.squat6-count"));
  }

  private static Figure info(String words, double value, String unit) {
    return Figure.info(
        Texts.get(words), value, unit, Origin.MEASURED, Texts.get("validate.source.squat6"));
  }

  /** Of sorted numbers; NaN where there are none. */
  static double quantile(List<Double> sorted, double share) {
    int at = Math.min(sorted.size() - 1, (int) (sorted.size() * share));
    return at < 0 ? Double.NaN : sorted.get(at);
  }
}
