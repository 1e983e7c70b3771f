package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.orientation.PositiveNumber;
import org.plumbline.analyzer.orientation.VqfFilter;
import org.plumbline.analyzer.text.Texts;

/**
 * Watches the raw samples of one IMU and says what is wrong with it and what that means for angles.
 *
 * <p>Needs no stillness: gravity is judged by an average over the movement ({@link GravityNorm});
 * still poses, where there are any, add what another orientation shows. Findings are about
 * everything seen so far; ask as often as you like. {@code update} allocates nothing. One thread.
 *
 * <p><b>What the norm says about tilt.</b> A bias of {@code b} at right angles to gravity tilts the
 * inclination by {@code atan(b / g)}; the one along gravity changes the norm by {@code b} and tilts
 * nothing. Only the second is seen. Nothing makes one direction likelier than another, so the
 * unseen components are taken to have the deviation that the seen one shows, together with the
 * deviation that a good sensor has anyway: {@code sigma^2 = floor^2 + (norm - g)^2}, and the 90 %
 * half-width of the tilt about any one axis is {@code atan(1.645 sigma / g)}.
 */
public final class SensorHealth {
  /** Standard gravity; the true one differs by at most 0.3 % on Earth. */
  public static final double GRAVITY_MPS2 = 9.80665;

  private static final double DEG = Math.PI / 180;
  private static final double HALF_WIDTH_90 = 1.645;
  static final String[] CHANNELS = {
    "gyroscope x", "gyroscope y", "gyroscope z",
    "accelerometer x", "accelerometer y", "accelerometer z"
  };

  private final Parameters parameters;
  private final double samplingRateHz;
  private GravityNorm gravity;
  private final GyroscopeScale scale = new GyroscopeScale();
  private StillSensor still = new StillSensor();
  private final ClippingDetector clipping = new ClippingDetector(clippingFloor());
  private final StuckAxisDetector stuck = new StuckAxisDetector(clearMovement());
  private double meanNorm;
  private long samples;
  private boolean gyroscopeDoubted;

  public SensorHealth(Parameters parameters, double samplingRateHz) {
    this.parameters = parameters;
    this.samplingRateHz = samplingRateHz;
    gravity = new GravityNorm(samplingRateHz);
  }

  /**
   * Takes the next sample as {@link GapFiller} gives it.
   *
   * @param filled an interpolated sample carries the frame along but is no evidence
   */
  public void update(double intervalSeconds, boolean filled, double[] imu) {
    gravity.update(intervalSeconds, imu);
    if (filled) {
      return;
    }
    samples++;
    double norm = Math.sqrt(imu[3] * imu[3] + imu[4] * imu[4] + imu[5] * imu[5]);
    meanNorm += (norm - meanNorm) / samples;
    scale.update(intervalSeconds, imu, meanNorm);
    still.update(intervalSeconds, imu);
    clipping.update(imu);
    stuck.update(intervalSeconds, imu);
  }

  /** Samples are missing before the next one and were not bridged. */
  public void gap() {
    gravity.restart();
    scale.restart();
    still.restart();
    stuck.restart();
  }

  /** Whether enough was seen to judge the accelerometer: about 4 s without a break. */
  public boolean gravityKnown() {
    return gravity.seconds() >= parameters.judgedSeconds();
  }

  /**
   * Gravity by this sensor: over all movement, or in the still pose where it is most wrong, if that
   * is worse. NaN before anything is known.
   */
  public double gravityMps2() {
    double moving = gyroscopeTrusted() ? gravity.medianMps2() : samples > 0 ? meanNorm : Double.NaN;
    double posed = still.gravityFarthestFrom(GRAVITY_MPS2);
    return Math.abs(posed - GRAVITY_MPS2) > Math.abs(moving - GRAVITY_MPS2) ? posed : moving;
  }

  /**
   * 90 % half-width of the error that the accelerometer brings into any absolute inclination, from
   * the norm alone; a right angle where nothing is known yet or the unit is wrong.
   */
  public double inclinationErrorRad() {
    if (!gravityKnown() || unit() != AccelerometerUnit.SI) {
      return Math.PI / 2;
    }
    double seen = gravityMps2() - GRAVITY_MPS2;
    double floor = parameters.usualBiasMps2();
    double sigma = Math.sqrt(floor * floor + seen * seen);
    return FastMath.atan(HALF_WIDTH_90 * sigma / GRAVITY_MPS2);
  }

  /**
   * Whether an angle against the vertical may be judged: gravity is known and right, and no axis of
   * the accelerometer is stuck. Angles relative to the person's own reference stay usable without.
   */
  public boolean absoluteTiltUsable() {
    return gravityKnown()
        && unit() == AccelerometerUnit.SI
        && Math.abs(gravityMps2() - GRAVITY_MPS2) <= parameters.gravityLimitMps2(gyroscopeTrusted())
        && !anyStuck(3);
  }

  /** What is held against the sensor so far; empty for a good one. */
  public List<HealthFinding> findings() {
    List<HealthFinding> all = new ArrayList<>();
    addAccelerometer(all);
    addGyroscope(all);
    for (int i = 0; i < CHANNELS.length; i++) {
      if (clipping.clipped(i) > 0) {
        all.add(clipped(i));
      }
      if (stuck.stuckSeconds(i) > 0) {
        all.add(stuck(i));
      }
    }
    return List.copyOf(all);
  }

  private void addAccelerometer(List<HealthFinding> all) {
    if (!gravityKnown()) {
      return;
    }
    double norm = gravityMps2();
    double limit = parameters.gravityLimitMps2(gyroscopeTrusted());
    String shown = Texts.number(norm, norm < 3 ? 2 : 1);
    AccelerometerUnit unit = unit();
    if (unit != AccelerometerUnit.SI) {
      String factor = Texts.number(norm / GRAVITY_MPS2, norm < GRAVITY_MPS2 ? 2 : 0);
      String text = Texts.get(unit.key(), shown, factor);
      all.add(finding(Code.ACCELEROMETER_UNIT, "accelerometer", norm, limit, "m/s2", text));
    } else if (Math.abs(norm - GRAVITY_MPS2) > limit) {
      String tilt = Texts.number(inclinationErrorRad() / DEG, 0);
      String text = Texts.get("health.accelerometer-bias", shown, tilt);
      all.add(finding(Code.ACCELEROMETER_BIAS, "accelerometer", norm, limit, "m/s2", text));
    }
  }

  private void addGyroscope(List<HealthFinding> all) {
    if (scale.tooLarge()) {
      double seen = scale.fastestRadPerS();
      String text = Texts.get("health.gyroscope-unit", Texts.number(seen, 0));
      double limit = GyroscopeScale.SPIN_RAD_PER_S;
      all.add(finding(Code.GYROSCOPE_UNIT, "gyroscope", seen, limit, "rad/s", text));
    } else if (scale.tooSmall() && !anyStuck(0)) {
      double seen = scale.ratio();
      String text = Texts.get("health.gyroscope-unit.small", Texts.number(seen, 0));
      double limit = GyroscopeScale.FACTOR;
      all.add(finding(Code.GYROSCOPE_UNIT, "gyroscope", seen, limit, "1", text));
    }
    double worst = 0;
    for (int axis = 0; axis < 3 && still.count() > 0; axis++) {
      worst = Math.max(worst, Math.abs(still.meanRadPerS(axis)));
    }
    double limit = parameters.gyroscopeBiasRadPerS();
    if (worst > limit) {
      String text =
          Texts.get(
              "health.gyroscope-bias",
              Texts.number(worst / DEG, 1),
              Texts.number(limit / DEG, 0),
              Texts.number((worst - limit) / DEG * 60, 0));
      all.add(finding(Code.GYROSCOPE_BIAS, "gyroscope", worst, limit, "rad/s", text));
    }
  }

  private HealthFinding clipped(int channel) {
    String unit = channel < 3 ? "rad/s" : "m/s2";
    double end = clipping.extreme(channel);
    String text =
        Texts.get(
            "health.clipping",
            CHANNELS[channel],
            Texts.number(end, 1),
            unit,
            Long.toString(clipping.clipped(channel)));
    return finding(Code.CLIPPING, CHANNELS[channel], end, Math.abs(end), unit, text);
  }

  private HealthFinding stuck(int channel) {
    double seconds = stuck.stuckSeconds(channel);
    String text = Texts.get("health.stuck-axis", CHANNELS[channel], Texts.number(seconds, 1));
    double alone = StuckAxisDetector.AXIS_SECONDS;
    double limit = seconds < alone ? StuckAxisDetector.ALL_AXES_SECONDS : alone;
    return finding(Code.STUCK_AXIS, CHANNELS[channel], seconds, limit, "s", text);
  }

  private static HealthFinding finding(
      Code code, String channel, double value, double limit, String unit, String text) {
    return new HealthFinding(code, channel, value, limit, unit, text);
  }

  /** Whether the frame that the gyroscope carries along can be believed for a few seconds. */
  private boolean gyroscopeTrusted() {
    return !gyroscopeDoubted && !scale.tooLarge() && !scale.tooSmall() && !anyStuck(0);
  }

  /** The gyroscope does not turn as gravity does: what it carries along is no frame. */
  void doubtGyroscope(boolean doubted) {
    gyroscopeDoubted = doubted;
  }

  private boolean anyStuck(int from) {
    return stuck.stuckSeconds(from) > 0
        || stuck.stuckSeconds(from + 1) > 0
        || stuck.stuckSeconds(from + 2) > 0;
  }

  private AccelerometerUnit unit() {
    return AccelerometerUnit.of(gravityMps2());
  }

  GravityNorm frame() {
    return gravity;
  }

  StillSensor still() {
    return still;
  }

  /** Gravity over all movement; NaN before anything is known. */
  double medianMps2() {
    return gravity.medianMps2();
  }

  /** Whether nothing is held against the gyroscope but a zero error. */
  boolean gyroscopeSound() {
    for (int i = 0; i < 3; i++) {
      if (clipping.clipped(i) > 0) {
        return false;
      }
    }
    return gyroscopeTrusted() && !stuck.dead(0);
  }

  /** Whether some axis may be stuck; then the others prove nothing about it. */
  boolean axisSuspect() {
    return stuck.suspect() || anyStuck(0) || anyStuck(3);
  }

  /** The accelerometer was calibrated: what it showed of gravity so far is past. */
  void restartGravity() {
    gravity = new GravityNorm(samplingRateHz);
    still = new StillSensor();
    meanNorm = 0;
    samples = 0;
  }

  /** Mean size of all samples: gravity, roughly, whatever the gyroscope says. */
  double meanNormMps2() {
    return meanNorm;
  }

  boolean accelerometerStuck() {
    return anyStuck(3);
  }

  private static double[] clippingFloor() {
    // The smallest ranges on the market: 125 deg/s and 2 g, with 20 % for a wrong scale.
    double gyroscope = 0.8 * 125 * DEG;
    double accelerometer = 0.8 * 2 * GRAVITY_MPS2;
    return new double[] {
      gyroscope, gyroscope, gyroscope, accelerometer, accelerometer, accelerometer
    };
  }

  private static double[] clearMovement() {
    return new double[] {0.5, 0.5, 0.5, 3, 3, 3};
  }

  /**
   * What a user can choose.
   *
   * @param gravityLimitMps2 accepted departure of gravity; 0.4 m/s2, the zero error that data
   *     sheets of small sensors promise after soldering (40 mg). Good sensors of the development
   *     data stay within 0.1, bad ones are off by 3 to 4
   * @param gravityLimitWithoutGyroscopeMps2 same where the gyroscope cannot carry a frame, so that
   *     movement adds to the norm; 1.5 m/s2
   * @param usualBiasMps2 deviation of a bias component of a good sensor; 0.05 m/s2 (5 mg, after a
   *     maker's calibration; engineering estimate). What the norm shows is added
   * @param gyroscopeBiasRadPerS larger biases than this are not taken off by the filter: its {@code
   *     biasClipRadPerS}
   * @param judgedSeconds averages that must have been seen; 1 s, after the {@code 3 s} of the first
   */
  public record Parameters(
      double gravityLimitMps2,
      double gravityLimitWithoutGyroscopeMps2,
      double usualBiasMps2,
      double gyroscopeBiasRadPerS,
      double judgedSeconds) {
    public Parameters {
      PositiveNumber.require("gravityLimitMps2", gravityLimitMps2, "m/s2");
      PositiveNumber.require(
          "gravityLimitWithoutGyroscopeMps2", gravityLimitWithoutGyroscopeMps2, "m/s2");
      PositiveNumber.require("usualBiasMps2", usualBiasMps2, "m/s2");
      PositiveNumber.require("gyroscopeBiasRadPerS", gyroscopeBiasRadPerS, "rad/s");
      PositiveNumber.require("judgedSeconds", judgedSeconds, "s");
    }

    public static Parameters defaults() {
      return new Parameters(0.4, 1.5, 0.05, VqfFilter.Parameters.defaults().biasClipRadPerS(), 1);
    }

    double gravityLimitMps2(boolean gyroscopeTrusted) {
      return gyroscopeTrusted ? gravityLimitMps2 : gravityLimitWithoutGyroscopeMps2;
    }
  }
}
