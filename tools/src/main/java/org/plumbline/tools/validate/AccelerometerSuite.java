package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Scenario;

/**
 * What accelerometers do to inclination: one alone, without a gyroscope, and one with a wrong zero
 * and scale before and after its calibration from the log itself.
 */
public final class AccelerometerSuite implements ValidationSuite {
  private static final String FOLDER = "broad";

  /** Sizes of the zero error that is put on, m/s2: a poor sensor, and the worst of squat6. */
  private static final double[] ZEROS_MPS2 = {0.5, 1.0, 2.0};

  /** Not looked at before they were reported. */
  private static final int FIRST_SEED = 7001;

  /** A 90 % half-width may be missed by so many. */
  private static final double OUTSIDE_PERCENT = 10;

  private final int seeds;

  AccelerometerSuite(int seeds) {
    this.seeds = seeds;
  }

  /** As many as the published figures have. */
  AccelerometerSuite() {
    this(10);
  }

  @Override
  public String id() {
    return "accelerometer";
  }

  @Override
  public Optional<String> dataSet() {
    return Optional.of(FOLDER);
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    List<Figure> figures = new ArrayList<>();
    broad(inputs, figures);
    for (Exercise exercise : new Exercise[] {Exercise.SQUAT, Exercise.BRIDGE}) {
      inputs.progress().accept(exercise.id());
      alone(exercise, figures);
    }
    inputs.progress().accept(Texts.get("validate.accelerometer.set-up"));
    guided(figures);
    return figures;
  }

  private static void broad(Inputs inputs, List<Figure> figures) throws IOException {
    AccelerometerAlone odd = new AccelerometerAlone();
    AccelerometerAlone even = new AccelerometerAlone();
    List<List<CalibrationBenefit.Sensor>> benefits = new ArrayList<>();
    for (int z = 0; z < ZEROS_MPS2.length; z++) {
      benefits.add(new ArrayList<>());
    }
    int fromRest = 0;
    int number = 0;
    for (Path file : DataFiles.in(inputs.requiredFolder(FOLDER), BroadTrial.SUFFIX)) {
      inputs.progress().accept(String.valueOf(file.getFileName()));
      BroadTrial trial = BroadTrial.read(file);
      (trial.even() ? even : odd).addAll(AccelerometerAlone.of(trial));
      CalibrationBenefit.Recording recording = CalibrationBenefit.of(trial);
      number++;
      for (int z = 0; z < ZEROS_MPS2.length; z++) {
        AccelerometerError error = AccelerometerError.drawn(ZEROS_MPS2[z], 100L * number + z);
        benefits.get(z).add(CalibrationBenefit.of(recording, error));
        fromRest += CalibrationBenefit.calibrated(recording, error, trial.firstMoving()) ? 1 : 0;
      }
    }
    String source = Texts.get("validate.source.broad");
    alone(odd, Texts.get("validate.accelerometer.alone.odd"), source, Origin.MEASURED, figures);
    alone(even, Texts.get("validate.accelerometer.alone.even"), source, Origin.MEASURED, figures);
    String injected = Texts.get("validate.source.broad-injected");
    for (int z = 0; z < ZEROS_MPS2.length; z++) {
      benefit(benefits.get(z), ZEROS_MPS2[z], injected, Origin.MEASURED, figures);
    }
    figures.add(
        Figure.atMost(
            0,
            Texts.get("validate.accelerometer.rest"),
            fromRest,
            "sensors",
            Origin.MEASURED,
            injected));
  }

  private void alone(Exercise exercise, List<Figure> figures) {
    AccelerometerAlone all = new AccelerometerAlone();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
      all.addAll(AccelerometerAlone.of(Scenario.of(exercise, seed)));
    }
    String name = Texts.get("validate.accelerometer.alone.turn", exercise.id());
    alone(all, name, Texts.get("validate.source.simulated"), Origin.SYNTHETIC, figures);
  }

  private static void alone(
      AccelerometerAlone all, String name, String source, Origin origin, List<Figure> figures) {
    if (all.size() == 0) {
      return;
    }
    figures.add(
        Figure.info(
            Texts.get("validate.accelerometer.rms", name), all.rmsDeg(), "deg", origin, source));
    figures.add(
        Figure.info(
            Texts.get("validate.accelerometer.stated", name),
            all.statedDeg(),
            "deg",
            origin,
            source));
    figures.add(
        Figure.atMost(
            OUTSIDE_PERCENT,
            Texts.get("validate.accelerometer.outside", name),
            all.outsidePercent(),
            "%",
            origin,
            source));
  }

  private void guided(List<Figure> figures) {
    List<List<CalibrationBenefit.Sensor>> benefits = new ArrayList<>();
    int fromRest = 0;
    for (int z = 0; z < ZEROS_MPS2.length; z++) {
      benefits.add(new ArrayList<>());
    }
    for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
      int sensor = 0;
      for (CalibrationBenefit.Recording one : CalibrationBenefit.simulated(seed)) {
        sensor++;
        for (int z = 0; z < ZEROS_MPS2.length; z++) {
          AccelerometerError error =
              AccelerometerError.drawn(ZEROS_MPS2[z], 1000L * seed + 10L * sensor + z);
          benefits.get(z).add(CalibrationBenefit.of(one, error));
        }
      }
      fromRest += calibratedStanding(seed);
    }
    String source = Texts.get("validate.source.injected");
    for (int z = 0; z < ZEROS_MPS2.length; z++) {
      benefit(benefits.get(z), ZEROS_MPS2[z], source, Origin.SYNTHETIC, figures);
    }
    figures.add(
        Figure.atMost(
            0,
            Texts.get("validate.accelerometer.standing"),
            fromRest,
            "sensors",
            Origin.SYNTHETIC,
            source));
  }

  private static int calibratedStanding(long seed) {
    int calibrated = 0;
    for (CalibrationBenefit.Recording one : CalibrationBenefit.standing(seed)) {
      int quiet = (int) (0.95 * CalibrationBenefit.STANDING_SECONDS * one.rateHz());
      AccelerometerError error = AccelerometerError.drawn(1, seed);
      calibrated += CalibrationBenefit.calibrated(one, error, quiet) ? 1 : 0;
    }
    return calibrated;
  }

  private static void benefit(
      List<CalibrationBenefit.Sensor> sensors,
      double zeroMps2,
      String source,
      Origin origin,
      List<Figure> figures) {
    List<CalibrationBenefit.Sensor> calibrated =
        sensors.stream().filter(CalibrationBenefit.Sensor::calibrated).toList();
    String zero = Texts.number(zeroMps2, 1);
    figures.add(
        Figure.info(
            Texts.get("validate.accelerometer.calibrated", zero, sensors.size()),
            calibrated.size(),
            "sensors",
            origin,
            source));
    if (calibrated.isEmpty()) {
      return;
    }
    double before = mean(calibrated, CalibrationBenefit.Sensor::withoutDeg);
    figures.add(
        Figure.info(
            Texts.get("validate.accelerometer.sound", zero),
            mean(calibrated, CalibrationBenefit.Sensor::soundDeg),
            "deg",
            origin,
            source));
    figures.add(
        Figure.info(
            Texts.get("validate.accelerometer.before", zero), before, "deg", origin, source));
    figures.add(
        Figure.atMost(
            before,
            Texts.get("validate.accelerometer.after", zero),
            mean(calibrated, CalibrationBenefit.Sensor::withDeg),
            "deg",
            origin,
            source));
    double worse = calibrated.stream().filter(one -> one.withDeg() > one.withoutDeg()).count();
    figures.add(
        Figure.info(
            Texts.get("validate.accelerometer.worse", zero), worse, "sensors", origin, source));
  }

  private static double mean(
      List<CalibrationBenefit.Sensor> sensors,
      ToDoubleFunction<CalibrationBenefit.Sensor> figureDeg) {
    return sensors.stream().mapToDouble(figureDeg).average().orElseThrow();
  }
}
