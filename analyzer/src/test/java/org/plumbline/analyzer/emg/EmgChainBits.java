package org.plumbline.analyzer.emg;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.device.log.Muscle;

/**
 * Prints a hash of every bit of filters, envelopes, quality, spectra and bursts of a signal that is
 * easy to make again. {@code docs/checks/emg-same-bits.sh} compares the lines of two machines.
 */
public final class EmgChainBits {
  private static final int SAMPLES = 60_000;

  private final MessageDigest digest;
  private final ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);

  private EmgChainBits() throws NoSuchAlgorithmException {
    digest = MessageDigest.getInstance("SHA-256");
  }

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    for (double rateHz : new double[] {800, 1000, 1925.926, 2000, 2148.148}) {
      for (Muscle muscle : List.of(Muscle.GLUTEUS_MAXIMUS, Muscle.ERECTOR_SPINAE)) {
        System.out.println(
            rateHz + " Hz, " + muscle.id() + ": " + new EmgChainBits().of(rateHz, muscle));
      }
    }
  }

  private String of(double rateHz, Muscle muscle) {
    double[] volts = signal(rateHz);
    EmgConditioner.Parameters parameters = EmgConditioner.Parameters.of(muscle);
    EmgConditioner conditioner = new EmgConditioner(parameters, rateHz);
    BlockTrack blocks = ChannelWatch.newBlocks();
    boolean trunk = EmgConditioner.isTrunk(muscle);
    ChannelWatch watch = new ChannelWatch(conditioner, rateHz, trunk, blocks);
    int perBlock = ChannelWatch.blockSamples(rateHz);
    double[] band = new double[volts.length];
    for (int i = 0; i < volts.length; i++) {
      band[i] = conditioner.update(volts[i]);
      if (watch.update(volts[i])) {
        conditioner.removeMains(watch.humLines());
      }
      if ((i + 1) % perBlock == 0) {
        watch.closeBlock(Math.round((i + 1) * 1e9 / rateHz));
      }
      add(band[i], conditioner.rmsVolts(), conditioner.smoothVolts());
    }
    add(EmgConditioner.zeroPhaseEnvelope(parameters, rateHz, volts));
    ChannelQuality quality =
        new EmgQuality(EmgQuality.Limits.defaults())
            .assess(blocks, 0, Long.MAX_VALUE, 0)
            .orElseThrow();
    quality.parts().forEach(part -> add(part.value(), part.score()));
    add(conditioner.removesMains() ? 1 : 0, quality.score(), quality.signalToRestDecibels());
    EmgSpectrum.of(band, rateHz).ifPresent(one -> add(one.medianHz(), one.lnDimitrov()));
    new ActivationDetector(ActivationDetector.Parameters.defaults())
        .detect(band, rateHz)
        .forEach(one -> add(one.onsetSeconds(), one.offsetSeconds(), one.snrDecibels()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Noise that comes and goes, and hum from the middle on. */
  private static double[] signal(double rateHz) {
    double[] volts = new double[SAMPLES];
    long state = 12345;
    double hum = 0;
    double humBefore = -StrictMath.sin(2 * Math.PI * 50 / rateHz) * 6e-5;
    double turn = 2 * StrictMath.cos(2 * Math.PI * 50 / rateHz);
    for (int i = 0; i < volts.length; i++) {
      state = (state * 1664525 + 1013904223) % (1L << 32);
      double next = turn * hum - humBefore;
      humBefore = hum;
      hum = next;
      double size = (i / 4000) % 2 == 0 ? 4e-6 : 2e-4;
      volts[i] = (state / (double) (1L << 32) - 0.5) * size + 1e-3 + (2 * i > SAMPLES ? hum : 0);
    }
    return volts;
  }

  private void add(double... values) {
    for (double value : values) {
      bytes.clear();
      bytes.putLong(Double.doubleToRawLongBits(value));
      bytes.flip();
      digest.update(bytes);
    }
  }
}
