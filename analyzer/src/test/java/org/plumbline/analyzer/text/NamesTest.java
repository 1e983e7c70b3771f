package org.plumbline.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

class NamesTest {

  /** The rules of the design, by id. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "knee-valgus",
        "pelvic-tilt",
        "pelvic-drop",
        "pelvic-roll-back",
        "butt-wink",
        "hamstring-dominance",
        "gluteal-level",
        "other-side",
        "back-extensor-share",
        "forward-lean",
        "side-lean",
        "lumbar-flexion",
        "depth",
        "tempo",
        "smoothness",
        "asymmetry",
        "fatigue"
      })
  void everyRuleHasAName(String rule) {
    assertThat(Texts.has("rule." + rule)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void everyOutcomeHasAName(Outcome outcome) {
    assertThat(Texts.has("outcome." + outcome.id())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(OutcomeMark.class)
  void everyMarkHasANameAndAMeaning(OutcomeMark mark) {
    assertThat(Texts.has("outcome." + mark.id())).isTrue();
    assertThat(Texts.has("outcome." + mark.id() + ".meaning")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Muscle.class)
  void everyMuscleHasAName(Muscle muscle) {
    assertThat(Texts.has("muscle." + muscle.id())).isTrue();
  }

  @Test
  void theSideIsSaidUnlessThereIsNone() {
    assertThat(Names.ruleAndSide("knee-valgus", Side.LEFT)).isEqualTo("Knee inward (valgus), left");
    assertThat(Names.ruleAndSide("pelvic-tilt", Side.MIDLINE)).isEqualTo("Pelvic tilt");
  }

  @Test
  void anUnknownIdIsSplitIntoWords() {
    assertThat(Names.metric("hipFlexionAt30")).isEqualTo("Hip flexion at30");
    assertThat(Names.exercise("nordic-curl")).isEqualTo("Nordic curl");
    assertThat(Names.rule("")).isEmpty();
  }

  @Test
  void unitsTellTheTruth() {
    assertThat(List.of("deg", "s", "1", "%MVIC", "% of reference set"))
        .extracting(Names::unitBehind)
        .containsExactly("°", " s", "", " %MVIC", " % of reference set");
  }
}
