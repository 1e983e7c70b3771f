package org.plumbline.analyzer.calibration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;

/**
 * Watches for somebody standing still, and keeps "up" of every sensor averaged over it.
 *
 * <p>A pose is a stretch of at least {@value #LEAST_SECONDS} s in which no sensor turns faster than
 * the rest rate. One that always turns while all others rest, two at least, may be wrong: what the
 * others held is kept too, and is used when that sensor turns out to be no witness, or when there
 * is nothing else. So a wrong sensor costs nobody but itself the pose.
 */
public final class StandingPose {

  /** Shorter stillness happens inside a movement. */
  static final double LEAST_SECONDS = 1.0;

  /** Others that are no further from a pose than this show that it is the same one. */
  private static final double SAME_POSE_RAD = FastMath.toRadians(12);

  /** Fewer are no majority against one. */
  private static final int LEAST_OTHERS = 2;

  private final double restRadPerStep;
  private final int leastSteps;
  private final HeldPoses everyone;

  /** Of all but {@link #odd}. */
  private HeldPoses allButOne;

  private Optional<OnSegment> odd = Optional.empty();

  /**
   * A pose that was held still.
   *
   * @param ups mean "up" in the coordinates of each sensor
   * @param lastStep last grid step of it
   */
  public record Pose(Map<OnSegment, Vector3> ups, long lastStep) {
    public Pose {
      ups = Map.copyOf(ups);
    }

    /** The same pose as the other sensors saw it. */
    public Pose without(OnSegment placement) {
      Map<OnSegment, Vector3> others = new LinkedHashMap<>(ups);
      others.remove(placement);
      return new Pose(others, lastStep);
    }

    /** Completed by the sensors that only another pose has, if it is the same pose. */
    Pose completedBy(Pose other) {
      int common = 0;
      for (Map.Entry<OnSegment, Vector3> entry : ups.entrySet()) {
        Vector3 there = other.ups.get(entry.getKey());
        if (there != null && entry.getValue().angleToRad(there) > SAME_POSE_RAD) {
          return this;
        }
        common += there == null ? 0 : 1;
      }
      if (common == 0) {
        return this;
      }
      Map<OnSegment, Vector3> all = new LinkedHashMap<>(other.ups);
      all.putAll(ups);
      return new Pose(all, lastStep);
    }

    /** "Up" in the coordinates of the sensor on a segment, if it was there. */
    public Optional<Vector3> up(OnSegment placement) {
      return Optional.ofNullable(ups.get(placement));
    }
  }

  /**
   * Nothing seen yet.
   *
   * @param restRadPerS slower than this is still
   */
  public StandingPose(double restRadPerS, double stepsPerSecond) {
    restRadPerStep = restRadPerS / stepsPerSecond;
    leastSteps = (int) Math.round(LEAST_SECONDS * stepsPerSecond);
    everyone = new HeldPoses(leastSteps);
    allButOne = new HeldPoses(leastSteps);
  }

  /**
   * Takes the next grid step.
   *
   * @param turns rotation vector of each sensor since the step before, rad
   * @param ups "up" in the coordinates of each sensor that has this step; the same sensors
   */
  public void update(long step, Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    odd.filter(one -> !ups.containsKey(one)).ifPresent(this::noWitness);
    int moving = 0;
    Optional<OnSegment> mover = Optional.empty();
    for (Map.Entry<OnSegment, Vector3> turn : turns.entrySet()) {
      if (!(turn.getValue().norm() < restRadPerStep)) {
        moving++;
        mover = Optional.of(turn.getKey());
      }
    }
    if (moving == 1 && !mover.equals(odd)) {
      odd = mover;
      allButOne = new HeldPoses(leastSteps);
    }
    if (moving == 0) {
      everyone.hold(step, ups);
    } else {
      everyone.move();
    }
    if (everyone.isHeld() || moving > 1 || ups.size() <= LEAST_OTHERS) {
      allButOne.move();
    } else if (odd.isPresent()) {
      Map<OnSegment, Vector3> others = new LinkedHashMap<>(ups);
      others.remove(odd.get());
      allButOne.hold(step, others);
    }
  }

  /** What the others held without a sensor that is not there any more is what was held. */
  private void noWitness(OnSegment placement) {
    everyone.takeOver(allButOne);
    odd = Optional.empty();
    allButOne = new HeldPoses(leastSteps);
  }

  /**
   * What a sensor showed in the poses so far is not comparable with what it shows from now on. The
   * first pose gets it back when the person is seen in it again.
   */
  public void forget(OnSegment placement) {
    odd.filter(placement::equals).ifPresent(this::noWitness);
    everyone.forget(placement);
    allButOne.forget(placement);
  }

  /** The first pose that was held, up to its last step. */
  public Optional<Pose> first() {
    return everyone.first().or(allButOne::first);
  }

  /** The most recent pose that was held. */
  public Optional<Pose> latest() {
    return everyone.latest().or(allButOne::latest);
  }
}
