package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Location.OnSegment;

/**
 * How a person has stood at the ends of the repetitions of a set: "up" in the coordinates of each
 * sensor, which holds whatever calibration comes later. Nobody comes back to the same pose after
 * every repetition, so one start alone is a poor zero to count a lean from; their mean is a better
 * one. How somebody stood before the first repetition, waiting, is another pose and not among them.
 *
 * <p>Filled by the thread that measures, in the order of the repetitions.
 */
public final class Stances {

  /** Steps that are averaged at the end of a repetition, 100 ms. */
  private static final int AVERAGED = 10;

  private final List<Stance> stances = new ArrayList<>();

  /** One sensor at the end of one repetition, put right so often. */
  private record Stance(OnSegment placement, int meaning, long end, Vector3 up) {}

  /** Takes the end of a repetition, of the sensors that say there where up is. */
  public void add(List<WornSegment> worn, Repetition repetition) {
    for (WornSegment segment : worn) {
      if (segment.usable() && !segment.gyroLed() && segment.track().has(repetition.end())) {
        Vector3 up = upAtEnd(segment, repetition);
        stances.add(new Stance(segment.placement(), segment.meaning(), repetition.end(), up));
      }
    }
  }

  /**
   * "Up" in a sensor at the end of a repetition and of those before it, under what it means now.
   */
  List<Vector3> until(WornSegment segment, Repetition repetition) {
    List<Vector3> until = new ArrayList<>();
    for (Stance one : stances) {
      if (one.placement().equals(segment.placement())
          && one.meaning() == segment.meaning()
          && one.end() < repetition.end()) {
        until.add(one.up());
      }
    }
    until.add(upAtEnd(segment, repetition));
    return until;
  }

  private static Vector3 upAtEnd(WornSegment segment, Repetition repetition) {
    Vector3 sum = new Vector3(0, 0, 0);
    long from = Math.max(repetition.start(), repetition.end() - AVERAGED + 1);
    for (long step = from; step <= repetition.end(); step++) {
      if (segment.track().has(step)) {
        sum = sum.plus(Inclination.up(WornSegment.quaternion(segment.track(), step, 0)));
      }
    }
    return sum;
  }
}
