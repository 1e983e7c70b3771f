package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/**
 * Whether the sensors move at the same time: the speed of turning of each against that of each
 * other one, shifted until they agree best. In an exercise all segments begin, turn and end
 * together within some tens of milliseconds; but a pelvis that gives way to a leg that works alone
 * follows it, and says nothing of the time. One thread.
 */
final class LagWatch {
  private static final double WINDOW_SECONDS = 8;
  private static final int STEPS_PER_BIN = 4;
  private static final double MOST_LAG_SECONDS = 0.5;
  private static final double LATE_SECONDS = 0.12;
  private static final double TOGETHER_SECONDS = 0.07;
  private static final double LEAST_CORRELATION = 0.8;

  /** Mean speed below which nothing moves. */
  private static final double LEAST_RAD_PER_S = 0.15;

  private static final int CONFIRMED = 2;

  /** Skin wobbles at some hertz on each segment by itself; 0.2 s take it out. */
  private static final int SMOOTHED_BINS = 2;

  private final Map<OnSegment, Speed> speeds = new LinkedHashMap<>();
  private final double binSeconds;
  private final int bins;
  private final int mostLag;
  private Set<Segment> alone = Set.of();
  private int stepsInBin;
  private int bin;

  /** Of one sensor over a window. */
  private static final class Speed {
    private final double[] bins;
    private int late;
    private int inTime;
    private double namedSeconds = Double.NaN;

    private Speed(int length) {
      bins = new double[length];
    }
  }

  LagWatch(int stepsPerSecond) {
    binSeconds = (double) STEPS_PER_BIN / stepsPerSecond;
    bins = (int) Math.round(WINDOW_SECONDS / binSeconds);
    mostLag = (int) Math.round(MOST_LAG_SECONDS / binSeconds);
  }

  /** What is done from now on moves these segments of one leg while all else may rest. */
  void movesAlone(Set<Segment> segments) {
    alone = Set.copyOf(segments);
  }

  void update(Map<OnSegment, Vector3> turns) {
    turns.forEach(
        (placement, turn) -> {
          Speed speed = speeds.computeIfAbsent(placement, key -> new Speed(bins));
          if (!alone.contains(placement.segment())) {
            speed.bins[bin] += turn.norm() / binSeconds;
          }
        });
    if (++stepsInBin < STEPS_PER_BIN) {
      return;
    }
    stepsInBin = 0;
    if (++bin >= bins) {
      bin = 0;
      judge();
      speeds.values().forEach(speed -> Arrays.fill(speed.bins, 0));
    }
  }

  private void judge() {
    List<Speed> all = new ArrayList<>(speeds.values());
    List<double[]> smooth = all.stream().map(speed -> smooth(speed.bins)).toList();
    double[][] lags = new double[all.size()][all.size()];
    for (int i = 0; i < all.size(); i++) {
      for (int k = 0; k < i; k++) {
        lags[i][k] = lagSeconds(smooth.get(k), smooth.get(i));
        lags[k][i] = -lags[i][k];
      }
    }
    for (int i = 0; i < all.size(); i++) {
      note(all.get(i), i, lags);
    }
  }

  private static double[] smooth(double[] bins) {
    double[] smooth = new double[bins.length];
    for (int i = 0; i < bins.length; i++) {
      int from = Math.max(0, i - SMOOTHED_BINS);
      int to = Math.min(bins.length - 1, i + SMOOTHED_BINS);
      for (int k = from; k <= to; k++) {
        smooth[i] += bins[k] / (to - from + 1);
      }
    }
    return smooth;
  }

  /** A stream is late against all others, which are together. */
  private static void note(Speed speed, int own, double[][] lags) {
    int compared = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean together = true;
    for (int i = 0; i < lags.length; i++) {
      if (i == own || Double.isNaN(lags[own][i])) {
        continue;
      }
      compared++;
      least = Math.min(least, lags[own][i]);
      most = Math.max(most, lags[own][i]);
      for (int k = 0; k < i; k++) {
        together &= k == own || !(Math.abs(lags[i][k]) > TOGETHER_SECONDS);
      }
    }
    if (compared < 2) {
      speed.late = 0;
      return;
    }
    boolean late = least > LATE_SECONDS || most < -LATE_SECONDS;
    speed.late = late && together ? speed.late + 1 : 0;
    speed.inTime = late ? 0 : speed.inTime + 1;
    if (speed.inTime >= CONFIRMED) {
      speed.namedSeconds = Double.NaN;
    }
    if (speed.late >= CONFIRMED) {
      speed.namedSeconds = (least + most) / 2;
    }
  }

  /** By how much {@code b} follows {@code a}; NaN where they do not resemble each other. */
  private double lagSeconds(double[] a, double[] b) {
    double best = LEAST_CORRELATION;
    int at = Integer.MIN_VALUE;
    double zero = correlation(a, b, 0);
    for (int lag = -mostLag; lag <= mostLag; lag++) {
      double now = correlation(a, b, lag);
      if (now > best) {
        best = now;
        at = lag;
      }
    }
    boolean inside = at > -mostLag && at < mostLag;
    if (!inside) {
      return Double.NaN;
    }
    // No better than together is together.
    return best - zero < 0.02 ? 0 : at * binSeconds;
  }

  private double correlation(double[] a, double[] b, int lag) {
    double sa = 0;
    double sb = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    int n = 0;
    for (int i = mostLag; i < bins - mostLag; i++) {
      double x = a[i];
      double y = b[i + lag];
      sa += x;
      sb += y;
      aa += x * x;
      bb += y * y;
      ab += x * y;
      n++;
    }
    if (sa < LEAST_RAD_PER_S * n || sb < LEAST_RAD_PER_S * n) {
      return 0;
    }
    double va = aa - sa * sa / n;
    double vb = bb - sb * sb / n;
    return va > 0 && vb > 0 ? (ab - sa * sb / n) / Math.sqrt(va * vb) : 0;
  }

  boolean suspect(OnSegment placement) {
    Speed speed = speeds.get(placement);
    return speed != null && (speed.late > 0 || !Double.isNaN(speed.namedSeconds));
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    Speed speed = speeds.get(placement);
    if (speed == null || Double.isNaN(speed.namedSeconds)) {
      return Optional.empty();
    }
    double millis = 1000 * speed.namedSeconds;
    String text = Texts.get("health.delayed", BodyHealth.name(placement), Texts.number(millis, 0));
    return Optional.of(
        new HealthFinding(Code.DELAYED, placement.id(), millis, 1000 * LATE_SECONDS, "ms", text));
  }
}
