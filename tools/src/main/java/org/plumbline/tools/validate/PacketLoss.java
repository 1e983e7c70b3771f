package org.plumbline.tools.validate;

import java.util.Arrays;
import java.util.Random;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.orientation.OrientationFilter;
import org.plumbline.analyzer.orientation.VqfFilter;

/** Real-time 6D orientation of a trial at 95 Hz of which packets are lost in bursts of 1 to 5. */
final class PacketLoss {
  /** 285.7 Hz by this is 95.2 Hz. */
  static final int THINNING = 3;

  static final int SEEDS = 3;

  private static final int LONGEST_BURST = 5;
  private static final double MEAN_BURST = (1 + LONGEST_BURST) / 2.0;
  private static final long TICKS_PER_SECOND = 1_000_000;

  private PacketLoss() {}

  /**
   * Mean of the RMS inclination errors over {@value #SEEDS} seeds, degrees.
   *
   * @param thinned a trial at {@link #THINNING}
   * @param lostShare expected share of lost samples
   */
  static double meanErrorDeg(BroadTrial thinned, double lostShare) {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      boolean[] arrived = arrived(thinned.size(), lostShare, new Random(seed));
      sum += OrientationError.INCLINATION.rmsDeg(thinned, estimate(thinned, arrived));
    }
    return sum / SEEDS;
  }

  private static boolean[] arrived(int samples, double lostShare, Random random) {
    boolean[] arrived = new boolean[samples];
    Arrays.fill(arrived, true);
    double start = lostShare / MEAN_BURST / (1 - lostShare);
    for (int i = 1; i < samples; i++) {
      if (random.nextDouble() < start) {
        int burst = 1 + random.nextInt(LONGEST_BURST);
        for (int k = 0; k < burst && i < samples; k++, i++) {
          arrived[i] = false;
        }
      }
    }
    return arrived;
  }

  /** Every sample gets an orientation, also the lost ones. */
  private static double[][] estimate(BroadTrial trial, boolean[] arrived) {
    double[][] estimate = new double[trial.size()][4];
    OrientationFilter filter = new VqfFilter(VqfFilter.Parameters.defaults(), trial.rateHz());
    double samplesPerTick = trial.rateHz() / TICKS_PER_SECOND;
    GapFiller filler =
        new GapFiller(
            GapFiller.Parameters.defaults(),
            TICKS_PER_SECOND,
            trial.rateHz(),
            new GapFiller.Sink() {
              @Override
              public void sample(
                  long deviceTicks, double intervalSeconds, boolean filled, double[] imu) {
                filter.update(intervalSeconds, imu);
                filter.orientation(estimate[(int) Math.round(deviceTicks * samplesPerTick)]);
              }

              @Override
              public void gap(double missingSeconds, boolean bridged) {
                filter.resettle(missingSeconds);
              }
            });
    int last = trial.size() - 1;
    for (int i = 0; i < arrived.length; i++) {
      if (arrived[i]) {
        filler.accept(i, Math.round(i / samplesPerTick), trial.imu(i));
      }
    }
    // What was lost at the very end is never filled: hold what was known.
    for (int i = last; i > 0 && !arrived[last]; i--) {
      if (arrived[i]) {
        Arrays.fill(estimate, i + 1, trial.size(), estimate[i]);
        break;
      }
    }
    return estimate;
  }
}
