package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.text.Texts;

/**
 * Looks after an accelerometer without a gyroscope: puts its unit right, and judges gravity by the
 * moments in which the sensor hardly moves. Where there are none, by the mean over all movement,
 * which needs more tolerance. One thread; no allocation per sample.
 */
public final class AccelerometerCare {
  private static final double HALF_WIDTH_90 = 1.645;
  private static final String[] AXES = {"accelerometer x", "accelerometer y", "accelerometer z"};

  /** Sway of somebody who holds still, and noise. */
  private static final double QUIET_MPS2 = 0.3;

  private static final double QUIET_SECONDS = 1;

  /** Until then nothing is known: five time constants of the low-pass that is averaged. */
  private static final double JUDGED_SECONDS = 1;

  private final SensorHealth.Parameters parameters;
  private final List<HealthFinding> said = new ArrayList<>();
  private final StuckAxisDetector stuck =
      new StuckAxisDetector(new double[] {0.5, 0.5, 0.5, 3, 3, 3});
  private final ClippingDetector clipping;
  private final double factor;
  private double seconds;
  private double quietSeconds;
  private long samples;
  private double meanNorm;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  /**
   * Care for a sensor whose first moments have been seen.
   *
   * @param first what {@link FirstLook} found in them
   */
  public AccelerometerCare(SensorHealth.Parameters parameters, FirstLook first) {
    this.parameters = parameters;
    AccelerometerUnit unit = first.unit();
    factor = unit.factor(first.gravity());
    double smallest = 0.8 * 2 * SensorHealth.GRAVITY_MPS2;
    clipping = new ClippingDetector(new double[] {1, 1, 1, smallest, smallest, smallest});
    if (unit != AccelerometerUnit.SI) {
      double shown = first.gravity();
      String text = Texts.get(unit.key() + ".repaired", Texts.number(shown, shown < 3 ? 2 : 1));
      say(Code.ACCELEROMETER_UNIT, "accelerometer", shown, SensorHealth.GRAVITY_MPS2, "m/s2", text);
    }
  }

  /** Puts the numbers of a sample right, in place. */
  public void repair(double[] imu) {
    for (int axis = 3; axis < 6; axis++) {
      imu[axis] *= factor;
    }
  }

  /**
   * Takes the next sample.
   *
   * @param imu gyroscope (0) and accelerometer
   * @param smoothMps2 size of the low-passed specific force
   * @param movementMps2 what the low-pass takes away
   */
  public void update(
      double intervalSeconds,
      boolean filled,
      double[] imu,
      double smoothMps2,
      double movementMps2) {
    seconds += intervalSeconds;
    quietSeconds = movementMps2 < QUIET_MPS2 ? quietSeconds + intervalSeconds : 0;
    if (filled) {
      return;
    }
    samples++;
    meanNorm += (smoothMps2 - meanNorm) / samples;
    if (quietSeconds > QUIET_SECONDS) {
      least = Math.min(least, smoothMps2);
      most = Math.max(most, smoothMps2);
    }
    stuck.update(intervalSeconds, imu);
    clipping.update(imu);
  }

  /** Samples are missing before the next one and were not bridged. */
  public void gap() {
    quietSeconds = 0;
    stuck.restart();
  }

  private boolean known() {
    return seconds > JUDGED_SECONDS;
  }

  private boolean seenQuiet() {
    return most >= least;
  }

  /** Gravity in the quiet moment where it is most wrong, or over all movement without one. */
  private double gravityMps2() {
    if (!seenQuiet()) {
      return meanNorm;
    }
    double g = SensorHealth.GRAVITY_MPS2;
    return most - g > g - least ? most : least;
  }

  private double limitMps2() {
    return parameters.gravityLimitMps2(seenQuiet());
  }

  private double offMps2() {
    return gravityMps2() - SensorHealth.GRAVITY_MPS2;
  }

  /** 90 % half-width of what a wrong zero brings into any inclination; see {@link SensorHealth}. */
  public double inclinationErrorRad() {
    if (!known()) {
      return Math.PI / 2;
    }
    double usual = parameters.usualBiasMps2();
    double sigma = Math.sqrt(usual * usual + offMps2() * offMps2());
    return FastMath.atan(HALF_WIDTH_90 * sigma / SensorHealth.GRAVITY_MPS2);
  }

  /** Whether an angle against the vertical may be judged. */
  public boolean absoluteTiltUsable() {
    return known() && Math.abs(offMps2()) <= limitMps2() && !anyStuck();
  }

  /** Whether the sensor knows at least roughly where up is. */
  public boolean usable() {
    return !anyStuck();
  }

  private boolean anyStuck() {
    return stuck.stuckSeconds(3) > 0 || stuck.stuckSeconds(4) > 0 || stuck.stuckSeconds(5) > 0;
  }

  private void say(
      Code code, String channel, double value, double limit, String unit, String text) {
    said.add(new HealthFinding(code, channel, value, limit, unit, text));
  }

  /** What is held against the sensor, and what was put right. */
  public List<HealthFinding> findings() {
    List<HealthFinding> all = new ArrayList<>(said);
    if (known() && Math.abs(offMps2()) > limitMps2()) {
      double gravity = gravityMps2();
      String text =
          Texts.get(
              "health.accelerometer-bias.alone",
              Texts.number(gravity, 1),
              Texts.number(FastMath.toDegrees(inclinationErrorRad()), 0));
      all.add(
          new HealthFinding(
              Code.ACCELEROMETER_BIAS, "accelerometer", gravity, limitMps2(), "m/s2", text));
    }
    for (int axis = 0; axis < 3; axis++) {
      double still = stuck.stuckSeconds(3 + axis);
      if (still > 0) {
        String text = Texts.get("health.stuck-axis", AXES[axis], Texts.number(still, 1));
        double limit = StuckAxisDetector.AXIS_SECONDS;
        all.add(new HealthFinding(Code.STUCK_AXIS, AXES[axis], still, limit, "s", text));
      }
      if (clipping.clipped(3 + axis) > 0) {
        double end = clipping.extreme(3 + axis);
        String count = Long.toString(clipping.clipped(3 + axis));
        String text = Texts.get("health.clipping", AXES[axis], Texts.number(end, 1), "m/s2", count);
        all.add(new HealthFinding(Code.CLIPPING, AXES[axis], end, Math.abs(end), "m/s2", text));
      }
    }
    return List.copyOf(all);
  }
}
