package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.emg.Burst;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.Butterworth;

/**
 * What is usually done, to be beaten: rectified, 50 Hz low-pass, threshold at mean + 3 standard
 * deviations of a rest that is told, 25 ms above it (Hodges and Bui 1996), gaps of 50 ms bridged.
 */
final class MeanDeviationDetector {
  private static final double CUTOFF_HZ = 50;
  private static final double DEVIATIONS = 3;
  private static final double LEAST_SECONDS = 0.025;
  private static final double GAP_SECONDS = 0.05;
  private static final double SLOW_HZ = 5;

  private MeanDeviationDetector() {}

  /** All bursts; the delay of the low-pass is taken off. */
  static List<Burst> detect(double[] bandPassed, double rateHz, double restFrom, double restTo) {
    BiquadCascade lowPass = Butterworth.lowPass(2, rateHz, CUTOFF_HZ);
    double[] envelope = new double[bandPassed.length];
    for (int i = 0; i < envelope.length; i++) {
      envelope[i] = lowPass.update(Math.abs(bandPassed[i]));
    }
    double threshold = threshold(envelope, (int) (restFrom * rateHz), (int) (restTo * rateHz));
    double delay = lowPass.groupDelaySeconds(SLOW_HZ);
    List<Burst> bursts = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int i = 0; i <= envelope.length; i++) {
      boolean above = i < envelope.length && envelope[i] > threshold;
      if (above) {
        from = from < 0 ? i : from;
        last = i;
      } else if (from >= 0 && (i == envelope.length || i - last > GAP_SECONDS * rateHz)) {
        if (last - from + 1 >= LEAST_SECONDS * rateHz) {
          bursts.add(new Burst(from / rateHz - delay, last / rateHz - delay, 0));
        }
        from = -1;
      }
    }
    return bursts;
  }

  private static double threshold(double[] envelope, int from, int to) {
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += envelope[i] / (to - from);
    }
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (envelope[i] - mean) * (envelope[i] - mean) / (to - from);
    }
    return mean + DEVIATIONS * Math.sqrt(squares);
  }
}
