package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * A pelvis and a thigh whose tilts are prescribed, so that each figure is a difference of numbers
 * that stand here.
 */
class StanceMeasurementTest {
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);
  private static final OnSegment THIGH = new OnSegment(Segment.THIGH, Side.RIGHT);

  /** Facing earth x. */
  private static final Quaternion UPRIGHT =
      Quaternion.ofColumns(Vector3.X, Vector3.Z, Vector3.Y.negated());

  private static final double TISSUE_RAD = FastMath.toRadians(1);

  /** Poses of a smoothed trace at a plateau are exact, on a ramp at its middle too. */
  private static final double EXACT_DEG = 0.01;

  /** Three repetitions of 4 s: a second of standing, one down, one of hold, one up. */
  private static final int LENGTH = 400;

  private static Repetition repetition(int number) {
    long start = (long) number * LENGTH;
    return new Repetition(start + 50, start + 210, start + 290, start + 399, 60, true);
  }

  private static double tiltDeg(int step, double[] stands, double[] holds) {
    int number = Math.min(stands.length - 2, step / LENGTH);
    int at = step - number * LENGTH;
    double down = Math.min(1, Math.max(0, (at - 100) / 100.0));
    double up = Math.min(1, Math.max(0, (at - 300) / 60.0));
    double from = stands[number];
    double to = stands[number + 1];
    return up > 0
        ? holds[number] + (to - holds[number]) * up
        : from + (holds[number] - from) * down;
  }

  /**
   * A segment over some repetitions.
   *
   * @param stands forward tilt before the first, and after each
   * @param holds forward tilt at each turn
   */
  private static WornSegment worn(
      OnSegment placement, boolean gyroLed, int meaning, double[] stands, double[] holds) {
    GridTrack track = new GridTrack(WornSegment.COLUMNS, true, 1_000_000_000L);
    double[] row = new double[WornSegment.COLUMNS];
    for (int step = 0; step <= holds.length * LENGTH; step++) {
      double rad = FastMath.toRadians(tiltDeg(step, stands, holds));
      Quaternion pose = Quaternion.about(Vector3.Y, rad).times(UPRIGHT);
      for (int at : new int[] {0, WornSegment.STRAP_DOWN}) {
        row[at] = pose.w();
        row[at + 1] = pose.x();
        row[at + 2] = pose.y();
        row[at + 3] = pose.z();
      }
      track.append(step * GridTrack.STEP_NANOS, row);
    }
    SegmentCalibration calibration =
        new SegmentCalibration(
            Quaternion.IDENTITY, Vector3.Y, SegmentCalibration.Origin.SET_UP, 0, 0, 0);
    return new WornSegment(
        placement,
        track,
        Optional.of(calibration),
        true,
        gyroLed,
        new SensorErrors(0, 0, TISSUE_RAD),
        meaning,
        Optional.empty(),
        OrientationMethod.VQF);
  }

  /** Back to the same upright pose each time, and down to 80 deg of hip flexion. */
  private static WornSegment thigh(int repetitions) {
    double[] holds = new double[repetitions];
    Arrays.fill(holds, -80);
    return worn(THIGH, false, 0, new double[repetitions + 1], holds);
  }

  private static Measurements measure(List<WornSegment> worn, Stances stances, int number) {
    Measurements measurements = new Measurements();
    KinematicMeasurement.measure(
        worn,
        Set.of(),
        repetition(number),
        stances,
        StartsIn.STANDING,
        List.of(Side.RIGHT),
        measurements);
    return measurements;
  }

  private static double value(Measurements measurements, String name) {
    return metric(measurements, name).value();
  }

  private static Metric metric(Measurements measurements, String name) {
    return measurements.metric(name, Side.MIDLINE).orElseThrow();
  }

  /** After standing at 0, the person comes back to 10, to 20 and to 0, and holds 40 each time. */
  private static final double[] STANDS = {0, 10, 20, 0};

  private static final double[] HOLDS = {40, 40, 40};

  @Test
  void leanIsCountedFromTheMeanOfTheEndsSoFar() {
    List<WornSegment> worn = List.of(worn(PELVIS, false, 0, STANDS, HOLDS), thigh(3));
    Stances stances = new Stances();
    double[] stood = {10, 15, 10};
    List<Double> tilts = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      Measurements measured = measure(worn, stances, number);
      stances.add(worn, repetition(number));
      tilts.add(value(measured, "pelvicTiltFromStance"));
      assertThat(tilts.get(number)).isCloseTo(40 - stood[number], within(EXACT_DEG));
      // 80 deg of the thigh, whose stance is upright, less the lean.
      assertThat(value(measured, "thighBeyondLeanFromStance"))
          .isCloseTo(80 - 40 + stood[number], within(EXACT_DEG));
      // From the own start it would be a smaller change for the same lean: 40, 30 and 20.
      assertThat(value(measured, "pelvicTilt")).isCloseTo(40 - 10 * number, within(EXACT_DEG));
      // On the way at 0.5 to 0.9 of the thigh's way, the pelvis is at the same shares of its own.
      double out = STANDS[number] + 0.7 * (40 - STANDS[number]);
      double back = STANDS[number + 1] + 0.7 * (40 - STANDS[number + 1]);
      assertThat(value(measured, "pelvicLeanFromStance"))
          // A step of the thigh is 1.3 deg, and the first one beyond a share is taken.
          .isCloseTo((out + back) / 2 - stood[number], within(0.5));
    }
  }

  @Test
  void measuredAgainItIsTheSame() {
    List<WornSegment> worn = List.of(worn(PELVIS, false, 0, STANDS, HOLDS), thigh(3));
    Stances stances = new Stances();
    List<Metric> first = measure(worn, stances, 0).metrics();
    for (int number = 0; number < 3; number++) {
      stances.add(worn, repetition(number));
    }
    assertThat(measure(worn, stances, 0).metrics()).isEqualTo(first);
  }

  @Test
  void theMoreEndsTheSmallerTheError() {
    List<WornSegment> worn = List.of(worn(PELVIS, false, 0, STANDS, HOLDS), thigh(3));
    Stances stances = new Stances();
    Metric alone = metric(measure(worn, stances, 2), "pelvicTiltFromStance");
    stances.add(worn, repetition(0));
    stances.add(worn, repetition(1));
    Metric third = metric(measure(worn, stances, 2), "pelvicTiltFromStance");
    double change = metric(measure(worn, stances, 2), "pelvicTilt").error();
    // 1.645 x 4.5 deg, over one end and over three.
    assertThat(alone.error()).isCloseTo(FastMath.hypot(7.4025, change), within(0.05));
    assertThat(third.error()).isCloseTo(FastMath.hypot(4.2738, change), within(0.05));
    assertThat(third.repeatError()).isGreaterThan(4.2738);
  }

  /** What a sensor showed before it was put right, or could not show, is no stance. */
  @Test
  void endsWithNumbersThatMeantSomethingElseAreLeftOut() {
    WornSegment pelvis = worn(PELVIS, false, 0, STANDS, HOLDS);
    Stances stances = new Stances();
    stances.add(List.of(worn(PELVIS, true, 0, STANDS, HOLDS)), repetition(0));
    assertThat(stances.until(pelvis, repetition(1))).hasSize(1);
    stances.add(List.of(pelvis), repetition(0));
    assertThat(stances.until(pelvis, repetition(1))).hasSize(2);
    assertThat(stances.until(worn(PELVIS, false, 1, STANDS, HOLDS), repetition(1))).hasSize(1);
    assertThat(stances.until(thigh(3), repetition(1))).hasSize(1);
  }

  /** Poses by the gyroscope are taken to be upright at both ends, whatever was before. */
  @Test
  void aSensorWhoseAccelerometerIsBadIsCountedFromItsOwnStart() {
    double[] same = {0, 0, 0, 0};
    List<WornSegment> worn = List.of(worn(PELVIS, true, 0, same, HOLDS), thigh(3));
    Stances stances = new Stances();
    stances.add(List.of(worn(PELVIS, false, 0, STANDS, HOLDS)), repetition(0));
    Measurements measured = measure(worn, stances, 1);
    assertThat(value(measured, "pelvicTiltFromStance")).isCloseTo(40, within(EXACT_DEG));
    assertThat(metric(measured, "pelvicTiltFromStance").error())
        .isEqualTo(metric(measured, "pelvicLeanFromStance").error());
  }

  @Test
  void lyingDownNobodyLeans() {
    Measurements measurements = new Measurements();
    KinematicMeasurement.measure(
        List.of(worn(PELVIS, false, 0, STANDS, HOLDS), thigh(3)),
        Set.of(),
        repetition(0),
        new Stances(),
        StartsIn.LYING,
        List.of(Side.RIGHT),
        measurements);
    for (String name :
        List.of("pelvicLeanFromStance", "pelvicTiltFromStance", "thighBeyondLeanFromStance")) {
      assertThat(measurements.metric(name, Side.MIDLINE)).as(name).isEmpty();
      assertThat(measurements.reason(name, Side.MIDLINE)).as(name).isPresent();
    }
  }

  @Test
  void withoutAThighTheLargestLeanIsStillRead() {
    Measurements measured =
        measure(List.of(worn(PELVIS, false, 0, STANDS, HOLDS)), new Stances(), 0);
    assertThat(value(measured, "pelvicTiltFromStance")).isCloseTo(30, within(EXACT_DEG));
    assertThat(measured.reason("pelvicLeanFromStance", Side.MIDLINE).orElseThrow().code())
        .isEqualTo("missing-placement");
  }
}
