package org.plumbline.analyzer.health;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Whether pelvis and trunk are exchanged, by the steps of the set-up in which one leg is moved: the
 * pelvis follows a thigh that flexes, and the trunk stays upright over the standing leg; and by a
 * bow, in which the trunk leans at least as far. Both must say so, or nothing is said.
 *
 * <p>Compared is how far "up" wandered in each sensor during the step, as standard deviation. One
 * thread.
 */
final class TorsoWatch {
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);
  private static final OnSegment TRUNK = new OnSegment(Segment.TRUNK, Side.MIDLINE);

  /** Standing sway stays below half of it. */
  private static final double LEAST_RAD = FastMath.toRadians(1);

  /** 3 in synthetic set-ups, in which the pelvis follows by 8 % of the thigh's way. */
  private static final double FACTOR = 1.8;

  private static final double BOWED_RAD = FastMath.toRadians(8);

  /** The spine does not stretch in a bow: whatever leans more is above. 1.1 when synthetic. */
  private static final double BOW_FACTOR = 1.03;

  private static final int CONFIRMED = 2;

  private final Wander pelvis = new Wander();
  private final Wander trunk = new Wander();
  private int wrong;
  private int right;
  private boolean bowed;

  /** How far a direction goes to and fro. */
  private static final class Wander {
    private Vector3 sum = Vector3.UNKNOWN;
    private int count;

    void restart() {
      count = 0;
    }

    void add(Vector3 up) {
      sum = count == 0 ? up : sum.plus(up);
      count++;
    }

    /** The mean of unit vectors is the shorter the more they spread. */
    double rad() {
      double length = count == 0 ? 1 : Math.min(1, sum.norm() / count);
      return Math.sqrt(Math.max(0, 2 * (1 - length)));
    }
  }

  void update(Map<OnSegment, Vector3> ups) {
    Vector3 low = ups.get(PELVIS);
    Vector3 high = ups.get(TRUNK);
    if (low != null && high != null) {
      pelvis.add(low);
      trunk.add(high);
    }
  }

  /**
   * A step of the set-up is over; what is seen from here on belongs to another one.
   *
   * @param leg whether one leg was moved in it
   * @param bow whether the person bowed from the hips
   */
  void stepDone(boolean leg, boolean bow) {
    double low = pelvis.rad();
    double high = trunk.rad();
    pelvis.restart();
    trunk.restart();
    if (leg && Math.max(low, high) > LEAST_RAD) {
      wrong += high > FACTOR * low ? 1 : 0;
      right += low > high ? 1 : 0;
    } else if (bow && Math.max(low, high) > BOWED_RAD) {
      bowed = true;
      right += low < BOW_FACTOR * high ? 1 : 0;
    }
  }

  boolean suspect(OnSegment placement) {
    boolean torso = placement.equals(PELVIS) || placement.equals(TRUNK);
    return torso && bowed && wrong >= CONFIRMED && right == 0;
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    if (!suspect(placement)) {
      return Optional.empty();
    }
    String text = Texts.get("health.segments-swapped.torso");
    return Optional.of(
        new HealthFinding(Code.SEGMENTS_SWAPPED, placement.id(), wrong, CONFIRMED, "1", text));
  }

  /** The sensor, or how it sits, is another one. */
  void restart(OnSegment placement) {
    if (placement.equals(PELVIS) || placement.equals(TRUNK)) {
      wrong = 0;
      right = 0;
      bowed = false;
    }
  }
}
