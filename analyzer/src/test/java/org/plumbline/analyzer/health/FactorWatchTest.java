package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** Factors and standard errors by hand. */
class FactorWatchTest {
  private static final List<OnSegment> SENSORS =
      List.of(
          new OnSegment(Segment.THIGH, Side.LEFT),
          new OnSegment(Segment.THIGH, Side.RIGHT),
          new OnSegment(Segment.SHANK, Side.LEFT),
          new OnSegment(Segment.PELVIS, Side.MIDLINE));

  private final FactorWatch watch = new FactorWatch();

  @Test
  void goodOnesAreNotNamed() {
    see(known(1.0), known(0.97), known(1.05), known(1.02));
    assertThat(codes()).isEmpty();
    assertThat(watch.timeInDoubt()).isFalse();
  }

  @Test
  void oneThatIsOffByThreeStandardErrorsIsNamedAlone() {
    see(known(0.8), known(1), known(1.02), known(0.98));
    assertThat(codes()).containsExactly("left-thigh gyroscope-scale");
    assertThat(watch.suspect(SENSORS.get(0))).isTrue();
    assertThat(watch.suspect(SENSORS.get(1))).isFalse();
  }

  @Test
  void oneWithinItsErrorIsNot() {
    see(new TurnFactor(0.8, 0.08, 1), known(1), known(1.02), known(0.98));
    assertThat(codes()).isEmpty();
  }

  @Test
  void whatIsNamedStaysUntilItIsPlainlyRight() {
    see(known(0.86), known(1), known(1), known(1));
    see(known(0.88), known(1), known(1), known(1));
    assertThat(codes()).hasSize(1);
    see(known(0.99), known(1), known(1), known(1));
    assertThat(codes()).isEmpty();
  }

  @Test
  void allByTheSameFactorPutTimeInDoubt() {
    see(known(0.88), known(0.86), known(0.9), unknown());
    assertThat(codes()).hasSize(4).allMatch(one -> one.endsWith("clock-factor"));
    assertThat(watch.timeInDoubt()).isTrue();
    assertThat(watch.suspect(SENSORS.get(3))).isTrue();
  }

  @Test
  void oneThatIsFarOffDoesNotSpeakForOthersOfWhichLittleIsKnown() {
    see(new TurnFactor(0.75, 0.02, 1), wide(0.95), wide(0.97), unknown());
    assertThat(codes()).containsExactly("left-thigh gyroscope-scale");
  }

  @Test
  void twoOfFourAreTwoFaults() {
    see(known(0.8), known(0.8), known(1), known(1));
    assertThat(codes()).hasSize(2).allMatch(one -> one.endsWith("gyroscope-scale"));
  }

  @Test
  void rangesThatWerePutRightInAllLeaveTimeInDoubtAndTheAnglesNot() {
    TurnFactor halved = new TurnFactor(1.01, 0.03, 0.5);
    see(halved, halved, new TurnFactor(1, TurnFactor.UNKNOWN, 0.5), halved);
    assertThat(watch.timeInDoubt()).isTrue();
    assertThat(SENSORS).noneMatch(watch::suspect);
    assertThat(codes()).hasSize(4).allMatch(one -> one.endsWith("clock-factor"));
  }

  @Test
  void anotherRangeIsLeftToThoseWhoPutItRight() {
    see(known(0.51), known(1), known(1), known(1));
    assertThat(codes()).isEmpty();
  }

  @Test
  void oneRangeThatWasPutRightIsNoDoubt() {
    see(new TurnFactor(1.01, 0.03, 0.5), known(1), known(1), known(1));
    assertThat(codes()).isEmpty();
    assertThat(watch.timeInDoubt()).isFalse();
  }

  private static TurnFactor known(double factor) {
    return new TurnFactor(factor, 0.03, 1);
  }

  private static TurnFactor wide(double factor) {
    return new TurnFactor(factor, 0.15, 1);
  }

  private static TurnFactor unknown() {
    return new TurnFactor(1, TurnFactor.UNKNOWN, 1);
  }

  private void see(TurnFactor... factors) {
    Map<OnSegment, TurnFactor> all = new LinkedHashMap<>();
    for (int i = 0; i < factors.length; i++) {
      all.put(SENSORS.get(i), factors[i]);
    }
    watch.update(all);
  }

  private List<String> codes() {
    return SENSORS.stream()
        .flatMap(
            one -> watch.finding(one).stream().map(found -> one.id() + " " + found.code().id()))
        .toList();
  }

  @Test
  void textsSayTheFactorAndItsError() {
    see(known(0.8), known(1), known(1), known(1));
    assertThat(watch.finding(SENSORS.get(0)))
        .hasValueSatisfying(
            found -> {
              assertThat(found.code()).isEqualTo(Code.GYROSCOPE_SCALE);
              // 1 / 0.8, and 0.03 / 0.8 of it.
              assertThat(found.text()).contains("1.25").contains("0.05");
            });
  }
}
