package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.device.log.Side;

/** Limits on people of whom it is plain where the limit belongs. */
class LimitChoiceTest {
  private static final Exercise SQUAT = ExerciseCatalog.builtIn().get("squat");
  private static final SessionResult NOTHING =
      new SessionResult(
          "S",
          true,
          false,
          new ContextSummary("", "squat", "", ""),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /** Ten repetitions with one metric, error 1 deg. */
  private static SquatSet set(String person, SquatWay performed, double shankGapDeg) {
    List<Measurements> repetitions = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      repetitions.add(
          SquatSet.measurements(
              List.of(new Metric("shankInwardTurnGap", Side.RIGHT, shankGapDeg, 1, "deg"))));
    }
    return new SquatSet(person, 1, performed, 10, List.of(Side.RIGHT), repetitions, NOTHING);
  }

  private static SquatTrial people(double goodOfThird, double faultyOfThird) {
    return SquatTrial.without(
        List.of(
            set("1", SquatWay.CORRECT, 0),
            set("1", SquatWay.KNEE_VALGUS, 10),
            set("2", SquatWay.CORRECT, 2),
            set("2", SquatWay.KNEE_VALGUS, 12),
            set("3", SquatWay.CORRECT, goodOfThird),
            set("3", SquatWay.KNEE_VALGUS, faultyOfThird)));
  }

  private static double limit(Exercise chosen) {
    int at = LimitChoice.evidence(SQUAT, "knee-valgus", false).get(0);
    assertThat(SQUAT.rules().get(at).metric()).isEqualTo("shankInwardTurnGap");
    OptionalDouble amber = LimitChoice.amber(chosen.rules().get(at), false);
    return amber.orElseThrow();
  }

  /** The limit for a person, chosen on the two others. */
  private static double limitFor(String person, SquatTrial people) {
    return Optional.ofNullable(LimitChoice.leavingOneOut(List.of(people), SQUAT).get(person))
        .map(LimitChoiceTest::limit)
        .orElseThrow();
  }

  @Test
  void againstAReferenceOnlyLimitsThatReadOneAreChosen() {
    assertThat(metrics("forward-lean", false)).containsExactly("pelvicLeanOnTheWay");
    assertThat(metrics("forward-lean", true))
        .containsExactly("pelvicLeanFromStance", "pelvicTiltFromStance", "trunkForwardLeanChange");
  }

  private static List<String> metrics(String rule, boolean referenced) {
    return LimitChoice.evidence(SQUAT, rule, referenced).stream()
        .map(at -> SQUAT.rules().get(at).metric())
        .toList();
  }

  @Test
  void theLimitLiesBetweenGoodAndFaultyLessTheError() {
    // Violated is value - 1 > limit: any limit from 1 to less than 9 is right on 1 and 2.
    assertThat(limitFor("3", people(0, 11))).isBetween(4.0, 6.0);
  }

  @Test
  void whoIsJudgedHasNoPartInTheChoice() {
    double limit = limitFor("3", people(0, 11));
    assertThat(limitFor("3", people(40, 5))).isEqualTo(limit);
    // But it has for all others.
    assertThat(limitFor("1", people(8, 14))).isGreaterThan(limit);
  }

  @Test
  void aLimitThatBlamesGoodRepetitionsIsNotTakenHoweverManyFaultsItFinds() {
    SquatTrial trial =
        SquatTrial.without(
            List.of(
                set("1", SquatWay.CORRECT, 6),
                set("1", SquatWay.KNEE_VALGUS, 5),
                set("2", SquatWay.KNEE_VALGUS, 5),
                set("2", SquatWay.KNEE_VALGUS, 9)));
    // Below 4 everything is found at the price of ten good repetitions.
    assertThat(limit(new LimitChoice(List.of(trial)).choose(SQUAT))).isBetween(5.0, 7.9);
  }

  @Test
  void verdictsComeFromTheRulesOfTheProgram() {
    List<SquatTally> tallies = people(0, 11).judge(person -> SQUAT);
    assertThat(SquatScores.f1(tallies, SquatWay.KNEE_VALGUS)).isEqualTo(1);
    assertThat(tallies.get(0).said()).isEqualTo(Map.of(SquatWay.CORRECT, 10));
    assertThat(tallies.get(1).said()).isEqualTo(Map.of(SquatWay.KNEE_VALGUS, 10));
    assertThat(SquatScores.sharePercent(tallies, "butt-wink", SquatTally::unassessable))
        .isEqualTo(100);
  }
}
