package org.plumbline.analyzer.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Side;

/** Promise 5 of the design: same exercise, variant, load, rules, placement and electrodes. */
class ConditionsTest {
  private static final Exercise SQUAT = ExerciseCatalog.builtIn().get("squat");

  private static final Conditions THEN =
      new Conditions(
          "squat",
          Optional.empty(),
          20,
          "plumbline-rules/1",
          List.of("pelvis", "left-thigh", "right-thigh", "right-shank"),
          Optional.of("monday"));

  private static Optional<String> lapsed(Conditions now, String metric, Side side) {
    return THEN.lapsed(now, SQUAT, KnownMetric.find(metric), side);
  }

  private static Conditions with(
      String exercise, String variant, double kg, String rules, String electrodes) {
    return new Conditions(
        exercise, Optional.of(variant), kg, rules, THEN.placements(), Optional.of(electrodes));
  }

  @Test
  void theSameConditionsHold() {
    assertThat(lapsed(THEN, "kneeFlexionRange", Side.RIGHT)).isEmpty();
    Conditions said = with("squat", "body-weight", 20.5, "plumbline-rules/1", "monday");
    assertThat(lapsed(said, "kneeFlexionRange", Side.RIGHT)).isEmpty();
    assertThat(lapsed(said, "gluteusMaximusLevel", Side.RIGHT)).isEmpty();
  }

  @Test
  void anotherExerciseVariantLoadOrRuleSetIsNamed() {
    String rules = "plumbline-rules/1";
    assertThat(
            lapsed(with("lunge", "body-weight", 20, rules, "monday"), "pelvicTilt", Side.MIDLINE))
        .hasValueSatisfying(why -> assertThat(why).contains("squat", "lunge"));
    assertThat(lapsed(with("squat", "banded", 20, rules, "monday"), "pelvicTilt", Side.MIDLINE))
        .hasValueSatisfying(why -> assertThat(why).contains("body-weight", "banded"));
    assertThat(
            lapsed(with("squat", "body-weight", 22.5, rules, "monday"), "pelvicTilt", Side.MIDLINE))
        .hasValueSatisfying(why -> assertThat(why).contains("20.0", "22.5"));
    assertThat(
            lapsed(
                with("squat", "body-weight", 20, "other/2", "monday"), "pelvicTilt", Side.MIDLINE))
        .hasValueSatisfying(why -> assertThat(why).contains(rules, "other/2"));
  }

  @Test
  void electrodesConcernMusclesOnly() {
    Conditions now = with("squat", "body-weight", 20, "plumbline-rules/1", "tuesday");
    assertThat(lapsed(now, "gluteusMaximusLevel", Side.LEFT)).isPresent();
    assertThat(lapsed(now, "kneeFlexionRange", Side.LEFT)).isEmpty();
    Conditions anew =
        with("squat", "body-weight", 20, "plumbline-rules/1", Conditions.APPLIED_ANEW);
    assertThat(lapsed(anew, "gluteToHamstringRatio", Side.LEFT)).isPresent();
  }

  @Test
  void sensorsConcernTheMetricsThatReadThem() {
    Conditions now =
        new Conditions(
            "squat",
            Optional.empty(),
            20,
            "plumbline-rules/1",
            List.of("trunk", "pelvis", "right-thigh", "right-shank"),
            Optional.empty());
    // The mean of both thighs then, of one now.
    assertThat(lapsed(now, "thighBeyondPelvicLean", Side.MIDLINE))
        .hasValueSatisfying(why -> assertThat(why).contains("left-thigh"));
    assertThat(lapsed(now, "kneeFlexionRange", Side.RIGHT)).isEmpty();
    assertThat(lapsed(now, "gluteusMaximusLevel", Side.RIGHT)).isEmpty();
  }
}
