package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * Follows the angles of one joint step by step, causally and without magnetometers.
 *
 * <p>The two sensors' headings are brought together at anchors: while both segments rest, and at
 * the slow instant in which they pass through a pose in which they have rested before. The first
 * such pose is taken to be the one of the calibration, with its known angles; any other one keeps
 * the relative pose in which it was first seen, when the heading was still known from the pose
 * before. Where no anchor comes for long, a knee is taken for a hinge on average. One thread.
 *
 * <pre>
 * rest, known pose ─▶ strong anchor ┐
 * slow, known pose ─▶ weak anchor   ├─▶ JointHeading ─▶ angles, errors
 * hinge, if old    ─▶ very weak     ┘
 * </pre>
 */
final class JointTracker {

  /** Slower is rest: sway stays below 5 deg/s, a set-down foot does not. */
  private static final double REST_RAD_PER_S = FastMath.toRadians(12);

  private static final double REST_SECONDS = 0.5;

  /** In the same rest nothing new is learned sooner. */
  private static final double AGAIN_SECONDS = 5;

  /** The turn of a movement is slower than this for a moment. */
  private static final double SLOW_RAD_PER_S = FastMath.toRadians(40);

  /** A pose further away is another one. */
  private static final double SAME_POSE_RAD = FastMath.toRadians(12);

  private static final int MOST_POSES = 8;

  /** How well a person takes up the same pose again, at rest and in passing; engineering choice. */
  private static final double REST_SIGMA_RAD = FastMath.toRadians(1.5);

  private static final double PASSING_SIGMA_RAD = FastMath.toRadians(3);

  /** Of "lateral axes are parallel" in a pose that nothing is known of; knees hardly turn. */
  private static final double UNKNOWN_POSE_SIGMA_RAD = FastMath.toRadians(5);

  /**
   * The same where a thigh may be turned and spread, as at the hip of somebody who lies with bent
   * knees.
   */
  private static final double UNKNOWN_FREE_POSE_SIGMA_RAD = FastMath.toRadians(10);

  private final JointHeading heading;
  private final JointSources sources;
  private final Hinge hinge;
  private final double intervalSeconds;
  private final double unknownPoseSigmaRad;
  private final List<KnownPose> poses = new ArrayList<>();
  private Optional<JointErrors.Pose> before = Optional.empty();
  private final JointErrors.Pose reference;
  private final JointErrors.Shares inReference;
  private double restSeconds;
  private boolean refused;
  private Optional<Passing> passing = Optional.empty();

  /**
   * Where both segments rested: "up" in each, and one in the other; how sure at rest; what was in
   * the heading with which it was learned, empty where it was known beforehand.
   */
  private record KnownPose(
      Vector3 proximalUp,
      Vector3 distalUp,
      Quaternion relative,
      double sigmaRad,
      Optional<JointErrors.Shares> shares) {
    boolean near(JointErrors.Pose pose) {
      return proximalUp.angleToRad(Inclination.up(pose.proximal())) < SAME_POSE_RAD
          && distalUp.angleToRad(Inclination.up(pose.distal())) < SAME_POSE_RAD;
    }
  }

  /** The slowest instant so far of a passage through a known pose. */
  private record Passing(double radPerStep, double measuredRad, JointErrors.Shares shares) {}

  /**
   * A joint at the beginning.
   *
   * @param proximal its standing pose is the first that is known
   * @param distal same
   * @param standing the distal segment in the proximal one in that pose
   * @param hinged whether the joint turns about one axis only, nearly
   * @param intervalSeconds of a step
   */
  JointTracker(
      JointHeading.Parameters parameters,
      SegmentCalibration proximal,
      SegmentCalibration distal,
      Quaternion standing,
      boolean hinged,
      double intervalSeconds) {
    this.heading = new JointHeading(parameters);
    sources = new JointSources(proximal, distal, hinged);
    double[] sigmas = new double[JointSources.COUNT + MOST_POSES];
    // Shares are per half-width.
    Arrays.fill(sigmas, 0, JointSources.COUNT, 1 / AngleError.HALF_WIDTH_90);
    heading.sources(sigmas);
    this.hinge = new Hinge(hinged, intervalSeconds);
    unknownPoseSigmaRad = hinged ? UNKNOWN_POSE_SIGMA_RAD : UNKNOWN_FREE_POSE_SIGMA_RAD;
    this.intervalSeconds = intervalSeconds;
    poses.add(
        new KnownPose(
            proximal.standingUpInSegment(),
            distal.standingUpInSegment(),
            standing,
            REST_SIGMA_RAD,
            Optional.empty()));
    Quaternion upright = Quaternion.fromTo(proximal.standingUpInSegment(), Vector3.Z);
    reference = new JointErrors.Pose(upright, upright.times(standing));
    inReference = JointErrors.Shares.of(sources.inKnownPose(reference));
  }

  /** Samples of one of the sensors are missing: its heading is lost. */
  void lose() {
    heading.lose();
    hinge.forget();
    before = Optional.empty();
    passing = Optional.empty();
    restSeconds = 0;
    refused = false;
  }

  /**
   * Takes the next step.
   *
   * @param pose segments to earth, each with the heading of its own sensor
   */
  void step(JointErrors.Pose pose) {
    double turn = before.map(last -> turnRad(last, pose)).orElse(0.0);
    before = Optional.of(pose);
    heading.carry(intervalSeconds, turn);
    hinge.take(pose);
    double rate = turn / intervalSeconds;
    if (rate < REST_RAD_PER_S) {
      restSeconds += intervalSeconds;
    } else {
      restSeconds = 0;
      refused = false;
    }
    if (restSeconds >= REST_SECONDS) {
      passing = Optional.empty();
      if (!heading.known() || (isDue() && !refused)) {
        rest(pose);
      }
    } else if (heading.known()) {
      pass(pose, turn);
    }
    hinge
        .estimate(heading.ageSeconds(), intervalSeconds)
        .ifPresent(estimate -> heading.anchor(estimate.offsetRad(), estimate.sigmaRad()));
  }

  private static double turnRad(JointErrors.Pose last, JointErrors.Pose now) {
    return Math.max(
        last.proximal().angleToRad(now.proximal()), last.distal().angleToRad(now.distal()));
  }

  /** Once as a rest begins, and again in a long one. */
  private boolean isDue() {
    return restSeconds < REST_SECONDS + intervalSeconds || heading.ageSeconds() >= AGAIN_SECONDS;
  }

  private void rest(JointErrors.Pose pose) {
    Optional<KnownPose> known = find(pose);
    if (known.isPresent()) {
      // A second opinion is another rest's, not the next sample's.
      refused =
          !heading.anchor(
              measured(pose, known.get().relative()),
              known.get().sigmaRad(),
              shares(known.get(), pose));
    } else if (heading.known()) {
      hinge
          .straight(pose, heading.offsetRad())
          .ifPresent(
              straight ->
                  heading.anchor(
                      straight.offsetRad(), straight.sigmaRad(), sources.inStraight(turned(pose))));
      remember(pose, turned(pose).relative());
    } else {
      heading.anchor(parallel(pose), unknownPoseSigmaRad, sources.inParallel(pose));
    }
  }

  private void pass(JointErrors.Pose pose, double turn) {
    Optional<KnownPose> known =
        turn < SLOW_RAD_PER_S * intervalSeconds ? find(pose) : Optional.empty();
    boolean slowest = passing.map(one -> turn < one.radPerStep()).orElse(true);
    if (known.isPresent() && slowest) {
      passing =
          Optional.of(
              new Passing(
                  turn,
                  measured(pose, known.get().relative()),
                  JointErrors.Shares.of(shares(known.get(), pose))));
    } else if (known.isEmpty() && passing.isPresent()) {
      heading.anchor(
          passing.get().measuredRad(), PASSING_SIGMA_RAD, passing.get().shares().toArray());
      passing = Optional.empty();
    }
  }

  private Optional<KnownPose> find(JointErrors.Pose pose) {
    return poses.stream().filter(one -> one.near(pose)).findFirst();
  }

  private double[] shares(KnownPose known, JointErrors.Pose pose) {
    return known
        .shares()
        .map(JointErrors.Shares::toArray)
        .orElseGet(() -> sources.inKnownPose(turned(pose)));
  }

  private void remember(JointErrors.Pose pose, Quaternion relative) {
    if (poses.size() < MOST_POSES) {
      heading.makeSource(JointSources.COUNT + poses.size() - 1);
      poses.add(
          new KnownPose(
              Inclination.up(pose.proximal()),
              Inclination.up(pose.distal()),
              relative,
              PASSING_SIGMA_RAD,
              Optional.of(JointErrors.Shares.of(heading.shares()))));
    }
  }

  /** Turn about the vertical that brings the distal segment nearest to a relative pose. */
  private static double measured(JointErrors.Pose pose, Quaternion relative) {
    Quaternion turn = pose.proximal().times(relative).times(pose.distal().conjugate());
    return 2 * FastMath.atan2(turn.z(), turn.w());
  }

  /** Turn about the vertical that makes the lateral axes point the same way. */
  static double parallel(JointErrors.Pose pose) {
    Vector3 p = pose.proximal().rotate(Vector3.Z);
    Vector3 d = pose.distal().rotate(Vector3.Z);
    return FastMath.atan2(d.x() * p.y() - d.y() * p.x(), d.x() * p.x() + d.y() * p.y());
  }

  /** The pose with the distal segment in the heading of the proximal one. */
  private JointErrors.Pose turned(JointErrors.Pose pose) {
    Quaternion turn = Quaternion.about(Vector3.Z, heading.offsetRad());
    return new JointErrors.Pose(pose.proximal(), turn.times(pose.distal()));
  }

  /** The pose of the last step with both headings the same; empty while nothing was anchored. */
  Optional<JointErrors.Pose> pose() {
    return heading.known() ? before.map(this::turned) : Optional.empty();
  }

  /** The standing pose of the calibration, facing anywhere. */
  JointErrors.Pose reference() {
    return reference;
  }

  /** What is fixed and uncertain about the two segments. */
  JointSources sources() {
    return sources;
  }

  /** What the sources put into the heading of the {@link #reference}. */
  JointErrors.Shares inReference() {
    return inReference;
  }

  JointHeading heading() {
    return heading;
  }
}
