package org.plumbline.analyzer.orientation;

/**
 * Two independent estimates of one gyroscope bias, from the past and from the future, as one: the
 * mean weighted by the inverse covariances, {@code b = bf + Pf (Pf + Pb)^-1 (bb - bf)}.
 */
final class BiasMerge {
  private final double[] p = new double[6];

  /**
   * Merges into {@code work}: bias, then its covariance xx xy xz yy yz zz from {@code at} on.
   *
   * @param backward found on the record turned round in time, so of opposite sign
   */
  void merge(double[] work, int at, GyroBias backward) {
    backward.covariance(p, 0);
    double xx = work[at + 3] + p[0];
    double xy = work[at + 4] + p[1];
    double xz = work[at + 5] + p[2];
    double yy = work[at + 6] + p[3];
    double yz = work[at + 7] + p[4];
    double zz = work[at + 8] + p[5];
    double dx = -backward.x - work[at];
    double dy = -backward.y - work[at + 1];
    double dz = -backward.z - work[at + 2];
    // Cofactors of the symmetric sum.
    double cxx = yy * zz - yz * yz;
    double cxy = xz * yz - xy * zz;
    double cxz = xy * yz - xz * yy;
    double cyy = xx * zz - xz * xz;
    double cyz = xy * xz - xx * yz;
    double czz = xx * yy - xy * xy;
    double determinant = xx * cxx + xy * cxy + xz * cxz;
    double sx = (cxx * dx + cxy * dy + cxz * dz) / determinant;
    double sy = (cxy * dx + cyy * dy + cyz * dz) / determinant;
    double sz = (cxz * dx + cyz * dy + czz * dz) / determinant;
    work[at] += work[at + 3] * sx + work[at + 4] * sy + work[at + 5] * sz;
    work[at + 1] += work[at + 4] * sx + work[at + 6] * sy + work[at + 7] * sz;
    work[at + 2] += work[at + 5] * sx + work[at + 7] * sy + work[at + 8] * sz;
  }
}
