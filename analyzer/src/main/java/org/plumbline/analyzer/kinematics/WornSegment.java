package org.plumbline.analyzer.kinematics;

import java.util.Optional;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;

/**
 * A segment with a sensor on it, as far as it is known when a repetition is measured.
 *
 * @param placement where
 * @param track rows of {@link #COLUMNS}: sensor to earth by the orientation filter (w, x, y, z),
 *     and sensor to a drifting frame by the gyroscope alone (w, x, y, z)
 * @param calibration how the sensor sits; empty while nobody stood and moved
 * @param usable whether its gyroscope can be trusted at all
 * @param gyroLed whether the accelerometer is too bad to say where up is
 * @param errors how far the sensor can be believed
 * @param meaning how often the sensor was put right; headings before and after have nothing in
 *     common
 * @param why nothing can be measured with it, where that is known better than from the rest
 * @param method what its orientation is made from
 */
public record WornSegment(
    OnSegment placement,
    GridTrack track,
    Optional<SegmentCalibration> calibration,
    boolean usable,
    boolean gyroLed,
    SensorErrors errors,
    int meaning,
    Optional<Reason> why,
    OrientationMethod method) {

  /** A sensor that was never put right. */
  public WornSegment(
      OnSegment placement,
      GridTrack track,
      Optional<SegmentCalibration> calibration,
      boolean usable,
      boolean gyroLed,
      SensorErrors errors) {
    this(
        placement,
        track,
        calibration,
        usable,
        gyroLed,
        errors,
        0,
        Optional.empty(),
        OrientationMethod.VQF);
  }

  /** Width of a row of {@link #track}. */
  public static final int COLUMNS = 8;

  /** Column of the gyroscope-only quaternion. */
  public static final int STRAP_DOWN = 4;

  /** The same, not to be measured with. */
  public WornSegment distrusted() {
    return with(false, why);
  }

  /** The same, not to be measured with for a reason that is known. */
  public WornSegment without(Reason reason) {
    return with(false, Optional.of(reason));
  }

  /** The same, not calibrated for a reason that is known; what needs no calibration still holds. */
  public WornSegment uncalibrated(Reason reason) {
    return with(usable, Optional.of(reason));
  }

  private WornSegment with(boolean isUsable, Optional<Reason> reason) {
    return new WornSegment(
        placement, track, calibration, isUsable, gyroLed, errors, meaning, reason, method);
  }

  /** 90 % half-width of an inclination as it stands, rad. */
  public double inclinationErrorRad() {
    return errors.inclinationRad();
  }

  /** The quaternion that begins at {@code column} of a step that the track has. */
  public static Quaternion quaternion(GridTrack track, long step, int column) {
    return new Quaternion(
        track.value(step, column),
        track.value(step, column + 1),
        track.value(step, column + 2),
        track.value(step, column + 3));
  }

  /** Whether it turns about the vertical unseen, so that it is no part of a joint. */
  boolean inclinationOnly() {
    return method == OrientationMethod.ACCELEROMETER;
  }

  /** What must be known of figures read off it. */
  Caveat caveat() {
    return switch (method) {
      case ACCELEROMETER -> Caveat.ACCELEROMETER_ALONE;
      case DEVICE -> Caveat.DEVICE_ORIENTATION;
      default -> Caveat.NONE;
    };
  }
}
