package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.SegmentCalibration.Origin;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/** Stated errors against angles of poses that were really turned by so much. */
class JointErrorsTest {
  private static final double SMALL_RAD = 1e-5;
  private static final double TISSUE_RAD = FastMath.toRadians(1.3);
  private static final Quaternion UPRIGHT =
      Quaternion.ofColumns(Vector3.X, Vector3.Z, Vector3.Y.negated());

  private static SegmentCalibration sure(Origin origin) {
    return new SegmentCalibration(Quaternion.IDENTITY, Vector3.Y, origin, 0, 0, 0);
  }

  private static SegmentCalibration unsure(double sagittal, double frontal, double lateral) {
    return new SegmentCalibration(
        Quaternion.IDENTITY, Vector3.Y, Origin.SET_UP, sagittal, frontal, lateral);
  }

  /** Sources of a joint whose headings were found apart from its calibration. */
  private static JointErrors errors(
      SegmentCalibration proximal, SegmentCalibration distal, double headingRad) {
    return errors(proximal, distal, headingRad, JointErrors.Shares.NONE);
  }

  private static JointErrors errors(
      SegmentCalibration proximal,
      SegmentCalibration distal,
      double headingRad,
      JointErrors.Shares shares) {
    JointErrors.Segment skin = new JointErrors.Segment(0, 0, TISSUE_RAD);
    return new JointErrors(
        new JointErrors.Sources(
            new JointSources(proximal, distal, false), shares, shares, headingRad, 0, skin, skin));
  }

  private static Quaternion about(Vector3 axis, double deg) {
    return Quaternion.about(axis, FastMath.toRadians(deg));
  }

  /** A squat with some valgus and rotation: thigh 50 deg forward, knee 80 deg. */
  private static JointErrors.Pose squat(double kneeDeg) {
    Quaternion thigh = UPRIGHT.times(about(Vector3.Z, 0.6 * kneeDeg));
    Quaternion knee =
        about(Vector3.Z, -kneeDeg).times(about(Vector3.X, 6)).times(about(Vector3.Y, 9));
    return new JointErrors.Pose(thigh, thigh.times(knee));
  }

  private static void assertSame(AngleErrors stated, JointAngles from, JointAngles to, double by) {
    assertThat(stated.flexionRad())
        .isCloseTo(Math.abs(to.phiRad() - from.phiRad()) / by, within(1e-4));
    assertThat(stated.abductionRad())
        .isCloseTo(Math.abs(to.thetaRad() - from.thetaRad()) / by, within(1e-4));
    assertThat(stated.rotationRad())
        .isCloseTo(Math.abs(to.psiRad() - from.psiRad()) / by, within(1e-4));
  }

  private static JointAngles angles(Quaternion proximal, Quaternion distal) {
    return JointAngles.between(proximal, distal);
  }

  @Test
  void aTurnedProximalAxisMovesTheAnglesAsStated() {
    JointErrors.Pose pose = squat(80);
    JointErrors errors = errors(unsure(0, 0, 1), sure(Origin.SET_UP), 0);
    Quaternion turned = pose.proximal().times(Quaternion.about(Vector3.Y, SMALL_RAD));
    assertSame(
        errors.absolute(pose),
        angles(pose.proximal(), pose.distal()),
        angles(turned, pose.distal()),
        SMALL_RAD);
  }

  @Test
  void aLeaningDistalSegmentMovesTheAnglesAsStated() {
    JointErrors.Pose pose = squat(80);
    for (Vector3 axis : new Vector3[] {Vector3.X, Vector3.Y, Vector3.Z}) {
      SegmentCalibration unsure = unsure(axis.z(), axis.x(), axis.y());
      JointErrors errors = errors(sure(Origin.SET_UP), unsure, 0);
      Quaternion turned = pose.distal().times(Quaternion.about(axis, SMALL_RAD));
      assertSame(
          errors.absolute(pose),
          angles(pose.proximal(), pose.distal()),
          angles(pose.proximal(), turned),
          SMALL_RAD);
    }
  }

  @Test
  void aWrongHeadingBecomesAbductionAsTheShankLeans() {
    JointErrors errors = errors(sure(Origin.SET_UP), sure(Origin.SET_UP), 1);
    JointErrors.Pose pose = squat(80);
    Quaternion turn = Quaternion.about(Vector3.Z, SMALL_RAD);
    assertSame(
        errors.absolute(pose),
        angles(pose.proximal(), pose.distal()),
        angles(pose.proximal(), turn.times(pose.distal())),
        SMALL_RAD);
    // Orientation reference, 4.2: abduction by sin of the shank's inclination, rotation by cos.
    Quaternion shank = UPRIGHT.times(about(Vector3.Z, -30));
    Quaternion thigh = UPRIGHT.times(about(Vector3.Z, 50));
    AngleErrors plain = errors.absolute(new JointErrors.Pose(thigh, shank));
    assertThat(plain.abductionRad()).isCloseTo(0.5, within(1e-9));
    assertThat(plain.rotationRad()).isCloseTo(FastMath.cos(FastMath.toRadians(30)), within(1e-9));
    assertThat(plain.flexionRad()).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatIsFixedCancelsInAChangeAsFarAsItsEffectIsTheSame() {
    SegmentCalibration unsure = unsure(0.5, 0.05, 0.07);
    JointErrors errors = errors(unsure, unsure, 0.03);
    AngleErrors none = errors.change(squat(80), squat(80));
    // Nothing but the skin of both segments moves.
    double tissue = TISSUE_RAD * Math.sqrt(2);
    assertThat(none.abductionRad()).isCloseTo(tissue, within(1e-9));
    assertThat(none.flexionRad()).isLessThan(1.05 * tissue);
    AngleErrors change = errors.change(squat(10), squat(80));
    AngleErrors absolute = errors.absolute(squat(80));
    assertThat(change.flexionRad()).isLessThan(0.1 * absolute.flexionRad());
  }

  @Test
  void aChangeIsAsWrongAsTheDifferenceOfTwoTurnedPoses() {
    SplittableRandom chance = new SplittableRandom(3);
    for (int i = 0; i < 20; i++) {
      JointErrors.Pose from = squat(chance.nextDouble() * 40);
      JointErrors.Pose to = squat(40 + chance.nextDouble() * 60);
      JointErrors errors = errors(unsure(0, 0, 1), sure(Origin.REPETITIONS), 0);
      Quaternion turn = Quaternion.about(Vector3.Y, SMALL_RAD);
      JointAngles right = angles(to.proximal(), to.distal());
      JointAngles rightFrom = angles(from.proximal(), from.distal());
      JointAngles wrong = angles(to.proximal().times(turn), to.distal());
      JointAngles wrongFrom = angles(from.proximal().times(turn), from.distal());
      double real =
          (wrong.thetaRad() - wrongFrom.thetaRad() - right.thetaRad() + rightFrom.thetaRad())
              / SMALL_RAD;
      double tissue = TISSUE_RAD * Math.sqrt(2);
      double stated = errors.change(from, to).abductionRad();
      assertThat(stated).isBetween(Math.abs(real) - 1e-4, Math.abs(real) + tissue);
    }
  }

  @Test
  void aLegThatLeansSidewaysCostsNothingWhileItIsStraight() {
    SegmentCalibration leaning =
        new SegmentCalibration(
            Quaternion.IDENTITY, Vector3.Y, Origin.REPETITIONS, 0, FastMath.toRadians(5), 0);
    JointErrors errors = errors(leaning, leaning, 0);
    Quaternion thigh = UPRIGHT;
    AngleErrors straight = errors.absolute(new JointErrors.Pose(thigh, thigh));
    assertThat(straight.abductionRad()).isCloseTo(0, within(1e-12));
    Quaternion bent = thigh.times(about(Vector3.Z, -90));
    // (R - 1) x with a knee at a right angle: x turns to -y, so the whole lean is abduction.
    AngleErrors right = errors.absolute(new JointErrors.Pose(thigh, bent));
    assertThat(FastMath.toDegrees(right.abductionRad())).isCloseTo(5, within(1e-9));
  }

  @Test
  void anAccelerometerThatIsOffCostsAChangeOnlyAsFarAsTheSensorIsTiltedOtherwise() {
    SegmentCalibration known = sure(Origin.SET_UP);
    JointErrors.Segment off = new JointErrors.Segment(0, 0.02, 0);
    JointErrors.Segment good = new JointErrors.Segment(0, 0, 0);
    JointErrors errors =
        new JointErrors(
            new JointErrors.Sources(
                new JointSources(known, known, false),
                JointErrors.Shares.NONE,
                JointErrors.Shares.NONE,
                0,
                0,
                off,
                good));
    JointErrors.Pose straight = new JointErrors.Pose(UPRIGHT, UPRIGHT);
    assertThat(errors.change(straight, straight).flexionRad()).isZero();
    assertThat(errors.absolute(straight).flexionRad()).isCloseTo(0.02, within(1e-12));
    // The thigh lies: the chord of a right angle.
    JointErrors.Pose sitting = new JointErrors.Pose(UPRIGHT.times(about(Vector3.Z, 90)), UPRIGHT);
    assertThat(errors.change(straight, sitting).flexionRad())
        .isCloseTo(0.02 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void betweenRepetitionsTheStandingPoseCancelsAndALateralAxisDoesAsFarAsThePoseIsTheSame() {
    AngleErrors skin = errors(sure(Origin.SET_UP), sure(Origin.SET_UP), 0).repeated(squat(80));
    JointErrors upright = errors(unsure(1, 0, 0), sure(Origin.SET_UP), 0);
    assertThat(upright.repeated(squat(80)).flexionRad())
        .isCloseTo(skin.flexionRad(), within(1e-12));
    JointErrors aside = errors(unsure(0, 0, 1), sure(Origin.SET_UP), 0);
    double repeated = aside.repeated(squat(80)).abductionRad();
    // It comes through with the sine of the flexion, which changes by no more than the pose does.
    assertThat(repeated)
        .isGreaterThan(skin.abductionRad())
        .isLessThan(FastMath.hypot(skin.abductionRad(), 1.5 * JointErrors.OTHER_POSE_RAD));
  }

  @Test
  void aHeadingFoundWhileStandingHidesALateralAxisThatIsOff() {
    JointSources sources = new JointSources(unsure(0, 0, 1), sure(Origin.SET_UP), false);
    JointErrors.Pose standing = new JointErrors.Pose(UPRIGHT, UPRIGHT);
    JointErrors.Shares found = JointErrors.Shares.of(sources.inKnownPose(standing));
    JointErrors errors = errors(unsure(0, 0, 1), sure(Origin.SET_UP), 0, found);
    assertThat(errors.absolute(standing).rotationRad()).isCloseTo(0, within(1e-12));
    // A turned thigh and a turned heading, worked out with real turns.
    JointErrors.Pose pose = squat(80);
    Quaternion thigh = pose.proximal().times(Quaternion.about(Vector3.Y, SMALL_RAD));
    Quaternion shank = Quaternion.about(Vector3.Z, SMALL_RAD).times(pose.distal());
    assertSame(
        errors.absolute(pose),
        angles(pose.proximal(), pose.distal()),
        angles(thigh, shank),
        SMALL_RAD);
  }

  @Test
  void aKneeTakenForStraightIsNotAbductedWhateverTheCalibration() {
    SegmentCalibration off = unsure(0, 0.05, 0.07);
    JointErrors.Pose pose = squat(80);
    JointSources sources = new JointSources(off, off, false);
    JointErrors errors = errors(off, off, 0, JointErrors.Shares.of(sources.inStraight(pose)));
    assertThat(errors.absolute(pose).abductionRad()).isCloseTo(0, within(1e-12));
  }
}
