package org.plumbline.analyzer.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;

/**
 * Whether the axis about which a sensor mostly turns stays where it is: a sensor that slips about
 * its segment shows the same gravity while standing, and another axis while moving. One thread.
 */
final class AxisWatch {
  private static final double WINDOW_SECONDS = 4;

  /** Less turning than this has no axis. */
  private static final double LEAST_RAD = FastMath.toRadians(60);

  /** Share of the turning that is about the axis. */
  private static final double PLAIN_SHARE = 0.9;

  /**
   * A knee that falls inwards by 17 deg turns the axis of the thigh by up to 21 deg in synthetic
   * squats; a slip must be more.
   */
  private static final double APART_RAD = FastMath.toRadians(26);

  private static final double TOGETHER_RAD = FastMath.toRadians(10);
  private static final int CONFIRMED = 3;
  private static final int ROUNDS = 20;

  private final Map<OnSegment, Turning> all = new LinkedHashMap<>();
  private int stepsPerWindow = 400;
  private int steps;

  /** Second moments of the turning of one sensor. */
  private static final class Turning {
    private final double[] moments = new double[6];
    private double path;
    private Vector3 reference = Vector3.UNKNOWN;
    private Vector3 axis = Vector3.UNKNOWN;
    private double apartRad = Double.NaN;
    private int apart;
    private boolean slipped;

    private void add(Vector3 v) {
      moments[0] += v.x() * v.x();
      moments[1] += v.x() * v.y();
      moments[2] += v.x() * v.z();
      moments[3] += v.y() * v.y();
      moments[4] += v.y() * v.z();
      moments[5] += v.z() * v.z();
      path += v.norm();
    }

    private Vector3 times(Vector3 v) {
      return new Vector3(
          moments[0] * v.x() + moments[1] * v.y() + moments[2] * v.z(),
          moments[1] * v.x() + moments[3] * v.y() + moments[4] * v.z(),
          moments[2] * v.x() + moments[4] * v.y() + moments[5] * v.z());
    }

    /** Power iteration from the row that is largest. */
    private void close() {
      double trace = moments[0] + moments[3] + moments[5];
      axis = Vector3.UNKNOWN;
      apartRad = Double.NaN;
      if (path > LEAST_RAD) {
        Vector3 v = Vector3.X;
        if (moments[3] > moments[0] && moments[3] >= moments[5]) {
          v = Vector3.Y;
        } else if (moments[5] > moments[0]) {
          v = Vector3.Z;
        }
        for (int round = 0; round < ROUNDS; round++) {
          v = times(v).normalized();
        }
        if (times(v).dot(v) > PLAIN_SHARE * trace) {
          axis = v;
        }
      }
      java.util.Arrays.fill(moments, 0);
      path = 0;
      if (axis.isKnown() && !reference.isKnown()) {
        reference = axis;
      }
      if (axis.isKnown()) {
        double angle = axis.angleToRad(reference);
        apartRad = Math.min(angle, Math.PI - angle);
      }
    }
  }

  void rate(int stepsPerSecond) {
    stepsPerWindow = (int) (WINDOW_SECONDS * stepsPerSecond);
  }

  void restart(OnSegment placement) {
    all.remove(placement);
  }

  void update(Map<OnSegment, Vector3> turns) {
    turns.forEach(
        (placement, turn) -> all.computeIfAbsent(placement, key -> new Turning()).add(turn));
    if (++steps >= stepsPerWindow) {
      steps = 0;
      all.values().forEach(Turning::close);
      all.forEach(this::judge);
    }
  }

  private void judge(OnSegment placement, Turning one) {
    if (Double.isNaN(one.apartRad)) {
      return;
    }
    boolean alone = one.apartRad > APART_RAD;
    int others = 0;
    for (Map.Entry<OnSegment, Turning> other : all.entrySet()) {
      double apart = other.getValue().apartRad;
      if (!other.getKey().equals(placement) && !Double.isNaN(apart)) {
        others++;
        alone &= apart < TOGETHER_RAD;
      }
    }
    if (alone && others >= 2) {
      one.apart++;
    } else if (one.apartRad < TOGETHER_RAD) {
      one.apart = 0;
    }
    one.slipped |= one.apart >= CONFIRMED;
  }

  boolean suspect(OnSegment placement) {
    Turning one = all.get(placement);
    return one != null && (one.slipped || one.apart > 0);
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    Turning one = all.get(placement);
    return one != null && one.slipped
        ? Optional.of(
            PoseWatch.slipped(placement, Double.isNaN(one.apartRad) ? APART_RAD : one.apartRad))
        : Optional.empty();
  }
}
