package org.plumbline.analyzer.body;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.StandingPose;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/** When the person stood still, and whether anybody lies or has lain. One thread. */
final class Posture {

  /** Slower than this is standing still: postural sway stays below 5 deg/s. */
  private static final double STILL_RAD_PER_S = FastMath.toRadians(8);

  /** A pose with the pelvis or trunk turned so far from standing is lying. */
  private static final double LYING_RAD = FastMath.toRadians(55);

  private final StandingPose standing = stillness();
  private Optional<Pose> beforeSet = Optional.empty();
  private boolean lies;
  private boolean lain;
  private boolean lainStill;

  /** Watches for nobody moving. */
  static StandingPose stillness() {
    return new StandingPose(STILL_RAD_PER_S, GridTrack.RATE_HZ);
  }

  /**
   * Takes the next grid step.
   *
   * @param turns rotation vector of each sensor since the step before, rad
   * @param ups "up" in the coordinates of each sensor that has this step
   */
  void step(long step, Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    standing.update(step, turns, ups);
    lies = isLying(ups);
    lain |= lies;
    lainStill |= lies && isHeld(step);
  }

  /** What a sensor showed so far is not comparable with what it shows from now on. */
  void forget(OnSegment placement) {
    standing.forget(placement);
    beforeSet = beforeSet.map(pose -> pose.without(placement));
  }

  /** The poses that were held. */
  StandingPose standing() {
    return standing;
  }

  /** Whether a pose is being held at the newest step. */
  private boolean isHeld(long step) {
    return standing.latest().filter(pose -> pose.lastStep() == step).isPresent();
  }

  /** Whether the person has stood, and is on the way to lying still for the first time. */
  boolean isGettingDown() {
    return standing.first().isPresent() && !lainStill;
  }

  /** Whether the person lies at the newest step. */
  boolean lies() {
    return lies;
  }

  /** Whether anybody has been seen lying down. */
  boolean hasLain() {
    return lain;
  }

  /** Whether pelvis or trunk are turned far out of the first pose that was held. */
  boolean isLying(Map<OnSegment, Vector3> ups) {
    for (Map.Entry<OnSegment, Vector3> entry : ups.entrySet()) {
      Segment segment = entry.getKey().segment();
      if (segment == Segment.PELVIS || segment == Segment.TRUNK) {
        return standing
            .first()
            .flatMap(pose -> pose.up(entry.getKey()))
            .map(stood -> stood.angleToRad(entry.getValue()) > LYING_RAD)
            .orElse(false);
      }
    }
    return false;
  }

  /** Keeps the last pose that was held before the first repetition of a set. */
  void firstRepetitionFrom(long start) {
    beforeSet =
        standing
            .latest()
            .filter(pose -> pose.lastStep() <= start + MovementCalibration.MOMENT_STEPS)
            .or(() -> beforeSet);
  }

  /** The last pose that was held before the set. */
  Optional<Pose> beforeSet() {
    return beforeSet;
  }
}
