package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.RotationOrder;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Side;

/** Signs of docs/conventions.md from geometry; rotations by Commons Math, not by our own code. */
class JointAnglesTest {
  private static final Quaternion UPRIGHT =
      Quaternion.ofColumns(Vector3.X, Vector3.Z, Vector3.Y.negated());

  private static Quaternion of(Rotation rotation) {
    // Commons Math: q0 + q with v' = q* v q; ours the other way round.
    Rotation r = rotation.revert();
    return new Quaternion(r.getQ0(), r.getQ1(), r.getQ2(), r.getQ3());
  }

  private static Quaternion turn(Vector3D axis, double deg) {
    Rotation rotation = new Rotation(axis, Math.toRadians(deg), RotationConvention.VECTOR_OPERATOR);
    Vector3D image = rotation.applyTo(new Vector3D(1, 2, 3));
    Quaternion ours = of(rotation);
    Vector3 same = ours.rotate(new Vector3(1, 2, 3));
    assertThat(new double[] {same.x(), same.y(), same.z()})
        .containsExactly(image.toArray(), within(1e-12));
    return ours;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "-90, 0, 0", "-40, 12, -7", "30, -20, 15", "-120, 5, 30"})
  void anglesOfACardanSequenceComeBack(double phi, double theta, double psi) {
    Rotation rotation =
        new Rotation(
            RotationOrder.ZXY,
            RotationConvention.VECTOR_OPERATOR,
            Math.toRadians(phi),
            Math.toRadians(theta),
            Math.toRadians(psi));
    JointAngles angles = JointAngles.between(Quaternion.IDENTITY, of(rotation));
    assertThat(Math.toDegrees(angles.phiRad())).isCloseTo(phi, within(1e-9));
    assertThat(Math.toDegrees(angles.thetaRad())).isCloseTo(theta, within(1e-9));
    assertThat(Math.toDegrees(angles.psiRad())).isCloseTo(psi, within(1e-9));
  }

  /** Thigh horizontal and forward, shank hanging: hip and knee flexed by 90 deg. */
  @Test
  void sittingIsFlexionOfHipAndKnee() {
    // The thigh's long axis (towards the hip) points backwards when the knee is in front.
    Quaternion thigh = Quaternion.ofColumns(Vector3.Z, Vector3.X.negated(), Vector3.Y.negated());
    assertThat(JointAngles.between(UPRIGHT, thigh).hipFlexionDeg()).isCloseTo(90, within(1e-9));
    assertThat(JointAngles.between(thigh, UPRIGHT).kneeFlexionDeg()).isCloseTo(90, within(1e-9));
  }

  /** The ankle moves outwards under a still thigh: abduction on either side. */
  @Test
  void anAnkleThatMovesOutwardsIsValgusOnBothSides() {
    // A person facing earth x has the right side at earth -y.
    Quaternion rightOut = turn(new Vector3D(1, 0, 0), -10).times(UPRIGHT);
    Vector3 rightAnkle = rightOut.rotate(Vector3.Y.negated());
    assertThat(rightAnkle.y()).isNegative();
    assertThat(JointAngles.between(UPRIGHT, rightOut).abductionDeg(Side.RIGHT))
        .isCloseTo(10, within(1e-9));
    Quaternion leftOut = turn(new Vector3D(1, 0, 0), 10).times(UPRIGHT);
    assertThat(leftOut.rotate(Vector3.Y.negated()).y()).isPositive();
    assertThat(JointAngles.between(UPRIGHT, leftOut).abductionDeg(Side.LEFT))
        .isCloseTo(10, within(1e-9));
  }

  /** Toes turned towards the midline: internal rotation on either side. */
  @Test
  void toesThatTurnInwardsAreInternalRotationOnBothSides() {
    Quaternion rightIn = turn(new Vector3D(0, 0, 1), 20).times(UPRIGHT);
    assertThat(rightIn.rotate(Vector3.X).y()).isPositive();
    assertThat(JointAngles.between(UPRIGHT, rightIn).internalRotationDeg(Side.RIGHT))
        .isCloseTo(20, within(1e-9));
    Quaternion leftIn = turn(new Vector3D(0, 0, 1), -20).times(UPRIGHT);
    assertThat(JointAngles.between(UPRIGHT, leftIn).internalRotationDeg(Side.LEFT))
        .isCloseTo(20, within(1e-9));
  }

  @Test
  void aPelvisThatTipsForwardTiltsAnteriorlyAlsoAgainstTheTrunk() {
    Quaternion tipped = turn(new Vector3D(0, 1, 0), 15).times(UPRIGHT);
    assertThat(tipped.rotate(Vector3.Y).x()).as("top moves forward").isPositive();
    assertThat(Inclination.anteriorTiltDeg(tipped)).isCloseTo(15, within(1e-9));
    assertThat(JointAngles.between(tipped, UPRIGHT).lumbopelvicTiltDeg())
        .isCloseTo(15, within(1e-9));
  }

  @Test
  void aPelvisWithItsRightSideUpHasPositiveObliquity() {
    Quaternion raised = turn(new Vector3D(1, 0, 0), -6).times(UPRIGHT);
    assertThat(raised.rotate(Vector3.Z).z()).as("right side rises").isPositive();
    assertThat(Inclination.obliquityDeg(raised)).isCloseTo(6, within(1e-9));
  }

  @Test
  void headingDoesNotEnterInclination() {
    Quaternion tipped = turn(new Vector3D(0, 1, 0), 15).times(UPRIGHT);
    Quaternion elsewhere = turn(new Vector3D(0, 0, 1), 77).times(tipped);
    assertThat(Inclination.anteriorTiltDeg(elsewhere)).isCloseTo(15, within(1e-9));
    assertThat(Inclination.fromVerticalDeg(elsewhere)).isCloseTo(15, within(1e-9));
  }
}
