package org.plumbline.tools.validate;

import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.BodyPart;
import org.plumbline.fixtures.simulator.BodyPose;

/** A true way out and back, along which other angles are read at equal shares of it. */
final class TrueWay {
  static final double[] INWARD_LEVELS = {
    0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9
  };

  /** A shorter way is not compared. */
  private static final double LEAST_DEG = 10;

  private final double[] wayDeg;
  private final double lengthDeg;

  /**
   * @param changeDeg since the start
   */
  TrueWay(double[] changeDeg, int holdStart, int holdEnd) {
    double sum = 0;
    for (int i = holdStart; i <= holdEnd; i++) {
      sum += changeDeg[i] / (holdEnd - holdStart + 1);
    }
    wayDeg = changeDeg.clone();
    for (int i = 0; i < wayDeg.length && sum < 0; i++) {
      wayDeg[i] = -wayDeg[i];
    }
    lengthDeg = Math.abs(sum);
  }

  private int out(double share) {
    int i = 0;
    while (i < wayDeg.length - 1 && wayDeg[i] < share * lengthDeg) {
      i++;
    }
    return i;
  }

  private int back(double share) {
    int i = wayDeg.length - 1;
    while (i > 0 && wayDeg[i] < share * lengthDeg) {
      i--;
    }
    return i;
  }

  /** Value on the way back less that on the way out, mean over the levels; NaN when too short. */
  double gap(double[] values, double[] levels) {
    double sum = 0;
    for (double level : levels) {
      sum += (values[back(level)] - values[out(level)]) / levels.length;
    }
    return lengthDeg < LEAST_DEG ? Double.NaN : sum;
  }

  /** Mean over both ways and the levels; NaN when too short. */
  double mean(double[] values, double[] levels) {
    double sum = 0;
    for (double level : levels) {
      sum += (values[back(level)] + values[out(level)]) / (2 * levels.length);
    }
    return lengthDeg < LEAST_DEG ? Double.NaN : sum;
  }

  /** Turn about the vertical since the first pose, front towards the other leg. */
  static double[] inwardDeg(List<BodyPose> poses, BodyPart part, Side side) {
    Rotation start = poses.get(0).orientation(part);
    double[] turns = new double[poses.size()];
    for (int i = 0; i < turns.length; i++) {
      Rotation turned =
          poses
              .get(i)
              .orientation(part)
              .compose(start.revert(), RotationConvention.VECTOR_OPERATOR);
      double toTheLeft =
          turned.getAxis(RotationConvention.VECTOR_OPERATOR).getZ() * turned.getAngle();
      turns[i] = FastMath.toDegrees(side == Side.RIGHT ? toTheLeft : -toTheLeft);
    }
    return turns;
  }
}
