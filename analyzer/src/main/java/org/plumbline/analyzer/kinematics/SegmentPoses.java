package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * Orientation of one segment over one repetition, facing the same way as all others.
 *
 * <p>Without a magnetometer every sensor has a heading of its own that drifts. At the start and at
 * the end of a repetition the person is back in the start position, so all lateral axes are taken
 * to be parallel there; in between the difference is spread evenly over time. A sensor whose
 * accelerometer cannot say where up is follows its gyroscope from one standing instant to the next,
 * and what does not close is spread in the same way.
 */
final class SegmentPoses {

  /** Steps on either side of an instant that are averaged, 50 ms. */
  private static final int AROUND = 5;

  /** Heading of the lateral axis (segment z) of somebody who faces earth x. */
  private static final double FACING_RAD = -Math.PI / 2;

  /** Upright and facing earth x: segment x, y, z in earth coordinates. */
  private static final Quaternion UPRIGHT =
      Quaternion.ofColumns(Vector3.X, Vector3.Z, Vector3.Y.negated());

  private final long start;
  private final Quaternion[] poses;
  private final boolean[] measured;
  private final boolean byGyroscope;
  private final double closureRad;
  private final double turnedRad;

  private SegmentPoses(
      long start,
      Quaternion[] poses,
      boolean[] measured,
      boolean byGyroscope,
      double closureRad,
      double turnedRad) {
    this.start = start;
    this.poses = poses;
    this.measured = measured;
    this.byGyroscope = byGyroscope;
    this.closureRad = closureRad;
    this.turnedRad = turnedRad;
  }

  /** Poses from {@code start} to {@code end}, by the orientation filter, headings aligned. */
  static SegmentPoses filtered(
      GridTrack track, SegmentCalibration calibration, long start, long end) {
    int n = (int) (end - start) + 1;
    Quaternion[] poses = new Quaternion[n];
    boolean[] measured = new boolean[n];
    read(track, 0, calibration, start, poses, measured);
    double first = headingRad(poses, measured, 0, Math.min(n - 1, AROUND));
    double turned =
        JointHeading.wrap(headingRad(poses, measured, Math.max(0, n - 1 - AROUND), n - 1) - first);
    for (int i = 0; i < n; i++) {
      double away = first - FACING_RAD + turned * i / Math.max(1, n - 1);
      poses[i] = Quaternion.about(Vector3.Z, -away).times(poses[i]);
    }
    return new SegmentPoses(start, poses, measured, false, 0, turned);
  }

  /** Poses by the gyroscope alone, upright at both ends. */
  static SegmentPoses gyroLed(
      GridTrack track, SegmentCalibration calibration, long start, long end) {
    int n = (int) (end - start) + 1;
    Quaternion[] poses = new Quaternion[n];
    boolean[] measured = new boolean[n];
    read(track, WornSegment.STRAP_DOWN, calibration, start, poses, measured);
    int first = firstMeasured(measured);
    int last = lastMeasured(measured);
    Quaternion anchor = UPRIGHT.times(poses[first].conjugate());
    for (int i = 0; i < n; i++) {
      poses[i] = anchor.times(poses[i]);
    }
    Quaternion closing = UPRIGHT.times(poses[last].conjugate());
    double closureRad = Quaternion.IDENTITY.angleToRad(closing);
    for (int i = first; i <= last; i++) {
      double fraction = (i - first) / (double) Math.max(1, last - first);
      poses[i] = Quaternion.IDENTITY.towards(closing, fraction).times(poses[i]);
    }
    return new SegmentPoses(start, poses, measured, true, closureRad, 0);
  }

  private static void read(
      GridTrack track,
      int column,
      SegmentCalibration calibration,
      long start,
      Quaternion[] poses,
      boolean[] measured) {
    for (int i = 0; i < poses.length; i++) {
      measured[i] = track.has(start + i);
      poses[i] =
          measured[i]
              ? calibration.toSegment(WornSegment.quaternion(track, start + i, column))
              : Quaternion.IDENTITY;
    }
  }

  private static double headingRad(Quaternion[] poses, boolean[] measured, int from, int to) {
    double x = 0;
    double y = 0;
    for (int i = from; i <= to; i++) {
      if (measured[i]) {
        Vector3 lateral = poses[i].rotate(Vector3.Z);
        x += lateral.x();
        y += lateral.y();
      }
    }
    return FastMath.atan2(y, x);
  }

  private static int firstMeasured(boolean[] measured) {
    int i = 0;
    while (i < measured.length - 1 && !measured[i]) {
      i++;
    }
    return i;
  }

  private static int lastMeasured(boolean[] measured) {
    int i = measured.length - 1;
    while (i > 0 && !measured[i]) {
      i--;
    }
    return i;
  }

  boolean has(long step) {
    return measured[(int) (step - start)];
  }

  /** Segment to earth; only where {@link #has}. */
  Quaternion at(long step) {
    return poses[(int) (step - start)];
  }

  /** Share of steps that were measured. */
  double coverage() {
    int n = 0;
    for (boolean one : measured) {
      n += one ? 1 : 0;
    }
    return n / (double) measured.length;
  }

  /** Whether the gyroscope alone made them. */
  boolean byGyroscope() {
    return byGyroscope;
  }

  /** By how much the gyroscope had not come back to the start, rad; 0 for filtered poses. */
  double closureRad() {
    return closureRad;
  }

  /**
   * By how much the lateral axis had turned about the vertical from the first to the last instant,
   * rad: the person and the drift of the sensor.
   */
  double turnedRad() {
    return turnedRad;
  }
}
