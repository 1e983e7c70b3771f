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
 * the rest rate.
 */
public final class StandingPose {

  /** Shorter stillness happens inside a movement. */
  static final double LEAST_SECONDS = 1.0;

  /** Others that are no further from a pose than this show that it is the same one. */
  private static final double SAME_POSE_RAD = FastMath.toRadians(12);

  private final int leastSteps;
  private final double restRadPerStep;
  private int still;
  private Map<OnSegment, Vector3> sum = new LinkedHashMap<>();
  private Optional<Pose> first = Optional.empty();
  private Optional<Pose> latest = Optional.empty();

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
    this.leastSteps = (int) Math.round(LEAST_SECONDS * stepsPerSecond);
    this.restRadPerStep = restRadPerS / stepsPerSecond;
  }

  /**
   * Takes the next grid step.
   *
   * @param fastestRad angle that the fastest sensor turned by since the step before
   * @param ups "up" in the coordinates of each sensor that has this step
   */
  public void update(long step, double fastestRad, Map<OnSegment, Vector3> ups) {
    boolean others = still > 0 && !ups.keySet().equals(sum.keySet());
    if (!(fastestRad < restRadPerStep) || ups.isEmpty() || others) {
      still = 0;
      return;
    }
    if (still == 0) {
      sum = new LinkedHashMap<>(ups);
    } else {
      ups.forEach((placement, up) -> sum.merge(placement, up, Vector3::plus));
    }
    still++;
    if (still >= leastSteps) {
      Map<OnSegment, Vector3> means = new LinkedHashMap<>();
      sum.forEach((placement, total) -> means.put(placement, total.normalized()));
      Pose pose = new Pose(means, step);
      latest = Optional.of(pose);
      if (first.isEmpty() || step - first.get().lastStep() == 1) {
        first = latest;
      } else if (!first.get().ups().keySet().containsAll(means.keySet())) {
        first = first.map(one -> one.completedBy(pose));
      }
    }
  }

  /**
   * What a sensor showed in the poses so far is not comparable with what it shows from now on. The
   * first pose gets it back when the person is seen in it again.
   */
  public void forget(OnSegment placement) {
    still = 0;
    first = first.map(pose -> pose.without(placement));
    latest = latest.map(pose -> pose.without(placement));
  }

  /** The first pose that was held, up to its last step. */
  public Optional<Pose> first() {
    return first;
  }

  /** The most recent pose that was held. */
  public Optional<Pose> latest() {
    return latest;
  }
}
