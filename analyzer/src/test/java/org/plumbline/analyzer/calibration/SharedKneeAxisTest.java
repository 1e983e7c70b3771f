package org.plumbline.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.calibration.SharedKneeAxis.LegPose;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/** A leg whose knee is a hinge, with sensors on any way round; the truth is its geometry. */
class SharedKneeAxisTest {
  private static final Quaternion ON_THIGH =
      Quaternion.about(new Vector3(1, 2, -1).normalized(), 2.1);
  private static final Quaternion ON_SHANK =
      Quaternion.about(new Vector3(-2, 1, 3).normalized(), 0.8);

  /**
   * Earth: x to the front, y up, z to the right; the leg is spread, its knee points outwards, and
   * the thigh is flexed at the hip.
   *
   * @param turnRad of the shank about its own long axis
   */
  private static LegPose pose(
      double spreadDeg, double outDeg, double hipDeg, double kneeDeg, double turnRad) {
    Quaternion thigh =
        about(Vector3.X, spreadDeg).times(about(Vector3.Y, outDeg)).times(about(Vector3.Z, hipDeg));
    Quaternion shank =
        thigh.times(about(Vector3.Z, -kneeDeg)).times(Quaternion.about(Vector3.Y, turnRad));
    return new LegPose(up(thigh, ON_THIGH), up(shank, ON_SHANK));
  }

  private static Quaternion about(Vector3 axis, double deg) {
    return Quaternion.about(axis, Math.toRadians(deg));
  }

  private static Vector3 up(Quaternion segmentToEarth, Quaternion segmentToSensor) {
    return segmentToSensor.rotate(segmentToEarth.conjugate().rotate(Vector3.Y));
  }

  private static double offDeg(SharedKneeAxis knee) {
    return Math.toDegrees(knee.axis().angleToRad(ON_THIGH.rotate(Vector3.Z)));
  }

  @Test
  void theAxisIsTheKneesHoweverTheLegIsSpreadAndTheKneePoints() {
    Vector3 shankAxis = ON_SHANK.rotate(Vector3.Z);
    SharedKneeAxis knee =
        new SharedKneeAxis(pose(7, 0, -3, 4, 0), pose(-12, 20, 84, 95, 0), shankAxis);
    assertThat(offDeg(knee)).isCloseTo(0, within(1e-6));
    assertThat(Math.toDegrees(knee.thighTurnRad())).isBetween(75.0, 100.0);
  }

  /** The error of the shank's axis is passed on once to each of two directions. */
  @Test
  void anErrorOfTheShanksAxisIsPassedOnAndStated() {
    double error = Math.toRadians(3);
    Vector3 tilted = ON_SHANK.rotate(Quaternion.about(Vector3.X, error).rotate(Vector3.Z));
    SharedKneeAxis knee = new SharedKneeAxis(pose(0, 0, 0, 0, 0), pose(0, 0, 90, 90, 0), tilted);
    assertThat(offDeg(knee)).isCloseTo(3 * Math.sqrt(2), within(0.1));
    assertThat(Math.toDegrees(knee.axisErrorRad(error))).isCloseTo(3, within(0.01));
  }

  /** A shank that is turned raises the axis only where the lower leg is not upright. */
  @Test
  void turningTheShankCountsAsFarAsTheLowerLegLeans() {
    Vector3 shankAxis = ON_SHANK.rotate(Vector3.Z);
    double turn = Math.toRadians(10);
    SharedKneeAxis upright =
        new SharedKneeAxis(pose(0, 0, 0, 0, 0), pose(0, 0, 90, 90, turn), shankAxis);
    SharedKneeAxis drawnBack =
        new SharedKneeAxis(pose(0, 0, 0, 0, 0), pose(0, 0, 90, 120, turn), shankAxis);
    assertThat(offDeg(upright)).isCloseTo(0, within(1e-6));
    // sin 30 deg of 10 deg, in the plane of both poses.
    assertThat(offDeg(drawnBack)).isCloseTo(5, within(0.1));
    assertThat(Math.toDegrees(upright.axisErrorRad(0))).isCloseTo(0, within(1e-6));
    assertThat(Math.toDegrees(drawnBack.axisErrorRad(0))).isCloseTo(5, within(0.1));
  }

  @Test
  void onePoseTwiceShowsNothing() {
    LegPose standing = pose(0, 0, 0, 0, 0);
    assertThatThrownBy(() -> new SharedKneeAxis(standing, standing, Vector3.Z))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
