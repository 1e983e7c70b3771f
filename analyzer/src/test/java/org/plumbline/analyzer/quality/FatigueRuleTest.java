package org.plumbline.analyzer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.device.log.Side;

/** Rows FAT-1 to FAT-3 of the rule table, just inside and just outside. */
class FatigueRuleTest {

  private static QualityRule rule() {
    return rules("bridge-burn-out").stream()
        .filter(one -> one.id().equals("fatigue"))
        .findFirst()
        .orElseThrow();
  }

  private static List<QualityRule> rules(String exercise) {
    return RuleBook.of(
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty()));
  }

  private static Verdict judge(double hz, double louder, double dimitrov, double speed) {
    Measurements measurements = new Measurements();
    add(measurements, "gluteusMaximusFrequencyChange", Side.RIGHT, hz, 2);
    add(measurements, "gluteusMaximusAmplitudeChange", Side.RIGHT, louder, 5);
    add(measurements, "gluteusMaximusDimitrovChange", Side.RIGHT, dimitrov, 0.3);
    add(measurements, "speedChange", Side.MIDLINE, speed, 3);
    return rule().judge(measurements, Side.RIGHT);
  }

  private static void add(
      Measurements measurements, String name, Side side, double value, double error) {
    if (Double.isFinite(value)) {
      measurements.add(new Metric(name, side, value, error, "%"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // change of frequency, amplitude, Dimitrov, speed; what decides
    "-5,    10,  0.0,  -5, SATISFIED,    , FAT-1",
    "-6.1,  10,  0.0,  -5, WITHIN_ERROR, , FAT-1",
    "-10.1, 10,  0.0,  -5, VIOLATED, AMBER, FAT-1",
    "-17.1, 10,  0.0,  -5, VIOLATED, RED,   FAT-1",
    // frequency falls, but the amplitude does not rise beyond its error: less force, perhaps
    "-17.1,  4,  0.0,  -5, WITHIN_ERROR, , FAT-1",
    "-17.1, -9,  0.0,  -5, WITHIN_ERROR, , FAT-1",
    // the index
    "-5,    10,  0.31, -5, VIOLATED, AMBER, FAT-2",
    "-5,    10,  0.29, -5, SATISFIED,    , FAT-1",
    "-5,     4,  0.31, -5, SATISFIED,    , FAT-1",
    // speed by itself
    "-5,     0,  0.0, -17.1, WITHIN_ERROR, , FAT-3",
    "-5,     0,  0.0, -23.1, VIOLATED, AMBER, FAT-3",
    "-5,     0,  0.0, -33.1, VIOLATED, RED, FAT-3"
  })
  void frequencyAndAmplitudeTogetherOrSpeed(
      double hz,
      double louder,
      double dimitrov,
      double speed,
      Outcome outcome,
      Severity severity,
      String row) {
    Verdict.Assessed verdict = (Verdict.Assessed) judge(hz, louder, dimitrov, speed);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.severity()).isEqualTo(Optional.ofNullable(severity));
    assertThat(verdict.source()).startsWith(row);
  }

  @Test
  void nothingIsGoodWhereTheMuscleWasNotMeasured() {
    Verdict unknown = judge(Double.NaN, Double.NaN, Double.NaN, -5);
    assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_ASSESSABLE);
    assertThat(((Verdict.NotAssessable) unknown).reason().text()).contains("10 dB");
    assertThat(judge(Double.NaN, Double.NaN, Double.NaN, -33.1).outcome())
        .isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void itIsAskedFromTheFifthRepetitionOnAndOnlyInSetsThatAreToTire() {
    assertThat(rule().isAsked(4)).isFalse();
    assertThat(rule().isAsked(5)).isTrue();
    assertThat(rules("bridge")).noneMatch(one -> one.id().equals("fatigue"));
  }
}
