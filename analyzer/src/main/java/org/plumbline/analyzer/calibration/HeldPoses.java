package org.plumbline.analyzer.calibration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;

/** The first and the latest of the poses that some sensors held together. One thread. */
final class HeldPoses {
  private final int leastSteps;
  private int still;
  private Map<OnSegment, Vector3> sum = new LinkedHashMap<>();
  private Optional<Pose> first = Optional.empty();
  private Optional<Pose> latest = Optional.empty();

  /**
   * Nothing held yet.
   *
   * @param leastSteps shorter is no pose
   */
  HeldPoses(int leastSteps) {
    this.leastSteps = leastSteps;
  }

  /** Nobody moves in this grid step. */
  void hold(long step, Map<OnSegment, Vector3> ups) {
    if (ups.isEmpty() || (still > 0 && !ups.keySet().equals(sum.keySet()))) {
      still = 0;
      return;
    }
    if (still == 0) {
      sum = new LinkedHashMap<>(ups);
    } else {
      ups.forEach((placement, up) -> sum.merge(placement, up, Vector3::plus));
    }
    still++;
    if (still < leastSteps) {
      return;
    }
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

  /** Somebody moves. */
  void move() {
    still = 0;
  }

  /** Whether a pose is being held. */
  boolean isHeld() {
    return still >= leastSteps;
  }

  void forget(OnSegment placement) {
    still = 0;
    first = first.map(pose -> pose.without(placement));
    latest = latest.map(pose -> pose.without(placement));
  }

  /** Takes over the poses that were found without a sensor that is no witness any more. */
  void takeOver(HeldPoses others) {
    if (others.first.isPresent() && !isBefore(first, others.first)) {
      first = others.first;
    }
    if (others.latest.isPresent() && !isBefore(others.latest, latest)) {
      latest = others.latest;
    }
  }

  private static boolean isBefore(Optional<Pose> one, Optional<Pose> other) {
    return one.isPresent() && other.isPresent() && one.get().lastStep() < other.get().lastStep();
  }

  Optional<Pose> first() {
    return first;
  }

  Optional<Pose> latest() {
    return latest;
  }
}
