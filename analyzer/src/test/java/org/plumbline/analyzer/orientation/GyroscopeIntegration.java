package org.plumbline.analyzer.orientation;

/** The simplest filter there is: gravity once, then the gyroscope alone. Something to beat. */
final class GyroscopeIntegration implements OrientationFilter {
  private Quaternion orientation = Quaternion.IDENTITY;
  private boolean started;

  @Override
  public void update(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az) {
    Vector3 rate = new Vector3(gx, gy, gz);
    if (!started) {
      started = true;
      Vector3 up = new Vector3(ax, ay, az).normalized();
      Vector3 axis = up.cross(Vector3.Z);
      double sine = axis.norm();
      if (sine > 0) {
        orientation = Quaternion.about(axis.normalized(), Math.atan2(sine, up.z()));
      }
    } else if (rate.norm() > 0) {
      orientation =
          orientation
              .times(Quaternion.about(rate.normalized(), rate.norm() * intervalSeconds))
              .normalized();
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
    started = false;
  }

  @Override
  public void reset() {
    orientation = Quaternion.IDENTITY;
    started = false;
  }
}
