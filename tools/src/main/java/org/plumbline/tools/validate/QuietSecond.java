package org.plumbline.tools.validate;

import java.io.IOException;
import org.plumbline.analyzer.text.Texts;

/** The first second in which two sensors lie still. */
final class QuietSecond {
  /**
   * Swaying while standing turns a shank by 1 to 3 deg/s; the slowest exercise by more than 20. A
   * gyroscope bias is below 1 deg/s in the sensors meant here.
   */
  private static final double STILL_RAD_PER_S = Math.PI / 180 * 6;

  private QuietSecond() {}

  /** Whether a sample ({@code gx gy gz ...}) is one of a sensor that lies still. */
  static boolean isStill(double[] imu) {
    return imu[0] * imu[0] + imu[1] * imu[1] + imu[2] * imu[2] < STILL_RAD_PER_S * STILL_RAD_PER_S;
  }

  /**
   * Its first row.
   *
   * @param from first row that may belong to it
   * @throws IOException when nobody stands still for a second
   */
  static int firstRow(SensorTable a, SensorTable b, int rows, int from, String session)
      throws IOException {
    double[] imu = new double[6];
    int still = 0;
    for (int row = from; row < Math.min(a.size(), b.size()); row++) {
      a.imu(row, imu);
      boolean both = isStill(imu);
      b.imu(row, imu);
      still = both && isStill(imu) ? still + 1 : 0;
      if (still == rows) {
        return row - rows + 1;
      }
    }
    throw new IOException(Texts.get("validate.knee.never-still", session));
  }
}
