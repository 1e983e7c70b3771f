package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;

/** Turns about one axis, whose angle is known at every instant. */
class PoseSmoothingTest {
  private static final int STEPS = 400;
  private static final int REACH = 20;
  private static final PoseSmoothing SMOOTHING = new PoseSmoothing(REACH);
  private static final Vector3 AXIS = new Vector3(0.48, -0.6, 0.64);

  @Test
  void steadyTurnComesThrough() {
    // 200 deg/s, faster than any exercise.
    GridTrack track = track(seconds -> Math.toRadians(200) * seconds, false);
    assertThat(errorDeg(track, 200, REACH, seconds -> Math.toRadians(200) * seconds))
        .isLessThan(0.05);
  }

  @Test
  void turnOfASlowRepetitionComesThrough() {
    // 80 deg down and up in three seconds.
    DoubleUnaryOperator angle =
        seconds -> Math.toRadians(40) * (1 - StrictMath.cos(2 * Math.PI * seconds / 3));
    GridTrack track = track(angle, false);
    double worst = 0;
    for (int step = REACH; step < STEPS - REACH; step++) {
      worst = Math.max(worst, errorDeg(track, step, REACH, angle));
    }
    assertThat(worst).isLessThan(0.05);
  }

  @Test
  void wobbleIsTakenOffAsTheWeightsSay() {
    assertThat(leftOf(2)).isCloseTo(0.88, within(0.02));
    assertThat(leftOf(3)).isCloseTo(0.55, within(0.02));
    assertThat(leftOf(4)).isCloseTo(0.10, within(0.02));
  }

  private static double leftOf(double hz) {
    double size = Math.toRadians(1);
    GridTrack track = track(s -> size * StrictMath.sin(2 * Math.PI * hz * s), false);
    double most = 0;
    for (int step = 100; step < 300; step++) {
      Quaternion smooth = SMOOTHING.at(track, step, REACH, Long.MIN_VALUE);
      most = Math.max(most, smooth.angleToRad(Quaternion.IDENTITY));
    }
    return most / size;
  }

  @Test
  void quaternionOfOtherSignIsTheSameTurn() {
    DoubleUnaryOperator angle = seconds -> Math.toRadians(30) * seconds;
    assertThat(errorDeg(track(angle, true), 200, REACH, angle)).isLessThan(0.01);
  }

  @Test
  void narrowerBesideAHoleAndWhereTheNumbersMeanSomethingElse() {
    DoubleUnaryOperator angle = seconds -> seconds < 2 ? 0 : Math.toRadians(90);
    GridTrack track = track(angle, false);
    assertThat(errorDeg(track, 200, REACH, angle)).isGreaterThan(5);
    // Before step 200 the sensor had another heading.
    assertThat(errorDeg(SMOOTHING.at(track, 200, REACH, 200), Math.toRadians(90))).isZero();
    assertThat(errorDeg(SMOOTHING.at(track, 203, REACH, 200), Math.toRadians(90))).isLessThan(1e-6);
    // The last step has nothing after it.
    assertThat(errorDeg(track, STEPS - 1, REACH, angle)).isLessThan(1e-6);
  }

  @Test
  void fastMovementAllowsLess() {
    assertThat(SMOOTHING.reach(2.5)).isEqualTo(REACH);
    assertThat(SMOOTHING.reach(6)).isEqualTo(8);
    assertThat(SMOOTHING.reach(60)).isZero();
    assertThat(SMOOTHING.reach(Double.POSITIVE_INFINITY)).isZero();
  }

  private static double errorDeg(
      GridTrack track, int step, int reach, DoubleUnaryOperator angleRad) {
    Quaternion smooth = SMOOTHING.at(track, step, reach, Long.MIN_VALUE);
    return errorDeg(smooth, angleRad.applyAsDouble(step / 100.0));
  }

  private static double errorDeg(Quaternion smooth, double angleRad) {
    return Math.toDegrees(smooth.angleToRad(Quaternion.about(AXIS, angleRad)));
  }

  private static GridTrack track(DoubleUnaryOperator angleRad, boolean signsChange) {
    GridTrack track = new GridTrack(WornSegment.COLUMNS, false, 300_000_000L);
    double[] row = new double[WornSegment.COLUMNS];
    for (int step = 0; step < STEPS; step++) {
      Quaternion q = Quaternion.about(AXIS, angleRad.applyAsDouble(step / 100.0));
      double sign = signsChange && step % 3 == 0 ? -1 : 1;
      row[0] = sign * q.w();
      row[1] = sign * q.x();
      row[2] = sign * q.y();
      row[3] = sign * q.z();
      track.append(step * GridTrack.STEP_NANOS, row);
    }
    return track;
  }
}
