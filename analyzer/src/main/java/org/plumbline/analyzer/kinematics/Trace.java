package org.plumbline.analyzer.kinematics;

import java.util.Arrays;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.device.log.Side;

/** An angle over one repetition, a value per grid step, NaN where not measured. Degrees. */
final class Trace {
  private final double[] valuesDeg;

  /** Owns {@code valuesDeg}. */
  Trace(double[] valuesDeg) {
    this.valuesDeg = valuesDeg;
  }

  int size() {
    return valuesDeg.length;
  }

  double value(int i) {
    return valuesDeg[i];
  }

  /** Mean over the first 50 ms that were measured; NaN when nothing was. */
  double start() {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < valuesDeg.length && n < 5; i++) {
      if (!Double.isNaN(valuesDeg[i])) {
        sum += valuesDeg[i];
        n++;
      }
    }
    return sum / n;
  }

  /** This trace with its start as zero. */
  Trace fromStart() {
    return less(start());
  }

  /** This trace with another zero. */
  Trace less(double zero) {
    double[] moved = new double[valuesDeg.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = valuesDeg[i] - zero;
    }
    return new Trace(moved);
  }

  /** Position of the largest value; -1 when nothing was measured. */
  int argMax() {
    int best = -1;
    for (int i = 0; i < valuesDeg.length; i++) {
      if (!Double.isNaN(valuesDeg[i]) && (best < 0 || valuesDeg[i] > valuesDeg[best])) {
        best = i;
      }
    }
    return best;
  }

  double max() {
    int at = argMax();
    return at < 0 ? Double.NaN : valuesDeg[at];
  }

  /** Position of the smallest value; -1 when nothing was measured. */
  int argMin() {
    int best = -1;
    for (int i = 0; i < valuesDeg.length; i++) {
      if (!Double.isNaN(valuesDeg[i]) && (best < 0 || valuesDeg[i] < valuesDeg[best])) {
        best = i;
      }
    }
    return best;
  }

  double min() {
    int at = argMin();
    return at < 0 ? Double.NaN : valuesDeg[at];
  }

  /** Position of the value furthest from zero, to either side; -1 when nothing was measured. */
  int argExtreme() {
    int most = argMax();
    int least = argMin();
    return most >= 0 && Math.abs(valuesDeg[least]) > Math.abs(valuesDeg[most]) ? least : most;
  }

  /** Mean of what was measured from one position to another, both included; NaN of nothing. */
  double mean(int from, int to) {
    double sum = 0;
    int n = 0;
    for (int i = from; i <= to; i++) {
      if (!Double.isNaN(valuesDeg[i])) {
        sum += valuesDeg[i];
        n++;
      }
    }
    return sum / n;
  }

  /** Without jumps of a full turn. */
  Trace unwrapped() {
    double[] smooth = valuesDeg.clone();
    double last = Double.NaN;
    for (int i = 0; i < smooth.length; i++) {
      if (!Double.isNaN(last)) {
        smooth[i] -= 360 * Math.rint((smooth[i] - last) / 360);
      }
      last = Double.isNaN(smooth[i]) ? last : smooth[i];
    }
    return new Trace(smooth);
  }

  /** This trace with the opposite sign. */
  Trace negated() {
    double[] negated = new double[valuesDeg.length];
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -valuesDeg[i];
    }
    return new Trace(negated);
  }

  /** First position at or after {@code from} where the value reaches {@code level}; -1 if never. */
  int firstReaching(double level, int from) {
    for (int i = from; i < valuesDeg.length; i++) {
      if (valuesDeg[i] >= level) {
        return i;
      }
    }
    return -1;
  }

  /** Last position where the value is at {@code level} or above; -1 if never. */
  int lastReaching(double level) {
    for (int i = valuesDeg.length - 1; i >= 0; i--) {
      if (valuesDeg[i] >= level) {
        return i;
      }
    }
    return -1;
  }

  /** Running mean over {@code 2 * half + 1} steps, of what was measured. */
  Trace smoothed(int half) {
    double[] smooth = new double[valuesDeg.length];
    for (int i = 0; i < smooth.length; i++) {
      double sum = 0;
      int n = 0;
      int to = Math.min(smooth.length - 1, i + half);
      for (int k = Math.max(0, i - half); k <= to; k++) {
        if (!Double.isNaN(valuesDeg[k])) {
          sum += valuesDeg[k];
          n++;
        }
      }
      smooth[i] = n == 0 ? Double.NaN : sum / n;
    }
    return new Trace(smooth);
  }

  /** This trace without what is before a position. */
  Trace from(int first) {
    return new Trace(Arrays.copyOfRange(valuesDeg, first, valuesDeg.length));
  }

  /** Time-normalised for an overlay. */
  Curve toCurve(String name, Side side) {
    double[] points = new double[Curve.POINTS];
    for (int p = 0; p < Curve.POINTS; p++) {
      double at = p / 100.0 * (valuesDeg.length - 1);
      int i = (int) Math.min(valuesDeg.length - 1, Math.floor(at));
      int next = Math.min(valuesDeg.length - 1, i + 1);
      points[p] = valuesDeg[i] + (valuesDeg[next] - valuesDeg[i]) * (at - i);
    }
    return new Curve(name, side, "deg", points);
  }
}
