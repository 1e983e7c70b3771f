package org.plumbline.analyzer.health;

/**
 * Whether the gyroscope's numbers can be rad/s, judged by gravity: one that turns fast must feel
 * its own centrifugal force, and one that hardly turns cannot see gravity change its direction. One
 * thread.
 */
final class GyroscopeScale {
  /** 1150 deg/s; at 10 cm from the axis 40 m/s2, and no limb keeps it up in an exercise. */
  static final double SPIN_RAD_PER_S = 20;

  /** What such a spin would at least add to the norm of the accelerometer, 2 cm from the axis. */
  private static final double CENTRIFUGAL_SHARE = 0.8;

  private static final double TAU_SECONDS = 0.2;
  private static final double WINDOW_SECONDS = 1;

  /** A clear change of direction: 17 deg as a chord on the unit sphere. */
  private static final double CLEAR_TURN = 0.3;

  /** deg/s and rad/s are a factor of 57 apart; a third of that is no other error. */
  static final double FACTOR = 20;

  private final double[] smooth = new double[3];
  private final double[] from = new double[3];
  private double smoothRate;
  private double path;
  private double windowSeconds;
  private boolean started;
  private double spinSeconds;
  private double seconds;
  private double seenTurn;
  private double seenPath;
  private int unseenTurns;
  private double fastest;

  void restart() {
    started = false;
  }

  void update(double intervalSeconds, double[] imu, double gravityMps2) {
    double rate = Math.sqrt(imu[0] * imu[0] + imu[1] * imu[1] + imu[2] * imu[2]);
    if (!started) {
      started = true;
      System.arraycopy(imu, 3, smooth, 0, 3);
      smoothRate = rate;
      begin();
    }
    double k = intervalSeconds / (intervalSeconds + TAU_SECONDS);
    for (int i = 0; i < 3; i++) {
      smooth[i] += k * (imu[3 + i] - smooth[i]);
    }
    smoothRate += k * (rate - smoothRate);
    seconds += intervalSeconds;
    double norm = Math.sqrt(imu[3] * imu[3] + imu[4] * imu[4] + imu[5] * imu[5]);
    if (smoothRate > SPIN_RAD_PER_S && norm < (1 + CENTRIFUGAL_SHARE) * gravityMps2) {
      spinSeconds += intervalSeconds;
      fastest = Math.max(fastest, smoothRate);
    }
    path += rate * intervalSeconds;
    windowSeconds += intervalSeconds;
    if (windowSeconds >= WINDOW_SECONDS) {
      close();
    }
  }

  private void begin() {
    windowSeconds = 0;
    path = 0;
    System.arraycopy(smooth, 0, from, 0, 3);
  }

  private void close() {
    double a = Math.sqrt(from[0] * from[0] + from[1] * from[1] + from[2] * from[2]);
    double b = Math.sqrt(smooth[0] * smooth[0] + smooth[1] * smooth[1] + smooth[2] * smooth[2]);
    if (a > 0 && b > 0) {
      double x = from[0] / a - smooth[0] / b;
      double y = from[1] / a - smooth[1] / b;
      double z = from[2] / a - smooth[2] / b;
      double chord = Math.sqrt(x * x + y * y + z * z);
      if (chord > CLEAR_TURN && path < chord / FACTOR) {
        unseenTurns++;
        seenTurn += chord;
        seenPath += path;
      }
    }
    begin();
  }

  /** The numbers are too large for rad/s: a spin that nothing was felt of, for a while. */
  boolean tooLarge() {
    return spinSeconds > 0.5 && spinSeconds > 0.02 * seconds;
  }

  /** The numbers are too small: gravity turned clearly three times and they hardly noticed. */
  boolean tooSmall() {
    return unseenTurns >= 3;
  }

  double fastestRadPerS() {
    return fastest;
  }

  /** Turn that gravity showed, over the turn that the gyroscope reported meanwhile. */
  double ratio() {
    return seenTurn / Math.max(seenPath, 1e-9);
  }
}
