package org.plumbline.analyzer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/** The one formula of promise 4, just inside and just outside of each limit. */
class RulesTest {

  private static Verdict judge(
      String exercise, String rule, Optional<Baseline> own, Metric... metrics) {
    Measurements measurements = new Measurements();
    for (Metric metric : metrics) {
      measurements.add(metric);
    }
    QualityRule asked =
        RuleBook.of(AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), own))
            .stream()
            .filter(one -> one.id().equals(rule))
            .findFirst()
            .orElseThrow();
    return asked.judge(measurements, asked.sides().of(List.of(Side.RIGHT)).get(0));
  }

  private static Metric deg(String name, double value, double error) {
    Side side = name.equals("lumbopelvicTilt") ? Side.MIDLINE : Side.RIGHT;
    return new Metric(name, side, value, error, "deg");
  }

  private static Baseline own(String metric, double mean, double spread) {
    return new Baseline(
        "test", 10, List.of(new Baseline.Level(metric, "right", mean, spread, 1, "deg")));
  }

  @ParameterizedTest
  @CsvSource({
    "5.0, 3.0, SATISFIED, ",
    "5.1, 3.0, WITHIN_ERROR, ",
    "11.0, 3.0, WITHIN_ERROR, ",
    "11.1, 3.0, VIOLATED, AMBER",
    "16.0, 3.0, VIOLATED, AMBER",
    "16.1, 3.0, VIOLATED, RED",
    "-20, 3.0, SATISFIED, "
  })
  void aLimitAboveIsHeldAgainstValuePlusAndMinusError(
      double value, double error, Outcome outcome, Severity severity) {
    Verdict verdict =
        judge("squat", "knee-valgus", Optional.empty(), deg("kneeFrontalDeviation", value, error));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    Verdict.Assessed assessed = (Verdict.Assessed) verdict;
    assertThat(assessed.severity()).isEqualTo(Optional.ofNullable(severity));
    assertThat(assessed.limit()).isEqualTo(8);
    assertThat(assessed.basis()).isEqualTo(Basis.ABSOLUTE);
    assertThat(assessed.grade()).isEqualTo("L");
  }

  @ParameterizedTest
  @CsvSource({
    "75, 5, SATISFIED",
    "74.9, 5, WITHIN_ERROR",
    "65, 5, WITHIN_ERROR",
    "64.9, 5, VIOLATED"
  })
  void aLimitBelowIsHeldTheOtherWayRound(double value, double error, Outcome outcome) {
    assertThat(
            judge("squat", "depth", Optional.empty(), deg("kneeFlexionRange", value, error))
                .outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"180.1", "715.8", "-349.7"})
  void whatNoJointCanDoIsNoFigure(double value) {
    Verdict verdict = judge("squat", "depth", Optional.empty(), deg("kneeFlexionRange", value, 80));
    assertThat(verdict).isInstanceOf(Verdict.NotAssessable.class);
    assertThat(((Verdict.NotAssessable) verdict).reason().code()).isEqualTo("impossible");
  }

  @Test
  void whatWasNotMeasuredIsNotAssessableAndSaysWhy() {
    Measurements measurements = new Measurements();
    measurements.missing(
        "kneeFrontalDeviation", Side.RIGHT, new Reason("missing-placement", "No sensor."));
    QualityRule rule =
        RuleBook.of(
                AnalysisContext.of(
                    ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty()))
            .get(0);
    Verdict verdict = rule.judge(measurements, Side.RIGHT);
    assertThat(verdict).isInstanceOf(Verdict.NotAssessable.class);
    assertThat(((Verdict.NotAssessable) verdict).reason().code()).isEqualTo("missing-placement");
    assertThat(rule.judge(new Measurements(), Side.RIGHT).outcome())
        .isEqualTo(Outcome.NOT_ASSESSABLE);
  }

  @Test
  void theOwnReferenceDecidesWhereThereIsOne() {
    Metric value = deg("kneeFrontalDeviation", 12, 1);
    assertThat(judge("squat", "knee-valgus", Optional.empty(), value).outcome())
        .isEqualTo(Outcome.VIOLATED);
    Verdict own =
        judge("squat", "knee-valgus", Optional.of(own("kneeFrontalDeviation", 10, 0)), value);
    assertThat(own.outcome()).isEqualTo(Outcome.SATISFIED);
    assertThat(((Verdict.Assessed) own).basis()).isEqualTo(Basis.OWN);
    assertThat(((Verdict.Assessed) own).limit()).isEqualTo(15);
  }

  /** A knee that falls in and comes back the same way leaves no gap. */
  @Test
  void furtherEvidenceFindsADepartureButDoesNotKeepARuleAlone() {
    assertThat(
            judge("squat", "knee-valgus", Optional.empty(), deg("shankInwardTurnGap", 0, 1))
                .outcome())
        .isEqualTo(Outcome.NOT_ASSESSABLE);
    assertThat(
            judge("squat", "knee-valgus", Optional.empty(), deg("shankInwardTurnGap", 9, 1))
                .outcome())
        .isEqualTo(Outcome.VIOLATED);
    assertThat(
            judge(
                    "squat",
                    "knee-valgus",
                    Optional.empty(),
                    deg("kneeFrontalDeviation", 0, 1),
                    deg("shankInwardTurnGap", 0, 1))
                .outcome())
        .isEqualTo(Outcome.SATISFIED);
  }

  @Test
  void depthAgainstTheReferenceNeedsNinetyPerCentAndTenDegrees() {
    Baseline own = own("kneeFlexionRange", 100, 0);
    assertThat(
            ((Verdict.Assessed)
                    judge("squat", "depth", Optional.of(own), deg("kneeFlexionRange", 89, 0.5)))
                .limit())
        .isEqualTo(90);
    Baseline shallow = own("kneeFlexionRange", 60, 0);
    assertThat(
            ((Verdict.Assessed)
                    judge("squat", "depth", Optional.of(shallow), deg("kneeFlexionRange", 89, 0.5)))
                .limit())
        .isEqualTo(50);
  }

  /** Stated error of a figure of +- 4, 1.2 of which is its own, against a level of +- 5 and 0.9. */
  private static double errorUnder(String calibration) {
    Baseline.Level level =
        new Baseline.Level(
            "kneeFrontalDeviation",
            "right",
            2,
            0,
            5,
            "deg",
            Optional.of(new Baseline.Repeat(0.9, "a")));
    Metric metric =
        new Metric("kneeFrontalDeviation", Side.RIGHT, 9, 4, "deg", Caveat.NONE, 1.2, calibration);
    Baseline own = new Baseline("test", 10, List.of(level));
    return ((Verdict.Assessed) judge("squat", "knee-valgus", Optional.of(own), metric)).error();
  }

  @Test
  void aVerdictNamesTheMetricThatItRead() {
    Verdict valgus =
        judge("squat", "knee-valgus", Optional.empty(), deg("kneeFrontalDeviation", 20, 1));
    assertThat(((Verdict.Assessed) valgus).metric()).isEqualTo("kneeFrontalDeviation");
    Verdict gap = judge("squat", "knee-valgus", Optional.empty(), deg("shankInwardTurnGap", 40, 1));
    assertThat(((Verdict.Assessed) gap).metric()).isEqualTo("shankInwardTurnGap");
  }

  @Test
  void underTheSameCalibrationOnlyRepeatErrorsCount() {
    assertThat(errorUnder("a")).isCloseTo(Math.hypot(1.2, 0.9), within(1e-12));
  }

  @Test
  void underAnotherCalibrationTheLargerWholeErrorCounts() {
    assertThat(errorUnder("b")).isEqualTo(5);
    assertThat(errorUnder("")).isEqualTo(5);
  }

  @Test
  void theSpreadOfTheReferenceWidensTheError() {
    Verdict.Assessed verdict =
        (Verdict.Assessed)
            judge(
                "squat",
                "knee-valgus",
                Optional.of(own("kneeFrontalDeviation", 0, 2)),
                deg("kneeFrontalDeviation", 7, 1));
    // 1.645 * 2 * sqrt(1 / 10 + 1 / 4) = 1.946, and the 1 of the figure.
    assertThat(verdict.error()).isBetween(2.18, 2.19);
  }

  /** What one set is off by, two are off by less; of how many is not known, it may be one. */
  @Test
  void aReferenceOfTwoSetsIsKnownBetter() {
    // 1.645 * 2 * sqrt(1 / 20 + 1 / 8), and sqrt(1 / 20 + 1 / 4)
    assertThat(errorAgainst(Optional.of(2))).isBetween(1.37, 1.38);
    assertThat(errorAgainst(Optional.of(1))).isBetween(1.80, 1.81);
    assertThat(errorAgainst(Optional.empty())).isBetween(1.80, 1.81);
  }

  private static double errorAgainst(Optional<Integer> sets) {
    Baseline.Level level = new Baseline.Level("kneeFrontalDeviation", "right", 0, 2, 0, "deg");
    Baseline own = new Baseline("test", 20, List.of(level), Optional.empty(), sets);
    return ((Verdict.Assessed)
            judge("squat", "knee-valgus", Optional.of(own), deg("kneeFrontalDeviation", 7, 0)))
        .error();
  }

  private static Verdict lean(Optional<Baseline> own, double onTheWay, double fromStance) {
    return judge(
        "squat",
        "forward-lean",
        own,
        new Metric("pelvicLeanOnTheWay", Side.MIDLINE, onTheWay, 1, "deg"),
        new Metric("pelvicLeanFromStance", Side.MIDLINE, fromStance, 1, "deg"));
  }

  /** Who always leans further than the limit for everyone is held against themselves. */
  @Test
  void theLimitForEveryoneIsNotAskedWhereTheReferenceAnswersWithOtherEvidence() {
    Baseline own =
        new Baseline(
            "test",
            10,
            List.of(
                new Baseline.Level("pelvicLeanOnTheWay", "midline", 50, 0, 1, "deg"),
                new Baseline.Level("pelvicLeanFromStance", "midline", 50, 0, 1, "deg")));
    assertThat(lean(Optional.empty(), 50, 50).outcome()).isEqualTo(Outcome.VIOLATED);
    Verdict.Assessed decided = (Verdict.Assessed) lean(Optional.of(own), 50, 50);
    assertThat(decided.outcome()).isEqualTo(Outcome.SATISFIED);
    assertThat(decided.basis()).isEqualTo(Basis.OWN);
    assertThat(lean(Optional.of(own), 20, 70).outcome()).isEqualTo(Outcome.VIOLATED);
  }

  /** A reference that has only what the limit for everyone reads does not silence it. */
  @Test
  void theLimitForEveryoneIsAskedWhereTheReferenceDoesNotAnswer() {
    Baseline older =
        new Baseline(
            "test",
            10,
            List.of(new Baseline.Level("pelvicLeanOnTheWay", "midline", 50, 0, 1, "deg")));
    Verdict.Assessed decided = (Verdict.Assessed) lean(Optional.of(older), 50, 50);
    assertThat(decided.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(decided.basis()).isEqualTo(Basis.ABSOLUTE);
  }

  @ParameterizedTest
  @CsvSource({
    // ratio, error, hamstrings, error
    "0.40, 0.10, 60, 10, VIOLATED",
    "0.55, 0.10, 60, 10, WITHIN_ERROR",
    "0.40, 0.10, 45, 10, WITHIN_ERROR",
    "0.40, 0.10, 25, 10, SATISFIED",
    "1.00, 0.30, 60, 10, SATISFIED"
  })
  void hamstringsDominateOnlyWithALowRatioAndAHighLevel(
      double ratio, double ratioError, double level, double levelError, Outcome outcome) {
    Metric[] metrics = {
      new Metric("gluteToHamstringRatio", Side.RIGHT, ratio, ratioError, "1"),
      new Metric("hamstringsLevel", Side.RIGHT, level, levelError, "%MVIC"),
      deg("kneeFlexionPeak", 105, 7)
    };
    assertThat(judge("bridge", "hamstring-dominance", Optional.empty(), metrics).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"90, 9.9, heels-far", "90, 10, ", "120, 5, ", "NaN, 0, knee-unknown"})
  void heelsFarAwayExplainHighHamstrings(double knee, double error, String code) {
    Metric ratio = new Metric("gluteToHamstringRatio", Side.RIGHT, 0.4, 0.1, "1");
    Metric level = new Metric("hamstringsLevel", Side.RIGHT, 60, 10, "%MVIC");
    Verdict verdict =
        Double.isNaN(knee)
            ? judge("bridge", "hamstring-dominance", Optional.empty(), ratio, level)
            : judge(
                "bridge",
                "hamstring-dominance",
                Optional.empty(),
                ratio,
                level,
                deg("kneeFlexionPeak", knee, error));
    if (code == null) {
      assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATED);
    } else {
      assertThat(((Verdict.NotAssessable) verdict).reason().code()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "40, %MVIC, SATISFIED",
    "52, %MVIC, WITHIN_ERROR",
    "60, %MVIC, VIOLATED",
    "60, % of first repetitions, NOT_ASSESSABLE"
  })
  void theBackIsHeldAgainstTheOwnReference(double level, String unit, Outcome outcome) {
    Baseline own =
        new Baseline(
            "test", 10, List.of(new Baseline.Level("erectorSpinaeLevel", "right", 35, 0, 5, unit)));
    Metric back = new Metric("erectorSpinaeLevel", Side.RIGHT, level, 5, unit);
    assertThat(judge("bridge", "back-extensor-share", Optional.of(own), back).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void theBackIsAskedOnlyWhereItHasElectrodes() {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("bridge"), List.of(), Optional.empty());
    assertThat(RuleBook.of(context, muscle -> false, Optional::empty))
        .noneMatch(rule -> rule.id().equals("back-extensor-share"));
    assertThat(RuleBook.of(context, muscle -> muscle == Muscle.ERECTOR_SPINAE, Optional::empty))
        .anyMatch(rule -> rule.id().equals("back-extensor-share"));
  }

  @Test
  void againstTheOwnReferenceTheKneeIsNotAsked() {
    Baseline own =
        new Baseline(
            "test",
            10,
            List.of(new Baseline.Level("gluteToHamstringRawRatio", "right", 1.1, 0, 0.1, "1")));
    Metric ratio = new Metric("gluteToHamstringRawRatio", Side.RIGHT, 0.4, 0.05, "1");
    assertThat(judge("bridge", "hamstring-dominance", Optional.of(own), ratio).outcome())
        .isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void withoutMvicTheAbsoluteMuscleRuleDoesNotAnswer() {
    Verdict verdict =
        judge(
            "bridge",
            "hamstring-dominance",
            Optional.empty(),
            new Metric("gluteToHamstringRawRatio", Side.RIGHT, 0.1, 0.01, "1"),
            new Metric("hamstringsLevel", Side.RIGHT, 300, 10, "uV"));
    assertThat(verdict).isInstanceOf(Verdict.NotAssessable.class);
    assertThat(((Verdict.NotAssessable) verdict).reason().code())
        .isEqualTo("needs-mvic-or-reference");
  }

  @Test
  void threeOfTheLastFiveAssessableRepetitionsAreAFinding() {
    FindingTracker tracker = new FindingTracker();
    Verdict bad =
        judge("squat", "knee-valgus", Optional.empty(), deg("kneeFrontalDeviation", 20, 1));
    Verdict good =
        judge("squat", "knee-valgus", Optional.empty(), deg("kneeFrontalDeviation", 0, 1));
    Verdict gone = judge("squat", "knee-valgus", Optional.empty());
    assertThat(tracker.add(1, bad)).isEmpty();
    assertThat(tracker.add(2, good)).isEmpty();
    assertThat(tracker.add(3, bad)).isEmpty();
    assertThat(tracker.add(4, gone)).isEmpty();
    assertThat(tracker.add(5, gone)).isEmpty();
    assertThat(tracker.add(6, good)).isEmpty();
    assertThat(tracker.add(7, bad))
        .hasValueSatisfying(finding -> assertThat(finding.repetitions()).containsExactly(1, 3, 7));
    assertThat(tracker.add(8, bad)).as("told once").isEmpty();
    assertThat(tracker.findings()).hasSize(1);
    assertThat(tracker.findings().get(0).text())
        .contains("Knee inward of the start position, largest: 20.0 ± 1.0°, limit 8.0°");
  }

  @Test
  void departuresFarApartAreNotes() {
    FindingTracker tracker = new FindingTracker();
    Verdict bad =
        judge("squat", "knee-valgus", Optional.empty(), deg("kneeFrontalDeviation", 20, 1));
    Verdict good =
        judge("squat", "knee-valgus", Optional.empty(), deg("kneeFrontalDeviation", 0, 1));
    for (int i = 1; i <= 30; i++) {
      assertThat(tracker.add(i, i % 3 == 0 ? bad : good)).isEmpty();
    }
  }
}
