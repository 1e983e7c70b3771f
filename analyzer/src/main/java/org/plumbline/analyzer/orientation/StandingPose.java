package org.plumbline.analyzer.orientation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches for somebody standing still, and keeps "up" of every sensor averaged over it.
 *
 * <p>A pose is a stretch of at least {@value #LEAST_SECONDS} s in which no sensor turns faster than
 * the rest rate.
 */
public final class StandingPose {

  /** Shorter stillness happens inside a movement. */
  static final double LEAST_SECONDS = 1.0;

  private final int leastSteps;
  private final double restRadPerStep;
  private int still;
  private List<Vector3> sum = new ArrayList<>();
  private Optional<Pose> first = Optional.empty();
  private Optional<Pose> latest = Optional.empty();

  /**
   * A pose that was held still.
   *
   * @param ups mean "up" in the coordinates of each sensor, in the order they were given
   * @param lastStep last grid step of it
   */
  public record Pose(List<Vector3> ups, long lastStep) {
    public Pose {
      ups = List.copyOf(ups);
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
   * @param ups "up" in the coordinates of each sensor
   */
  public void update(long step, double fastestRad, List<Vector3> ups) {
    if (!(fastestRad < restRadPerStep) || (still > 0 && ups.size() != sum.size())) {
      still = 0;
      return;
    }
    if (still == 0) {
      sum = new ArrayList<>(ups);
    } else {
      for (int i = 0; i < ups.size(); i++) {
        sum.set(i, sum.get(i).plus(ups.get(i)));
      }
    }
    still++;
    if (still >= leastSteps) {
      Pose pose = new Pose(sum.stream().map(Vector3::normalized).toList(), step);
      latest = Optional.of(pose);
      if (first.isEmpty() || step - first.get().lastStep() == 1) {
        first = latest;
      }
    }
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
