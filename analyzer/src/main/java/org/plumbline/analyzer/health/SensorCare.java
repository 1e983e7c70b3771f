package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.GyroscopeAgreement.Answer;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.text.Texts;

/**
 * Looks after one IMU: watches its samples, puts right what can be put right, and says both.
 *
 * <p>Every sample goes through {@link #repair} first and comes back through {@link #update} once
 * gaps are filled. Where {@code update} answers true the numbers have changed their meaning and
 * everything that was carried from sample to sample must begin anew; what was worked out before
 * stays as it is. Each kind of repair is done at most once: what is still wrong afterwards is named
 * and left. One thread; no allocation per sample.
 */
public final class SensorCare {
  /** A gyroscope that is off by more than its data sheet says (20 deg/s) is not just off. */
  private static final double MOST_BIAS_RAD_PER_S = FastMath.toRadians(25);

  /** How far gravity may be off where a factor of two is to be told from one. */
  private static final double RANGE_GRAVITY_SHARE = 0.15;

  private static final double LATE_SECONDS = 0.25;
  private static final double STILL_SECONDS = 0.5;

  /** A calibration is worth a step in the results when it takes a quarter off. */
  private static final double WORTH = 0.75;

  /** Gravity that is less off needs none; a good sensor's is within 0.1. */
  private static final double WORTH_MPS2 = 0.15;

  private static final double DEG = Math.PI / 180;

  private final SensorHealth.Parameters parameters;
  private final double samplingRateHz;
  private final ImuRepair repair;
  private final AccelerometerCalibration calibration = new AccelerometerCalibration();

  private final GyroscopeAgreement agreement = new GyroscopeAgreement();
  private final TurnBetweenPoses poses = new TurnBetweenPoses();
  private final SampleMeans means = new SampleMeans();
  private final List<HealthFinding> said;
  private final List<Readjustment> readjustments = new ArrayList<>();
  private SensorHealth health;
  private double sinceLate;
  private boolean accelerometerScaled;
  private boolean gyroscopeScaled;

  /** No unit of time is a degree: only a range can be time in disguise. */
  private double rangeFactor = 1;

  private boolean ordered;
  private boolean biasTaken;
  private boolean disagrees;
  private boolean otherOrder;
  private final LastingDoubt doubt = new LastingDoubt();
  private double calibratedTiltRad = Double.NaN;
  private double calibratedMeanRad = Double.NaN;

  /**
   * Care for a sensor whose first moments have been seen.
   *
   * @param first what {@link FirstLook} found in them
   */
  public SensorCare(SensorHealth.Parameters parameters, double samplingRateHz, FirstLook first) {
    this.parameters = parameters;
    this.samplingRateHz = samplingRateHz;
    health = new SensorHealth(parameters, samplingRateHz);
    repair = new ImuRepair();
    said = new ArrayList<>();
    AccelerometerUnit unit = first.unit();
    if (unit != AccelerometerUnit.SI) {
      say(scaleAccelerometer(unit, first.gravity()));
    }
  }

  /** Puts the numbers of a sample right, in place. */
  public void repair(double[] imu) {
    repair.apply(imu);
  }

  /**
   * Takes the next sample as {@link GapFiller} gives it.
   *
   * @return whether the samples after this one mean something else than before
   */
  public boolean update(double intervalSeconds, boolean filled, double[] imu) {
    sinceLate += intervalSeconds;
    health.update(intervalSeconds, filled, imu);
    compare(intervalSeconds, imu);
    boolean fitted =
        calibration.update(
            intervalSeconds,
            repair.uncalibrated(imu, 0),
            repair.uncalibrated(imu, 1),
            repair.uncalibrated(imu, 2),
            health.frame());
    boolean changed = order() || scaleGyroscope() || takeBias() || scaleLate();
    if (doubt.lasts(intervalSeconds, disagrees)) {
      readjustments.add(Readjustment.ofNumbers(disagreement()));
    }
    if (changed) {
      startAnew();
      return true;
    }
    if (fitted) {
      calibrate();
    }
    return false;
  }

  private void compare(double intervalSeconds, double[] imu) {
    if (means.add(intervalSeconds, imu)) {
      agreement.update(means.seconds(), means.values());
      poses.update(means.seconds(), means.values());
      means.clear();
    }
  }

  private void startAnew() {
    for (HealthFinding finding : health.findings()) {
      if (finding.code() == Code.CLIPPING || finding.code() == Code.STUCK_AXIS) {
        say(finding);
      }
    }
    health = new SensorHealth(parameters, samplingRateHz);
    agreement.reset();
    poses.reset();
    means.clear();
    calibration.gap();
  }

  /** Samples are missing before the next one and were not bridged. */
  public void gap() {
    health.gap();
    agreement.gap();
    poses.gap();
    means.clear();
    calibration.gap();
  }

  private boolean order() {
    if (agreement.answer() == Answer.DISAGREES) {
      disagrees |= axesAlive();
      otherOrder = disagrees && agreement.otherOrder();
    } else if (agreement.answer() == Answer.AGREES) {
      disagrees = false;
    }
    health.doubtGyroscope(disagrees);
    if (agreement.answer() != Answer.ORDERED || !axesAlive()) {
      return false;
    }
    if (ordered) {
      disagrees = true;
      return false;
    }
    ordered = true;
    disagrees = false;
    SignedPermutation found = agreement.order();
    SignedPermutation mirrored = found.negated();
    boolean halfTurn =
        found.determinant() > 0 && found.inverse().toString().equals(found.toString());
    String text;
    if (halfTurn && mirrored.changes() <= 2) {
      // One sign or one pair of axes of the accelerometer, or two and more of the gyroscope.
      repair.orderAccelerometer(mirrored);
      calibration.reset();
      text = Texts.get("health.axes.accelerometer", mirrored.toString());
    } else {
      repair.orderGyroscope(found);
      text = Texts.get("health.axes.gyroscope", found.toString());
    }
    HealthFinding finding = new HealthFinding(Code.AXES, "sensor", found.changes(), 0, "1", text);
    readjustments.add(Readjustment.ofAxes(finding));
    say(finding);
    return true;
  }

  private HealthFinding disagreement() {
    double deg = agreement.turnedRad() / DEG;
    return new HealthFinding(Code.AXES, "sensor", deg, 0, "deg", Texts.get("health.axes"));
  }

  /** With a dead axis nothing turns as it should, and no order of the axes mends it. */
  private boolean axesAlive() {
    return !health.axisSuspect();
  }

  private boolean scaleGyroscope() {
    if (agreement.answer() != Answer.SCALED || !axesAlive()) {
      return false;
    }
    double factor = agreement.factor();
    boolean range = factor > 0.1 && factor < 10;
    double off = Math.abs(health.meanNormMps2() / SensorHealth.GRAVITY_MPS2 - 1);
    if (range && off > RANGE_GRAVITY_SHARE) {
      // An accelerometer that is off by half makes a good gyroscope look off by as much.
      return false;
    }
    if (gyroscopeScaled) {
      disagrees = true;
      return false;
    }
    gyroscopeScaled = true;
    repair.scaleGyroscope(factor);
    rangeFactor = range ? factor : 1;
    String key = "health.gyroscope-unit.range-repaired";
    if (factor < 0.1) {
      key = "health.gyroscope-unit.repaired";
    } else if (factor > 10) {
      key = "health.gyroscope-unit.small-repaired";
    }
    String text = Texts.get(key, Texts.number(1 / factor, factor > 1 ? 3 : 0));
    sayWrongSoFar(new HealthFinding(Code.GYROSCOPE_UNIT, "gyroscope", 1 / factor, 1, "1", text));
    return true;
  }

  private boolean takeBias() {
    StillSensor still = health.still();
    if (biasTaken || still.seconds() < STILL_SECONDS) {
      return false;
    }
    double worst = 0;
    for (int axis = 0; axis < 3; axis++) {
      worst = Math.max(worst, Math.abs(still.meanRadPerS(axis)));
    }
    if (worst <= parameters.gyroscopeBiasRadPerS() || worst > MOST_BIAS_RAD_PER_S) {
      return false;
    }
    biasTaken = true;
    for (int axis = 0; axis < 3; axis++) {
      repair.addGyroscopeBias(axis, still.meanRadPerS(axis));
    }
    double limit = parameters.gyroscopeBiasRadPerS();
    String text =
        Texts.get(
            "health.gyroscope-bias.repaired",
            Texts.number(worst / DEG, 1),
            Texts.number(limit / DEG, 0));
    say(new HealthFinding(Code.GYROSCOPE_BIAS, "gyroscope", worst, limit, "rad/s", text));
    return true;
  }

  /** A unit that the first moments did not show, because the sensor moved. */
  private boolean scaleLate() {
    if (accelerometerScaled || sinceLate < LATE_SECONDS) {
      return false;
    }
    sinceLate = 0;
    if (!health.gravityKnown() || health.axisSuspect()) {
      return false;
    }
    double gravity = health.medianMps2();
    AccelerometerUnit unit = AccelerometerUnit.of(gravity);
    if (unit == AccelerometerUnit.SI) {
      return false;
    }
    sayWrongSoFar(scaleAccelerometer(unit, gravity));
    return true;
  }

  private HealthFinding scaleAccelerometer(AccelerometerUnit unit, double gravity) {
    accelerometerScaled = true;
    repair.scaleAccelerometer(unit.factor(gravity));
    calibration.reset();
    String text = Texts.get(unit.key() + ".repaired", Texts.number(gravity, gravity < 3 ? 2 : 1));
    double limit = SensorHealth.GRAVITY_MPS2;
    return new HealthFinding(
        Code.ACCELEROMETER_UNIT, "accelerometer", gravity, limit, "m/s2", text);
  }

  private void calibrate() {
    boolean worth =
        Double.isNaN(calibratedTiltRad)
            ? calibration.offMps2() > WORTH_MPS2
            : calibration.meanTiltRad() < WORTH * calibratedMeanRad;
    double assumed = offTiltRad(calibration.offMps2());
    if (!worth || !calibration.proven() || calibration.meanTiltRad() > WORTH * assumed) {
      return;
    }
    if (health.gravityKnown()) {
      for (HealthFinding finding : health.findings()) {
        if (finding.code() == Code.ACCELEROMETER_BIAS) {
          say(finding);
        }
      }
    }
    calibratedTiltRad = calibration.worstTiltRad();
    calibratedMeanRad = calibration.meanTiltRad();
    double[] bias = new double[3];
    double[] scale = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      bias[axis] = calibration.biasMps2(axis);
      scale[axis] = calibration.scale(axis);
    }
    readjustments.add(repair.calibrate(bias, scale));
    health.restartGravity();
    sayCalibrated(bias);
  }

  private double offTiltRad(double offMps2) {
    double usual = parameters.usualBiasMps2();
    return 1.645 * Math.sqrt(usual * usual + offMps2 * offMps2) / SensorHealth.GRAVITY_MPS2;
  }

  private void sayCalibrated(double[] bias) {
    said.removeIf(finding -> finding.code() == Code.ACCELEROMETER_CALIBRATED);
    double off = calibration.offMps2();
    String text =
        Texts.get(
            "health.accelerometer-calibrated",
            Texts.number(off, 1),
            Texts.number(bias[0], 2),
            Texts.number(bias[1], 2),
            Texts.number(bias[2], 2),
            Integer.toString(calibration.poses()),
            Texts.number(calibratedTiltRad / DEG, 0));
    said.add(
        new HealthFinding(
            Code.ACCELEROMETER_CALIBRATED, "accelerometer", off, WORTH_MPS2, "m/s2", text));
  }

  private void say(HealthFinding finding) {
    said.removeIf(one -> one.code() == finding.code() && one.channel().equals(finding.channel()));
    said.add(finding);
  }

  /** Nobody sets a unit while a sensor is worn: it was like that from the beginning. */
  private void sayWrongSoFar(HealthFinding finding) {
    readjustments.add(Readjustment.ofNumbers(finding));
    say(finding);
  }

  /** 90 % half-width of what the accelerometer brings into any absolute inclination. */
  public double inclinationErrorRad() {
    double byNorm = health.inclinationErrorRad();
    if (!Double.isNaN(calibratedTiltRad)) {
      return Math.max(byNorm, calibratedTiltRad);
    }
    // Several poses tell more of the usual size of a component than one norm does.
    return byNorm < Math.PI / 2 ? calibration.usualTiltRad() : byNorm;
  }

  /** Whether an angle against the vertical may be judged. */
  public boolean absoluteTiltUsable() {
    double limit =
        FastMath.atan(1.645 * parameters.gravityLimitMps2() / SensorHealth.GRAVITY_MPS2) * 1.05;
    boolean calibrated = Double.isNaN(calibratedTiltRad) || calibratedTiltRad <= limit;
    return health.absoluteTiltUsable() && calibrated;
  }

  /**
   * Whether anything can be worked out with the sensor: a gyroscope to be believed, and an
   * accelerometer that knows at least roughly where up is.
   */
  public boolean usable() {
    return health.gyroscopeSound() && !health.accelerometerStuck() && !disagrees;
  }

  /** How far the gyroscope turns, against gravity; unknown while an axis may be stuck. */
  public TurnFactor turnFactor() {
    if (disagrees && otherOrder) {
      return new TurnFactor(1, TurnFactor.NONE, rangeFactor);
    }
    return poses.standardError() < TurnFactor.UNKNOWN && axesAlive()
        ? new TurnFactor(poses.factor(), poses.standardError(), rangeFactor)
        : new TurnFactor(1, TurnFactor.UNKNOWN, rangeFactor);
  }

  /** What was put right and bears on how the sensor was found to sit, in the order it was done. */
  public List<Readjustment> readjustments() {
    return readjustments;
  }

  /** What is held against the sensor, and what was put right. */
  public List<HealthFinding> findings() {
    List<HealthFinding> all = new ArrayList<>(said);
    for (HealthFinding finding : health.findings()) {
      boolean known =
          all.stream()
              .anyMatch(
                  one -> one.code() == finding.code() && one.channel().equals(finding.channel()));
      if (!known) {
        all.add(finding);
      }
    }
    boolean named =
        all.stream()
            .anyMatch(one -> one.code() == Code.GYROSCOPE_UNIT || one.code() == Code.STUCK_AXIS);
    if (disagrees && !named) {
      all.add(disagreement());
    }
    return List.copyOf(all);
  }
}
