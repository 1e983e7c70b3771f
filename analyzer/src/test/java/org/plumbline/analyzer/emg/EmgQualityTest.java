package org.plumbline.analyzer.emg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.device.log.Muscle;

/** One channel, noise of 50 uV as muscle; every fault just inside and just outside its limit. */
class EmgQualityTest {
  private static final double RATE_HZ = 2000;
  private static final double SECONDS = 12;
  private static final double MUSCLE_VOLTS = 50e-6;

  private final EmgConditioner conditioner =
      new EmgConditioner(EmgConditioner.Parameters.defaults(), RATE_HZ);
  private final BlockTrack blocks = ChannelWatch.newBlocks();
  private final Random chance = new Random(5);
  private double slow;

  private double muscle() {
    return MUSCLE_VOLTS * chance.nextGaussian();
  }

  /** The quality from second 4 to 10 of a signal that is a function of time. */
  private ChannelQuality quality(DoubleUnaryOperator volts, Muscle muscle) {
    ChannelWatch watch =
        new ChannelWatch(conditioner, RATE_HZ, EmgConditioner.isTrunk(muscle), blocks);
    int perBlock = ChannelWatch.blockSamples(RATE_HZ);
    for (int i = 0; i < SECONDS * RATE_HZ; i++) {
      double value = volts.applyAsDouble(i / RATE_HZ);
      conditioner.update(value);
      if (watch.update(value)) {
        conditioner.removeMains(watch.humLines());
      }
      if ((i + 1) % perBlock == 0) {
        watch.closeBlock(Math.round((i + 1) * 1e9 / RATE_HZ));
      }
    }
    return assess(4, 10);
  }

  private ChannelQuality assess(double from, double to) {
    return new EmgQuality(EmgQuality.Limits.defaults())
        .assess(blocks, Math.round(from * 1e9), Math.round(to * 1e9), 0)
        .orElseThrow();
  }

  private ChannelQuality quality(DoubleUnaryOperator volts) {
    return quality(volts, Muscle.GLUTEUS_MAXIMUS);
  }

  @Test
  void aMuscleAloneIsUsableAndNothingIsSeen() {
    ChannelQuality quality = quality(t -> muscle());
    assertThat(quality.isUsable()).isTrue();
    assertThat(quality.seen()).isEmpty();
    assertThat(quality.score()).isGreaterThan(0.9).isLessThanOrEqualTo(1);
    // White noise of 50 uV: the band of 430 Hz holds 43 % of its power.
    assertThat(quality.restVolts()).isBetween(28e-6, 34e-6);
  }

  /** 0.1 V of offset on an electrode is not a signal. */
  @Test
  void anOffsetIsNoFault() {
    ChannelQuality quality = quality(t -> 0.1 + muscle());
    assertThat(quality.problem()).isEmpty();
  }

  @Test
  void aFlatStretchIsRefusedAndTheTimeAfterItIsNot() {
    ChannelQuality during = quality(t -> t > 5 && t < 6 ? 0.001 : muscle());
    assertThat(during.problem()).contains(EmgQuality.FLAT);
    assertThat(assess(7, 11).problem()).isEmpty();
    assertThat(assess(1, 4).problem()).isEmpty();
  }

  @Test
  void aFifthOfASecondWithoutChangeIsNotFlat() {
    assertThat(quality(t -> t > 5 && t < 5.2 ? 0 : muscle()).problem()).isEmpty();
  }

  @Test
  void quieterThanAnyElectrodeOnSkinIsOff() {
    ChannelQuality during = quality(t -> t > 5 && t < 7 ? 1e-7 * chance.nextGaussian() : muscle());
    assertThat(during.problem()).contains(EmgQuality.OFF);
    assertThat(assess(8, 11).problem()).isEmpty();
  }

  @Test
  void nothingButHumIsOff() {
    ChannelQuality quality =
        quality(t -> t > 5 ? 2e-4 * Math.sin(2 * Math.PI * 50 * t) + muscle() / 50 : muscle());
    assertThat(quality.problem()).contains(EmgQuality.OFF);
  }

  /** Noise with most of its power at low frequencies, as muscles have it; 138 uV RMS. */
  private double slowMuscle() {
    slow = 0.9 * slow + 1.2 * muscle();
    return slow;
  }

  private static double limited(double volts, double end) {
    return Math.max(-end, Math.min(end, volts));
  }

  @Test
  void clippingIsFoundWhereverTheEndOfTheRangeIs() {
    assertThat(quality(t -> limited(slowMuscle(), 2.5e-4)).problem()).contains(EmgQuality.CLIPPED);
  }

  /** 500 uV are 3.6 standard deviations: 0.03 % of the samples. */
  @Test
  void aHandfulOfClippedSamplesIsNoFault() {
    assertThat(quality(t -> limited(slowMuscle(), 5e-4)).problem()).isEmpty();
  }

  /** A larger artefact long after, or before, does not hide it. */
  @Test
  void clippingIsNotHiddenByALargerSampleAtAnotherTime() {
    ChannelQuality quality =
        quality(t -> t < 0.5 || t > 11 ? 10 * muscle() : limited(slowMuscle(), 2e-4));
    assertThat(quality.problem()).contains(EmgQuality.CLIPPED);
  }

  /** Hum of 40 uV RMS under a muscle of 33 uV in the band: removed, and the rest is usable. */
  @ParameterizedTest
  @ValueSource(doubles = {50.05, 59.95})
  void humIsFoundOnEitherGridRemovedAndTold(double lineHz) {
    ChannelQuality quality = quality(t -> muscle() + 56e-6 * Math.sin(2 * Math.PI * lineHz * t));
    assertThat(conditioner.removesMains()).isTrue();
    assertThat(quality.seen()).contains(EmgQuality.HUM);
    assertThat(quality.isUsable()).isTrue();
  }

  /** 9 dB below 33 uV are 11.7 uV RMS, 16.5 uV of amplitude. */
  @Test
  void humFarBelowTheMuscleIsLeftAlone() {
    ChannelQuality quality = quality(t -> muscle() + 12e-6 * Math.sin(2 * Math.PI * 50 * t));
    assertThat(conditioner.removesMains()).isFalse();
    assertThat(quality.seen()).isEmpty();
  }

  @Test
  void aSwingingCableIsRefused() {
    ChannelQuality strong = quality(t -> muscle() + 2e-4 * Math.sin(2 * Math.PI * 7 * t));
    assertThat(strong.problem()).contains(EmgQuality.MOVEMENT);
  }

  /** Amplitude 90 uV: power 4e-9 below 20 Hz over 1.1e-9 in the band. */
  @Test
  void aCableThatMovesALittleIsNot() {
    ChannelQuality weak = quality(t -> muscle() + 9e-5 * Math.sin(2 * Math.PI * 7 * t));
    assertThat(weak.problem()).isEmpty();
    assertThat(weak.part(EmgQuality.MOVEMENT).orElseThrow().value()).isCloseTo(3.8, within(0.6));
  }

  private double beats(double t) {
    double q = (t % 0.85 - 0.4) / 0.012;
    return 3e-4 * (1 - q * q) * Math.exp(-q * q / 2);
  }

  @Test
  void heartBeatsAreFoundOnTheTrunkOnly() {
    assertThat(quality(t -> muscle() / 10 + beats(t), Muscle.ERECTOR_SPINAE).problem())
        .contains(EmgQuality.HEART);
  }

  @Test
  void aChannelOfTheLegIsNotSearchedForTheHeart() {
    assertThat(quality(t -> muscle() / 10 + beats(t)).seen()).doesNotContain(EmgQuality.HEART);
  }

  @Test
  void spikesAreRefused() {
    ChannelQuality quality =
        quality(t -> muscle() + (Math.round(t * RATE_HZ) % 200 == 0 ? 3e-3 : 0));
    assertThat(quality.problem()).contains(EmgQuality.SPIKES);
  }

  @Test
  void anotherChannelsSignalIsRefused() {
    quality(t -> muscle());
    EmgQuality judge = new EmgQuality(EmgQuality.Limits.defaults());
    assertThat(judge.assess(blocks, 0, 8_000_000_000L, 0.84).orElseThrow().problem()).isEmpty();
    assertThat(judge.assess(blocks, 0, 8_000_000_000L, 0.86).orElseThrow().problem())
        .contains(EmgQuality.CROSS_TALK);
    assertThat(judge.assess(blocks, 13_000_000_000L, 14_000_000_000L, 0)).isEmpty();
  }

  /** Two of three channels share 90 % of their signal; the third one is on its own. */
  @Test
  void crossTalkIsACorrelationWithAStrongerChannel() {
    BlockTrack shared = CrossTalk.newBlocks(3);
    CrossTalk talk = new CrossTalk(3, RATE_HZ, shared);
    for (int block = 1; block <= 20; block++) {
      for (int i = 0; i < 200; i++) {
        double common = muscle();
        talk.update(new double[] {common, 0.45 * common + 0.2 * muscle(), muscle()});
      }
      talk.closeBlock(block * 100_000_000L);
    }
    assertThat(talk.largest(1, 0, 2_000_000_000L)).isCloseTo(0.914, within(0.02));
    assertThat(talk.largest(0, 0, 2_000_000_000L)).isLessThan(0.2);
    assertThat(talk.largest(2, 0, 2_000_000_000L)).isLessThan(0.2);
  }
}
