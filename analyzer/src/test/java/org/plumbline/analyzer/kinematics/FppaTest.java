package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Side;

/** Legs put together by hand; the expected figures are plain geometry. */
class FppaTest {
  private static final Vector3 RIGHT = Fppa.rightAtStart();

  /** A segment whose long axis points so far forward and to the right, from its upper end. */
  private static Quaternion hanging(double forward, double right) {
    Vector3 up = new Vector3(-forward, right, 1).normalized();
    Vector3 lateral = RIGHT.rejectedFrom(up).normalized();
    return Quaternion.ofColumns(up.cross(lateral), up, lateral);
  }

  @Test
  void theKneeInwardsIsPositiveOnBothSides() {
    // The right knee is to the left of hip and ankle: thigh leads left, shank leads right.
    double thigh = FastMath.tan(FastMath.toRadians(8));
    double shank = FastMath.tan(FastMath.toRadians(5));
    assertThat(Fppa.deg(RIGHT, hanging(0, -thigh), hanging(0, shank), Side.RIGHT))
        .isCloseTo(13, within(1e-9));
    assertThat(Fppa.deg(RIGHT, hanging(0, thigh), hanging(0, -shank), Side.LEFT))
        .isCloseTo(13, within(1e-9));
    assertThat(Fppa.deg(RIGHT, hanging(0, thigh), hanging(0, -shank), Side.RIGHT))
        .isCloseTo(-13, within(1e-9));
  }

  @Test
  void flexionIsNotSeenFromTheFront() {
    assertThat(Fppa.deg(RIGHT, hanging(0.8, 0), hanging(-0.5, 0), Side.RIGHT))
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void aBentHipTurnsASmallDeviationIntoALargeAngle() {
    // Thigh 60 deg forward: the same 8 deg out of the sagittal plane look twice as large.
    double forward = FastMath.tan(FastMath.toRadians(60));
    double right = -FastMath.tan(FastMath.toRadians(8)) * 2;
    assertThat(Fppa.deg(RIGHT, hanging(forward, right), hanging(0, 0), Side.RIGHT))
        .isCloseTo(FastMath.toDegrees(FastMath.atan(-right)), within(1e-9));
  }

  @Test
  void thePictureTurnsWithThePelvis() {
    Quaternion turn = Quaternion.about(Vector3.Z, FastMath.toRadians(40));
    Quaternion thigh = turn.times(hanging(0.3, -0.1));
    Quaternion shank = turn.times(hanging(-0.2, 0.1));
    Vector3 right = Fppa.rightOf(turn.times(hanging(0, 0)));
    assertThat(Fppa.deg(right, thigh, shank, Side.RIGHT))
        .isCloseTo(
            Fppa.deg(RIGHT, hanging(0.3, -0.1), hanging(-0.2, 0.1), Side.RIGHT), within(1e-9));
  }

  @Test
  void aPelvisThatFacesNowhereIsTakenToFaceAsAtTheStart() {
    Quaternion onTheSide = Quaternion.ofColumns(Vector3.X, Vector3.Y, Vector3.Z);
    assertThat(Fppa.rightOf(onTheSide)).isEqualTo(RIGHT);
  }
}
