package org.plumbline.analyzer.emg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.analyzer.signal.Butterworth;

/** The Java side of docs/checks/emg-beside-scipy.sh: a word in, nanoseconds a sample out. */
public final class EmgChainTiming {
  private static final double RATE_HZ = 2000;

  private EmgChainTiming() {}

  public static void main(String[] arguments) throws IOException {
    double[] volts = new double[1_200_000];
    long state = 12345;
    for (int i = 0; i < volts.length; i++) {
      state = (state * 1664525 + 1013904223) % (1L << 32);
      volts[i] = (state / (double) (1L << 32) - 0.5) * 1e-4;
    }
    BufferedReader words =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String word = words.readLine(); word != null; word = words.readLine()) {
      long start = System.nanoTime();
      double last =
          word.equals("bandpass") ? bandPass(volts) : chain(volts, word.equals("quality"));
      double each = (System.nanoTime() - start) / (double) volts.length;
      System.out.println(each + " " + last);
    }
  }

  private static double bandPass(double[] volts) {
    BiquadCascade filter = Butterworth.bandPass(4, RATE_HZ, 20, 450);
    double last = 0;
    for (double one : volts) {
      last = filter.update(one);
    }
    return last;
  }

  private static double chain(double[] volts, boolean quality) {
    EmgConditioner conditioner = new EmgConditioner(EmgConditioner.Parameters.defaults(), RATE_HZ);
    BlockTrack blocks = ChannelWatch.newBlocks();
    ChannelWatch watch = new ChannelWatch(conditioner, RATE_HZ, false, blocks);
    double sum = 0;
    for (int i = 0; i < volts.length; i++) {
      conditioner.update(volts[i]);
      // scipy gives an RMS for every sample, so it is asked for here, too.
      sum += conditioner.rmsVolts() + conditioner.smoothVolts();
      if (quality) {
        watch.update(volts[i]);
        if (i % 200 == 199) {
          watch.closeBlock(i * 500_000L);
        }
      }
    }
    return sum;
  }
}
