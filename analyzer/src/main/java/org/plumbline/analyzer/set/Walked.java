package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.MovementShape;

/**
 * How the counting sensors were held while the person walked, which is upright: what begins like
 * that is no exercise of who lies. One thread.
 */
final class Walked {

  /** So many strides in a row are walking. */
  private static final int STRIDES = 4;

  /** Strides follow each other without a pause. */
  private static final long PAUSE_STEPS = 50;

  /**
   * The thigh of who lies is level at least, 90 deg from standing; half of that tells them apart.
   */
  private static final double UPRIGHT_RAD = FastMath.toRadians(45);

  private final List<MovementShape> strides = new ArrayList<>();
  private List<Vector3> upright = List.of();
  private List<Integer> meanings = List.of();

  /** Takes the next movement that was a swing of a leg. */
  void swing(MovementShape shape) {
    if (!strides.isEmpty() && !follows(strides.get(strides.size() - 1), shape)) {
      strides.clear();
    }
    strides.add(shape);
    if (strides.size() == STRIDES) {
      upright = middle();
      meanings = shape.meanings();
      strides.remove(0);
    }
  }

  private static boolean follows(MovementShape before, MovementShape next) {
    return next.repetition().start() - before.repetition().end() <= PAUSE_STEPS
        && next.meanings().equals(before.meanings());
  }

  /** "Up" of each sensor in the middle between both ends of a stride, mean of the strides. */
  private List<Vector3> middle() {
    List<Vector3> middle = new ArrayList<>();
    for (int s = 0; s < strides.get(0).startUps().size(); s++) {
      Vector3 sum = new Vector3(0, 0, 0);
      for (MovementShape stride : strides) {
        sum = sum.plus(stride.startUps().get(s)).plus(stride.turnUps().get(s));
      }
      middle.add(sum.isKnown() && sum.norm() > 0 ? sum.normalized() : Vector3.UNKNOWN);
    }
    return middle;
  }

  /** Whether a movement begins as the person was held in walking. */
  boolean isUpright(MovementShape shape) {
    List<Vector3> start = shape.startUps();
    for (int s = 0; s < Math.min(start.size(), upright.size()); s++) {
      boolean comparable =
          shape.meanings().equals(meanings) && start.get(s).isKnown() && upright.get(s).isKnown();
      if (comparable && start.get(s).angleToRad(upright.get(s)) < UPRIGHT_RAD) {
        return true;
      }
    }
    return false;
  }
}
