package org.plumbline.analyzer.kinematics;

import java.util.List;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * Where the start position of a repetition is read. A repetition is counted from when a share of
 * its movement is done, and what has moved by then would be missing from every change; so the
 * reference is the moment shortly before at which the body is furthest from the turn.
 */
final class StartPosition {

  /**
   * A movement begins so long before it is counted, at most: a smooth one does the first 1.5 % of
   * its way in 16 % of its time (minimum jerk), which is 0.5 s of a lift of 3 s.
   */
  private static final int LONGEST_STEPS = GridTrack.RATE_HZ / 2;

  private StartPosition() {}

  /** The repetition with its start at that moment. */
  static Repetition included(Repetition repetition, List<WornSegment> worn) {
    List<WornSegment> watched =
        worn.stream().filter(one -> one.track().has(repetition.turn())).toList();
    List<Vector3> turn = watched.stream().map(one -> up(one, repetition.turn())).toList();
    long best = repetition.start();
    double furthest = Double.NEGATIVE_INFINITY;
    long step = repetition.start();
    while (step >= Math.max(0, repetition.start() - LONGEST_STEPS) && allHave(watched, step)) {
      double away = 0;
      for (int i = 0; i < watched.size(); i++) {
        away += turn.get(i).angleToRad(up(watched.get(i), step));
      }
      if (away > furthest) {
        furthest = away;
        best = step;
      }
      step--;
    }
    return new Repetition(
        best,
        repetition.holdStart(),
        repetition.holdEnd(),
        repetition.end(),
        repetition.amplitudeDeg(),
        repetition.complete());
  }

  private static boolean allHave(List<WornSegment> worn, long step) {
    return worn.stream().allMatch(one -> one.track().has(step));
  }

  private static Vector3 up(WornSegment segment, long step) {
    return Inclination.up(WornSegment.quaternion(segment.track(), step, 0));
  }
}
