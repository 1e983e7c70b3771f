package org.plumbline.analyzer.calibration;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * A movement in one plane that is done several times in order to show its axis. How well it shows
 * it is read from how well its parts agree.
 */
public final class RepeatedMovement {

  /** Parts of equal turning; a swing forth and back five times gives about two turns each. */
  private static final int PARTS = 5;

  private static final double HALF_WIDTH_90 = 1.645;

  private final List<Vector3> turns = new ArrayList<>();
  private final FunctionalAxis whole = new FunctionalAxis();
  private double square;

  /** Takes a small rotation, as {@link FunctionalAxis#add}. */
  public void add(Vector3 turn, boolean outward) {
    turns.add(turn);
    whole.add(turn, outward);
    square += turn.dot(turn);
  }

  /**
   * The axis in space.
   *
   * @param direction sign of the net outward rotation about it
   */
  public Vector3 axis(int direction) {
    return whole.freeAxis(direction);
  }

  /**
   * How far the axis can be off, 90 % half-width, rad: the scatter of the axes of five parts of the
   * movement over the square root of their number. Pi / 2 when nothing turned. What all parts have
   * in common, a swing that is not in the sagittal plane, is not seen.
   */
  public double axisErrorRad() {
    if (!(square > 0)) {
      return Math.PI / 2;
    }
    Vector3 axis = whole.freeAxis(1);
    double scatter = 0;
    int parts = 0;
    FunctionalAxis part = new FunctionalAxis();
    double done = 0;
    for (Vector3 turn : turns) {
      part.add(turn, true);
      done += turn.dot(turn);
      if (done >= square * (parts + 1) / PARTS && parts < PARTS) {
        Vector3 found = part.freeAxis(1);
        double away = Math.min(axis.angleToRad(found), axis.negated().angleToRad(found));
        scatter += away * away;
        parts++;
        part = new FunctionalAxis();
      }
    }
    // Two directions share the angle between two axes.
    return parts < 2
        ? Math.PI / 2
        : HALF_WIDTH_90 * Math.sqrt(scatter / (2 * (parts - 1.0) * parts));
  }
}
