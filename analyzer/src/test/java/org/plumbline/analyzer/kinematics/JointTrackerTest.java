package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/** A made-up knee whose two sensors drift apart in heading by a known amount. */
class JointTrackerTest {
  private static final double STEP_SECONDS = 0.01;
  private static final Quaternion UPRIGHT =
      Quaternion.ofColumns(Vector3.X, Vector3.Z, Vector3.Y.negated());
  private static final SegmentCalibration CALIBRATION =
      new SegmentCalibration(
          Quaternion.IDENTITY, Vector3.Y, SegmentCalibration.Origin.SET_UP, 0, 0, 0);

  private double driftDegPerS;
  private double seconds;
  private double thighDeg;
  private double shankDeg;
  private double valgusDeg;
  private double turnedOutDeg;

  private JointTracker tracker(Quaternion standing) {
    return new JointTracker(
        JointHeading.Parameters.defaults(), CALIBRATION, CALIBRATION, standing, true, STEP_SECONDS);
  }

  private static Quaternion about(Vector3 axis, double deg) {
    return Quaternion.about(axis, FastMath.toRadians(deg));
  }

  /** Thigh forward, shank back; the shank's sensor has a heading of its own. */
  private JointErrors.Pose pose() {
    Quaternion thigh = UPRIGHT.times(about(Vector3.Z, thighDeg));
    Quaternion shank =
        UPRIGHT.times(about(Vector3.Z, -shankDeg)).times(about(Vector3.X, valgusDeg));
    Quaternion own = about(Vector3.Z, 40 + turnedOutDeg + driftDegPerS * seconds);
    return new JointErrors.Pose(thigh, own.times(shank));
  }

  private void stay(JointTracker tracker, double forSeconds) {
    for (double until = seconds + forSeconds; seconds < until; seconds += STEP_SECONDS) {
      tracker.step(pose());
    }
  }

  private void moveTo(JointTracker tracker, double thigh, double shank, double inSeconds) {
    double fromThigh = thighDeg;
    double fromShank = shankDeg;
    double from = seconds;
    while (seconds < from + inSeconds) {
      double done = 0.5 - 0.5 * FastMath.cos(Math.PI * (seconds - from) / inSeconds);
      thighDeg = fromThigh + done * (thigh - fromThigh);
      shankDeg = fromShank + done * (shank - fromShank);
      tracker.step(pose());
      seconds += STEP_SECONDS;
    }
  }

  private static JointAngles angles(JointTracker tracker) {
    JointErrors.Pose pose = tracker.pose().orElseThrow();
    return JointAngles.between(pose.proximal(), pose.distal());
  }

  @Test
  void nothingIsSaidBeforeSomebodyStands() {
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    moveTo(tracker, 50, 30, 0.4);
    assertThat(tracker.pose()).isEmpty();
  }

  @Test
  void standingBringsTheHeadingsTogether() {
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    stay(tracker, 1);
    moveTo(tracker, 50, 30, 1.5);
    JointAngles angles = angles(tracker);
    assertThat(angles.kneeFlexionDeg()).isCloseTo(80, within(0.5));
    assertThat(FastMath.toDegrees(angles.thetaRad())).isCloseTo(0, within(0.1));
    assertThat(FastMath.toDegrees(angles.psiRad())).isCloseTo(0, within(0.1));
  }

  @Test
  void aStandingAngleThatWasEnteredIsWhatStandingReads() {
    Quaternion standing = about(Vector3.X, 3).times(about(Vector3.Y, 8));
    JointTracker tracker = tracker(standing);
    stay(tracker, 1);
    JointErrors.Pose pose = tracker.pose().orElseThrow();
    JointAngles angles = JointAngles.between(pose.proximal(), pose.distal());
    // Only heading is set: the 8 deg of rotation, and not the 3 deg sideways, which gravity tells.
    assertThat(FastMath.toDegrees(angles.psiRad())).isCloseTo(8, within(0.05));
  }

  @Test
  void driftIsTakenOffAtEveryReturn() {
    driftDegPerS = 0.3;
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    stay(tracker, 1);
    double worst = 0;
    for (int i = 0; i < 20; i++) {
      moveTo(tracker, 50, 30, 1.5);
      worst = Math.max(worst, Math.abs(FastMath.toDegrees(angles(tracker).psiRad())));
      moveTo(tracker, 0, 0, 1.5);
    }
    // 18 deg of drift in a minute; of one repetition 0.9.
    assertThat(worst).isLessThan(4);
    assertThat(tracker.heading().ageSeconds()).isLessThan(4);
  }

  @Test
  void aValgusThatIsHeldAtTheBottomStaysOne() {
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    stay(tracker, 1);
    valgusDeg = 12;
    for (int i = 0; i < 10; i++) {
      moveTo(tracker, 50, 30, 1);
      stay(tracker, 2);
      double theta = FastMath.toDegrees(angles(tracker).thetaRad());
      assertThat(theta).as("repetition " + i).isGreaterThan(9);
      moveTo(tracker, 0, 0, 1);
    }
  }

  @Test
  void aFootThatIsSetDownTurnedOutIsRotationAndNotHeading() {
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    stay(tracker, 1);
    moveTo(tracker, 50, 30, 3);
    turnedOutDeg = 40;
    moveTo(tracker, 0, 0, 3);
    stay(tracker, 4);
    assertThat(FastMath.abs(FastMath.toDegrees(angles(tracker).psiRad()))).isGreaterThan(35);
  }

  @Test
  void aLossLeavesNothingUntilSomebodyStandsAgain() {
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    stay(tracker, 1);
    tracker.lose();
    moveTo(tracker, 50, 30, 0.4);
    assertThat(tracker.pose()).isEmpty();
    moveTo(tracker, 0, 0, 1);
    stay(tracker, 1);
    assertThat(tracker.pose()).isPresent();
  }

  @Test
  void withoutAnyReturnAHingeKeepsTheHeadingNear() {
    driftDegPerS = 0.3;
    JointTracker tracker = tracker(Quaternion.IDENTITY);
    stay(tracker, 1);
    moveTo(tracker, 40, 30, 1);
    for (int i = 0; i < 40; i++) {
      moveTo(tracker, 60, 40, 0.75);
      moveTo(tracker, 40, 30, 0.75);
    }
    // 18 deg of drift by now.
    assertThat(FastMath.abs(FastMath.toDegrees(angles(tracker).psiRad()))).isLessThan(9);
  }
}
