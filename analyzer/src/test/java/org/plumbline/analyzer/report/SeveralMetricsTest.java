package org.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Side;

/** A rule that reads one metric in some repetitions and another one in others. */
class SeveralMetricsTest {
  private static final String TILT = "lumbopelvicTilt";
  private static final String TUCK = "thighBeyondPelvicLean";

  private static Verdict.Assessed read(String metric, double value, double limit, boolean beyond) {
    return read(metric, value, limit, beyond, "");
  }

  private static Verdict.Assessed read(
      String metric, double value, double limit, boolean beyond, String at) {
    return new Verdict.Assessed(
            "butt-wink",
            Side.MIDLINE,
            beyond ? Outcome.VIOLATED : Outcome.SATISFIED,
            beyond ? Optional.of(Severity.AMBER) : Optional.empty(),
            value,
            limit,
            Basis.OWN,
            2,
            "deg",
            "source",
            "E",
            at)
        .of(metric);
  }

  private static SetResult set(Verdict... verdicts) {
    List<RepetitionResult> repetitions = new ArrayList<>();
    List<Integer> violated = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      int index = repetitions.size() + 1;
      repetitions.add(
          new RepetitionResult(
              index, index, index + 1, index + 2, true, List.of(), List.of(verdict), List.of()));
      if (verdict.outcome() == Outcome.VIOLATED) {
        violated.add(index);
      }
    }
    return new SetResult(
        1,
        "squat",
        "both",
        OptionalDouble.empty(),
        "own",
        repetitions,
        List.of(new Finding("butt-wink", Side.MIDLINE, violated, "text")));
  }

  /** Two of 5 degrees beyond 10, one of 30 beyond 60: the one says nothing about the other. */
  @Test
  void theFarthestIsOfTheMetricThatDepartedMostOften() {
    SetResult set =
        set(read(TILT, 14, 10, true), read(TUCK, 97.7, 60, true), read(TILT, 15, 10, true));
    Evidence worst = SetSummary.of(set).findings().get(0).worst().orElseThrow();
    assertThat(worst.measure()).isEqualTo("Pelvis forward against the trunk, largest");
    assertThat(worst.measured()).isEqualTo("15.0° ± 2.0°");
  }

  /** Where a value was read is told only where it is not what was measured, said once more. */
  @Test
  void whatWasMeasuredIsNotSaidTwice() {
    String name = "Thigh turned further than the pelvis leans, at the turn";
    Verdict.Assessed again = read(TUCK, 97.7, 60, true, name);
    Verdict.Assessed place = read(TUCK, 97.7, 60, true, "knee flexion 60 deg");
    assertThat(Evidence.of(new Evidence.Judged(1, again)).at()).isEmpty();
    assertThat(Evidence.of(new Evidence.Judged(1, place)).at()).isEqualTo("knee flexion 60 deg");
  }

  @Test
  void noColumnOfTheTableHasFiguresOfTwoMetrics() {
    SetTables tables =
        SetTables.of(
            set(
                new Verdict.NotAssessable("butt-wink", Side.MIDLINE, new Reason("x", "x")),
                read(TILT, 4, 10, false),
                read(TUCK, 97.7, 60, true)));
    assertThat(tables.heads())
        .extracting(SetTables.Head::measure)
        .containsExactly(
            "Pelvis forward against the trunk, largest",
            "Thigh turned further than the pelvis leans, at the turn");
    assertThat(tables.rows().get(0).cells())
        .containsExactly(
            Optional.of(new SetTables.Cell(OutcomeMark.NOT_ASSESSABLE, "")), Optional.empty());
    assertThat(tables.rows().get(1).cells())
        .containsExactly(
            Optional.of(new SetTables.Cell(OutcomeMark.SATISFIED, "4.0° ± 2.0°")),
            Optional.empty());
    assertThat(tables.rows().get(2).cells())
        .containsExactly(
            Optional.empty(),
            Optional.of(new SetTables.Cell(OutcomeMark.VIOLATED_AMBER, "97.7° ± 2.0°")));
  }

  @Test
  void whereNothingCouldBeAssessedTheColumnStaysAndNamesNoMetric() {
    SetTables tables =
        SetTables.of(
            set(new Verdict.NotAssessable("butt-wink", Side.MIDLINE, new Reason("x", "x"))));
    assertThat(tables.heads())
        .containsExactly(new SetTables.Head("Pelvis tucks under at the bottom", ""));
  }
}
