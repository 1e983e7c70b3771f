package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.NoiseLevel;

/**
 * Angles of every instant of sessions of five minutes against the simulator's kinematic chain: a
 * guided set-up, then movement without a pause; no magnetometer, poses smoothed as the table of
 * angles has them. Errors are those of the change since the start position, the last quiet second
 * before the set, as rules judge it; the absolute error stands beside it, and stated errors are
 * held against the change since standing. At the nominal level, the same angles without smoothing
 * stand beside them.
 */
public final class AnglesSuite implements ValidationSuite {
  /**
   * Other than those that were looked at during development (1 to 20, 101 to 120, 2001 to 2020,
   * 3001 to 3020, 5101 to 5120).
   */
  private static final int FIRST_SEED = 9301;

  private static final int SEEDS = 20;
  private static final double SECONDS = 300;

  private static final Map<AngleSeries.Kind, Double> REACH_DEG =
      Map.of(
          AngleSeries.Kind.KNEE_FLEXION, 1.0,
          AngleSeries.Kind.KNEE_ABDUCTION, 1.5,
          AngleSeries.Kind.PELVIC_TILT, 0.8,
          AngleSeries.Kind.PELVIC_OBLIQUITY, 0.8);

  /** Of which the angles of every instant have a truth here. */
  private static final List<Exercise> EXERCISES =
      List.of(
          Exercise.SQUAT,
          Exercise.BRIDGE,
          Exercise.SINGLE_LEG_SQUAT,
          Exercise.MARCHING_BRIDGE,
          Exercise.SIT_TO_STAND);

  private static final double WORSE_REACH_DEG = 0.3;
  private static final double LEAST_WITHIN_PERCENT = 90;
  private static final double MOST_WITHIN_PERCENT = 98;
  private static final double STATED_OVER_ACTUAL = 1.5;

  private final int seeds;
  private final double seconds;

  /** As many and as long as the published figures have. */
  AnglesSuite() {
    this(SEEDS, SECONDS);
  }

  AnglesSuite(int seeds, double seconds) {
    this.seeds = seeds;
    this.seconds = seconds;
  }

  @Override
  public String id() {
    return "angles";
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (Workers workers = new Workers()) {
      for (NoiseLevel level : List.of(NoiseLevel.nominal(), NoiseLevel.hard())) {
        for (Exercise exercise : EXERCISES) {
          inputs.progress().accept(exercise.id() + ", " + level.name());
          double reach = AngleListener.EXERCISE_REACH_SECONDS;
          addExercise(exercise, level, sessions(workers, exercise, level, reach), figures);
        }
      }
      NoiseLevel nominal = NoiseLevel.nominal();
      for (Exercise exercise : EXERCISES) {
        inputs.progress().accept(exercise.id() + ", causal");
        addCausal(exercise, nominal, sessions(workers, exercise, nominal, 0), figures);
      }
    }
    return figures;
  }

  private List<AngleSession> sessions(
      Workers workers, Exercise exercise, NoiseLevel level, double reachSeconds)
      throws IOException {
    List<Callable<AngleSession>> work = new ArrayList<>();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
      int one = seed;
      work.add(() -> AngleSession.simulate(exercise, level, one, seconds, reachSeconds));
    }
    return workers.inOrder(exercise.id() + ", " + level.name(), work);
  }

  private static void addExercise(
      Exercise exercise, NoiseLevel level, List<AngleSession> sessions, List<Figure> figures) {
    boolean asked = level.name().equals(NoiseLevel.nominal().name());
    byKind(sessions)
        .forEach(
            (kind, series) -> {
              String name = exercise.id() + ", " + level.name() + ", " + Texts.get(kind.words());
              figures.add(
                  Figure.info(
                      Texts.get("validate.angles.series", name),
                      series.size(),
                      "series",
                      Origin.SYNTHETIC,
                      Texts.get("validate.source.angles")));
              addErrors(name, kind, series, asked, figures);
              addHonesty(name, series, asked && REACH_DEG.containsKey(kind), figures);
            });
    figures.add(
        Figure.info(
            Texts.get("validate.angles.covered", exercise.id() + ", " + level.name()),
            100 * sessions.stream().mapToDouble(AngleSession::covered).average().orElse(0),
            "%",
            Origin.SYNTHETIC,
            Texts.get("validate.source.angles")));
  }

  private static Map<AngleSeries.Kind, List<AngleSeries>> byKind(List<AngleSession> sessions) {
    Map<AngleSeries.Kind, List<AngleSeries>> all = new LinkedHashMap<>();
    for (AngleSession session : sessions) {
      session
          .series()
          .forEach(one -> all.computeIfAbsent(one.kind(), key -> new ArrayList<>()).add(one));
    }
    return all;
  }

  private static void addCausal(
      Exercise exercise, NoiseLevel level, List<AngleSession> sessions, List<Figure> figures) {
    byKind(sessions)
        .forEach(
            (kind, series) -> {
              String name = exercise.id() + ", " + level.name() + ", " + Texts.get(kind.words());
              figures.add(
                  Figure.info(
                      Texts.get("validate.angles.causal", name),
                      mean(series.stream().mapToDouble(AngleSeries::rmsDeg).toArray()),
                      "deg",
                      Origin.SYNTHETIC,
                      Texts.get("validate.source.angles")));
            });
  }

  private static void addErrors(
      String name,
      AngleSeries.Kind kind,
      List<AngleSeries> series,
      boolean asked,
      List<Figure> figures) {
    String source = Texts.get("validate.source.angles");
    double rms = mean(series.stream().mapToDouble(AngleSeries::rmsDeg).toArray());
    double worse = mean(series.stream().mapToDouble(AngleSeries::lastOverFirstDeg).toArray());
    Double reach = REACH_DEG.get(kind);
    String rmsName = Texts.get("validate.angles.rms", name);
    String worseName = Texts.get("validate.angles.worse", name);
    if (asked && reach != null) {
      figures.add(Figure.atMost(reach, rmsName, rms, "deg", Origin.SYNTHETIC, source));
      figures.add(
          Figure.atMost(WORSE_REACH_DEG, worseName, worse, "deg", Origin.SYNTHETIC, source));
    } else {
      figures.add(Figure.info(rmsName, rms, "deg", Origin.SYNTHETIC, source));
      figures.add(Figure.info(worseName, worse, "deg", Origin.SYNTHETIC, source));
    }
    figures.add(
        Figure.info(
            Texts.get("validate.angles.absolute", name),
            mean(series.stream().mapToDouble(AngleSeries::absoluteDeg).toArray()),
            "deg",
            Origin.SYNTHETIC,
            source));
  }

  private static void addHonesty(
      String name, List<AngleSeries> series, boolean asked, List<Figure> figures) {
    String source = Texts.get("validate.source.honest-angles");
    double within = 100 * mean(series.stream().mapToDouble(AngleSeries::within).toArray());
    double stated = AngleSeries.statedOverActual(series);
    String outsideName = Texts.get("validate.motion.outside", name);
    String withinName = Texts.get("validate.motion.within", name);
    String statedName = Texts.get("validate.motion.stated", name);
    if (asked) {
      figures.add(
          Figure.atMost(
              100 - LEAST_WITHIN_PERCENT,
              outsideName,
              100 - within,
              "%",
              Origin.SYNTHETIC,
              source));
      figures.add(
          Figure.atMost(MOST_WITHIN_PERCENT, withinName, within, "%", Origin.SYNTHETIC, source));
      figures.add(
          Figure.atMost(STATED_OVER_ACTUAL, statedName, stated, "1", Origin.SYNTHETIC, source));
    } else {
      figures.add(Figure.info(withinName, within, "%", Origin.SYNTHETIC, source));
      figures.add(Figure.info(statedName, stated, "1", Origin.SYNTHETIC, source));
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
