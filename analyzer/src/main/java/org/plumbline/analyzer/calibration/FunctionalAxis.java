package org.plumbline.analyzer.calibration;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * The axis a sensor turns about during a movement: the first principal component of its angular
 * rate, in the plane at right angles to the segment's long axis.
 *
 * <p>The sign comes from the known direction of the movement's first half, never from a fit.
 */
public final class FunctionalAxis {
  private double xx;
  private double xy;
  private double xz;
  private double yy;
  private double yz;
  private double zz;
  private Vector3 net = new Vector3(0, 0, 0);
  private int count;

  /**
   * Takes a small rotation.
   *
   * @param turn rotation vector in sensor coordinates, rad
   * @param outward whether it belongs to the first half of the movement (start to turn)
   */
  public void add(Vector3 turn, boolean outward) {
    xx += turn.x() * turn.x();
    xy += turn.x() * turn.y();
    xz += turn.x() * turn.z();
    yy += turn.y() * turn.y();
    yz += turn.y() * turn.z();
    zz += turn.z() * turn.z();
    count++;
    if (outward) {
      net = net.plus(turn);
    }
  }

  /**
   * The lateral axis.
   *
   * @param longAxis unit vector; the axis is at right angles to it
   * @param direction sign of the net outward rotation about the axis
   */
  public Vector3 axis(Vector3 longAxis, int direction) {
    Vector3 e1 = anyOrthogonal(longAxis);
    Vector3 e2 = longAxis.cross(e1);
    double half = 0.5 * FastMath.atan2(2 * form(e1, e2), form(e1, e1) - form(e2, e2));
    Vector3 axis = e1.times(FastMath.cos(half)).plus(e2.times(FastMath.sin(half))).normalized();
    return axis.dot(net) * direction < 0 ? axis.negated() : axis;
  }

  /** Net outward rotation, rad; small when there was no movement to speak of. */
  public double netRad() {
    return net.norm();
  }

  /**
   * How far the axis can be off, 90 % half-width: the angle whose tangent is the ratio of the
   * rotation at right angles to it (rms) to the rotation about it, over the square root of the two
   * independent halves of the movement. Pi / 2 when nothing turned.
   */
  public double axisErrorRad(Vector3 longAxis) {
    if (count == 0) {
      return Math.PI / 2;
    }
    Vector3 axis = axis(longAxis, 1);
    double about = form(axis, axis);
    Vector3 other = longAxis.cross(axis);
    double beside = form(other, other);
    if (!(about > 0)) {
      return Math.PI / 2;
    }
    return FastMath.atan2(Math.sqrt(Math.max(0, beside)), Math.sqrt(2 * about));
  }

  /**
   * The axis in space, not bound to a plane.
   *
   * @param direction sign of the net outward rotation about the axis
   * @throws IllegalArgumentException when nothing turned
   */
  public Vector3 freeAxis(int direction) {
    double[] v = principal().getEigenvector(0).toArray();
    Vector3 axis = new Vector3(v[0], v[1], v[2]).normalized();
    return axis.dot(net) * direction < 0 ? axis.negated() : axis;
  }

  /**
   * How far {@link #freeAxis} can be off, 90 % half-width, as {@link #axisErrorRad}: the largest
   * rotation at right angles to it against the one about it. Pi / 2 when nothing turned.
   */
  public double freeAxisErrorRad() {
    if (!(xx + yy + zz > 0)) {
      return Math.PI / 2;
    }
    double[] values = principal().getRealEigenvalues();
    return FastMath.atan2(Math.sqrt(Math.max(0, values[1])), Math.sqrt(2 * values[0]));
  }

  private EigenDecomposition principal() {
    if (!(xx + yy + zz > 0)) {
      throw new IllegalArgumentException("without a movement there is no axis");
    }
    return new EigenDecomposition(
        MatrixUtils.createRealMatrix(new double[][] {{xx, xy, xz}, {xy, yy, yz}, {xz, yz, zz}}));
  }

  private double form(Vector3 a, Vector3 b) {
    return a.x() * (xx * b.x() + xy * b.y() + xz * b.z())
        + a.y() * (xy * b.x() + yy * b.y() + yz * b.z())
        + a.z() * (xz * b.x() + yz * b.y() + zz * b.z());
  }

  private static Vector3 anyOrthogonal(Vector3 v) {
    Vector3 least =
        Math.abs(v.x()) <= Math.abs(v.y()) && Math.abs(v.x()) <= Math.abs(v.z())
            ? Vector3.X
            : Math.abs(v.y()) <= Math.abs(v.z()) ? Vector3.Y : Vector3.Z;
    return v.cross(least).normalized();
  }
}
