package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.text.Texts;

/**
 * Watches for channels of an IMU that come without a number, before gaps are filled: a sample
 * without all six counts as lost, and one dead channel silences the sensor. One thread; allocates
 * nothing per sample.
 */
public final class MissingNumbers {
  private static final int N = GapFiller.CHANNELS;

  /** Shorter is lost data, which is named by its share. */
  static final double LEAST_SECONDS = 1;

  private final boolean[] missing = new boolean[N];
  private final long[] sinceNanos = new long[N];
  private final long[] longestSinceNanos = new long[N];
  private final long[] longestNanos = new long[N];
  private boolean any;

  /**
   * Takes the next sample as it came.
   *
   * @param nanos session time
   * @param imu gyroscope and accelerometer
   */
  public void update(long nanos, double[] imu) {
    double sum = imu[0] + imu[1] + imu[2] + imu[3] + imu[4] + imu[5];
    if (!any && Double.isFinite(sum)) {
      return;
    }
    any = false;
    for (int i = 0; i < N; i++) {
      boolean now = !Double.isFinite(imu[i]);
      if (now && !missing[i]) {
        sinceNanos[i] = nanos;
      }
      missing[i] = now;
      any |= now;
      if (now && nanos - sinceNanos[i] > longestNanos[i]) {
        longestNanos[i] = nanos - sinceNanos[i];
        longestSinceNanos[i] = sinceNanos[i];
      }
    }
  }

  /** Channels that were without a number for a second or longer; a whole sensor is named as one. */
  public List<HealthFinding> findings() {
    List<HealthFinding> all = new ArrayList<>();
    for (int from = 0; from < N; from += 3) {
      boolean whole = isLong(from) && isLong(from + 1) && isLong(from + 2);
      for (int i = from; i < from + (whole ? 1 : 3); i++) {
        if (isLong(i)) {
          all.add(finding(i, whole));
        }
      }
    }
    return all;
  }

  private boolean isLong(int channel) {
    return longestNanos[channel] * 1e-9 >= LEAST_SECONDS;
  }

  private HealthFinding finding(int channel, boolean whole) {
    String sensor = channel < 3 ? "gyroscope" : "accelerometer";
    String name = whole ? sensor : SensorHealth.CHANNELS[channel];
    double seconds = longestNanos[channel] * 1e-9;
    String since = Texts.number(longestSinceNanos[channel] * 1e-9, 1);
    String text = Texts.get("health.no-values", name, since, Texts.number(seconds, 1));
    return new HealthFinding(Code.NO_VALUES, name, seconds, LEAST_SECONDS, "s", text);
  }
}
