package org.plumbline.analyzer.orientation;

/** The simplest filter there is: gravity once, then the gyroscope alone. Something to beat. */
final class GyroscopeIntegration implements OrientationFilter {
  private Quaternion orientation = Quaternion.IDENTITY;
  private boolean levelled;

  @Override
  public Capability capability() {
    return Capability.DRIFTING_HEADING;
  }

  @Override
  public void update(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az) {
    VqfFilter.check(intervalSeconds, gx, gy, gz, ax, ay, az);
    Vector3 rate = new Vector3(gx, gy, gz);
    if (rate.norm() > 0) {
      orientation =
          orientation
              .times(Quaternion.about(rate.normalized(), rate.norm() * intervalSeconds))
              .normalized();
    }
    if (!levelled && (ax != 0 || ay != 0 || az != 0)) {
      levelled = true;
      level(orientation.rotate(new Vector3(ax, ay, az).normalized()));
    }
  }

  private void level(Vector3 up) {
    Vector3 axis = up.cross(Vector3.Z);
    double angle = Math.atan2(axis.norm(), up.z());
    if (axis.norm() > 1e-9) {
      orientation = Quaternion.about(axis.normalized(), angle).times(orientation).normalized();
    } else if (up.z() < 0) {
      orientation = Quaternion.about(Vector3.X, Math.PI).times(orientation).normalized();
    }
  }

  @Override
  public void orientation(double[] wxyz) {
    wxyz[0] = orientation.w();
    wxyz[1] = orientation.x();
    wxyz[2] = orientation.y();
    wxyz[3] = orientation.z();
  }

  @Override
  public void resettle(double missingSeconds) {
    VqfFilter.checkMissing(missingSeconds);
    levelled = false;
  }

  @Override
  public void reset() {
    orientation = Quaternion.IDENTITY;
    levelled = false;
  }
}
