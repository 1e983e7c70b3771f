package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 100 Hz, a device clock in microseconds, every channel a ramp of 1 a second. */
class GapFillerTest {
  private static final long STEP_TICKS = 10_000;

  private final Told told = new Told();
  private final GapFiller filler =
      new GapFiller(GapFiller.Parameters.defaults(), 1_000_000, 100, told);

  @Test
  void anUnbrokenStreamPassesAsItIs() {
    for (int i = 0; i < 50; i++) {
      ramp(i);
    }
    assertThat(told.samples).hasSize(50).noneMatch(Sample::filled);
    assertThat(told.samples).allMatch(s -> Math.abs(s.intervalSeconds - 0.01) < 1e-12);
    assertThat(told.gaps).isEmpty();
  }

  @Test
  void aShortGapIsFilledOnAStraightLineAndMarked() {
    ramp(0);
    ramp(1);
    ramp(5);
    assertThat(told.samples)
        .extracting(s -> s.ticks)
        .containsExactly(0L, 10_000L, 20_000L, 30_000L, 40_000L, 50_000L);
    assertThat(told.samples)
        .extracting(s -> s.filled)
        .containsExactly(false, false, true, true, true, false);
    for (Sample s : told.samples) {
      assertThat(s.value).isCloseTo(s.ticks * 1e-6, within(1e-12));
    }
    assertThat(told.gaps).hasSize(1);
    assertThat(told.gaps.get(0).seconds).isCloseTo(0.03, within(1e-12));
    assertThat(told.gaps.get(0).bridged).isTrue();
    assertThat(told.gaps.get(0).afterSamples).isEqualTo(5);
    assertThat(filler.filled()).isEqualTo(3);
  }

  @Test
  void justWithinTheBoundIsFilledAndJustBeyondIsABreak() {
    ramp(0);
    ramp(26);
    assertThat(filler.filled()).isEqualTo(25);
    assertThat(filler.breaks()).isZero();
    ramp(53);
    assertThat(filler.filled()).isEqualTo(25);
    assertThat(filler.breaks()).isEqualTo(1);
    Gap gap = told.gaps.get(told.gaps.size() - 1);
    assertThat(gap.bridged).isFalse();
    assertThat(gap.seconds).isCloseTo(0.26, within(1e-12));
    Sample last = told.samples.get(told.samples.size() - 1);
    assertThat(last.intervalSeconds).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void aStreamWithoutACounterShowsItsGapsInTime() {
    filler.accept(0, 0, imu(0));
    filler.accept(1, 10_000, imu(0.01));
    filler.accept(2, 50_000, imu(0.05));
    assertThat(filler.filled()).isEqualTo(3);
    assertThat(told.samples.get(3).value).isCloseTo(0.03, within(1e-12));
  }

  @Test
  void repeatedAndLateSamplesAreLeftOutAndCounted() {
    ramp(10);
    ramp(10);
    ramp(11);
    ramp(9);
    ramp(12);
    assertThat(told.samples).extracting(s -> s.ticks).containsExactly(100_000L, 110_000L, 120_000L);
    assertThat(filler.ignored()).isEqualTo(2);
  }

  @Test
  void aSampleWithAMissingValueCountsAsLost() {
    ramp(0);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      double[] imu = imu(0.01);
      imu[4] = bad;
      filler.accept(1, STEP_TICKS, imu);
    }
    ramp(2);
    assertThat(told.samples).extracting(s -> s.filled).containsExactly(false, true, false);
    assertThat(told.samples.get(1).value).isCloseTo(0.01, within(1e-12));
    assertThat(filler.ignored()).isEqualTo(3);
  }

  @Test
  void aClockThatStampsWholePacketsIsSmoothedWithoutLosingTime() {
    // Ten samples share the stamp of the last one, as some radios do it.
    for (int i = 0; i < 200; i++) {
      filler.accept(i, i / 10 * (10 * STEP_TICKS), imu(0));
    }
    assertThat(told.samples).hasSize(200).noneMatch(Sample::filled);
    assertThat(told.samples)
        .allSatisfy(s -> assertThat(s.intervalSeconds).isCloseTo(0.01, within(1e-9)));
  }

  @Test
  void aClockThatIsSetBackIsABreak() {
    ramp(500);
    filler.accept(501, 0, imu(0));
    filler.accept(502, STEP_TICKS, imu(0));
    assertThat(filler.breaks()).isEqualTo(1);
    assertThat(told.samples).extracting(s -> s.ticks).containsExactly(5_000_000L, 0L, 10_000L);
    assertThat(told.samples.get(2).intervalSeconds).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void whateverIsLostTheTimeHandedOutIsTheTimeThatPassed() {
    Random random = new Random(1);
    for (int run = 0; run < 200; run++) {
      Told all = new Told();
      GapFiller any = new GapFiller(GapFiller.Parameters.defaults(), 1_000_000, 100, all);
      long index = 0;
      long ticks = 0;
      for (int i = 0; i < 100; i++) {
        any.accept(index, ticks, imu(ticks * 1e-6));
        long steps = random.nextInt(5) == 0 ? 1 + random.nextInt(40) : 1;
        index += steps;
        ticks += steps * STEP_TICKS + random.nextInt(6001) - 3000;
      }
      double seconds = all.samples.stream().skip(1).mapToDouble(s -> s.intervalSeconds).sum();
      seconds += all.gaps.stream().filter(g -> !g.bridged).mapToDouble(g -> g.seconds).sum();
      long last = all.samples.get(all.samples.size() - 1).ticks;
      assertThat(seconds).isCloseTo(last * 1e-6, within(1e-9));
      // A ramp is a straight line, so filling it restores it.
      assertThat(all.samples)
          .allSatisfy(s -> assertThat(s.value).isCloseTo(s.ticks * 1e-6, within(1e-6)));
    }
  }

  @Test
  void afterAResetItStartsAnew() {
    ramp(100);
    filler.reset();
    ramp(0);
    assertThat(told.samples).extracting(s -> s.ticks).containsExactly(1_000_000L, 0L);
    assertThat(filler.ignored()).isZero();
  }

  @Test
  void boundsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GapFiller.Parameters(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new GapFiller.Parameters(Double.NaN));
    GapFiller.Parameters p = GapFiller.Parameters.defaults();
    assertThatIllegalArgumentException().isThrownBy(() -> new GapFiller(p, 0, 100, told));
    assertThatIllegalArgumentException().isThrownBy(() -> new GapFiller(p, 1000, 0, told));
  }

  private void ramp(int index) {
    filler.accept(index, index * STEP_TICKS, imu(index * 0.01));
  }

  private static double[] imu(double value) {
    return new double[] {value, value, value, value, value, value};
  }

  private record Sample(long ticks, double intervalSeconds, boolean filled, double value) {}

  private record Gap(double seconds, boolean bridged, int afterSamples) {}

  private static final class Told implements GapFiller.Sink {
    private final List<Sample> samples = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    @Override
    public void sample(long deviceTicks, double intervalSeconds, boolean filled, double[] imu) {
      samples.add(new Sample(deviceTicks, intervalSeconds, filled, imu[3]));
    }

    @Override
    public void gap(double missingSeconds, boolean bridged) {
      gaps.add(new Gap(missingSeconds, bridged, samples.size()));
    }
  }
}
