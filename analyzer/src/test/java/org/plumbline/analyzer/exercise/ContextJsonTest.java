package org.plumbline.analyzer.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;

class ContextJsonTest {

  @Test
  void aContextComesBackAsItWas() {
    for (String id : ExerciseCatalog.builtIn().ids()) {
      AnalysisContext context =
          AnalysisContext.of(
              ExerciseCatalog.builtIn().get(id),
              List.of(new Normalisation("left-gluteus-maximus", Normalisation.Kind.MVIC, 412.25)),
              Optional.of(
                  new Baseline(
                      "first set",
                      10,
                      List.of(
                          new Baseline.Level("kneeFlexionPeak", "right", 95.5, 2.25, 7, "deg"),
                          new Baseline.Level(
                              "kneeFlexionPeak",
                              "left",
                              95.5,
                              2.25,
                              7,
                              "deg",
                              Optional.of(new Baseline.Repeat(1.5, "00000000deadbeef")))))));
      assertThat(ContextJson.read(ContextJson.write(context))).isEqualTo(context);
    }
  }

  @Test
  void aLevelOfAnEarlierVersionHasNoRepeatError() {
    String level =
        "{\"metric\":\"kneeFlexionPeak\",\"side\":\"right\",\"mean\":95.5,\"spread\":2.25,"
            + "\"error\":7.0,\"unit\":\"deg\"}";
    String json =
        ContextJson.write(
            AnalysisContext.of(
                ExerciseCatalog.builtIn().get("squat"),
                List.of(),
                Optional.of(
                    new Baseline(
                        "first set",
                        10,
                        List.of(
                            new Baseline.Level(
                                "kneeFlexionPeak", "right", 95.5, 2.25, 7, "deg"))))));
    assertThat(json).contains(level);
    assertThat(ContextJson.read(json).baseline().orElseThrow().metrics().get(0).repeat()).isEmpty();
  }

  @Test
  void howManySetsAReferenceHasComesBackAndIsUnknownOfEarlierOnes() {
    Baseline two = new Baseline("two", 20, List.of(), Optional.empty(), Optional.of(2));
    String json =
        ContextJson.write(
            AnalysisContext.of(
                ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.of(two)));
    assertThat(ContextJson.read(json).baseline()).contains(two);
    String earlier = json.replace(",\"sets\":2", "");
    assertThat(earlier).isNotEqualTo(json);
    assertThat(ContextJson.read(earlier).baseline().orElseThrow().sets()).isEmpty();
  }

  @Test
  void aContextOfAnotherFormSaysSo() {
    String json =
        ContextJson.write(
                AnalysisContext.of(
                    ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty()))
            .replace("plumbline.context/1", "plumbline.context/9");
    assertThatThrownBy(() -> ContextJson.read(json))
        .hasMessageContaining("plumbline.context/9")
        .hasMessageContaining("newer");
  }

  @Test
  void whatIsNoContextIsRefusedWithASentence() {
    for (String json : new String[] {"", "{", "[]", "{\"schema\":1}", "null", "{\"x\":{}}"}) {
      assertThatThrownBy(() -> ContextJson.read(json))
          .as(json)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("context");
    }
    assertThatThrownBy(() -> ContextJson.read("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContextJson.read(" ".repeat(2_000_000)))
        .hasMessageContaining("characters");
  }

  @Test
  void aContextFromBeforeVariantsAndPracticeIsStillRead() {
    String json =
        """
        {"schema":"plumbline.context/1","ruleSet":"plumbline-rules/1","exercise":{"id":"squat",
        "name":"Squat","position":"standing","counting":{"segment":"THIGH",
        "minimumExcursionDeg":20.0,"minimumSeconds":0.7,"maximumSeconds":20.0,"muscle":null},
        "directions":[{"segment":"THIGH","sign":1}],"rules":[{"rule":"pelvic-tilt","row":"PEL-5",
        "metric":"lumbopelvicTilt","bad":"above","absolute":{"amber":5.0,"red":10.0,"source":"s",
        "grade":"E"},"own":null,"worn":null}]},"normalisation":[],"baseline":{"origin":"then",
        "repetitions":3,"metrics":[]},"body":null}
        """;
    AnalysisContext context = ContextJson.read(json);
    assertThat(context.exercise().variants()).isEmpty();
    assertThat(context.variant()).isEmpty();
    assertThat(context.exercise().rules().get(0).asked()).isEqualTo(RuleLimits.Sides.MIDLINE);
  }

  @Test
  void aVariantThatTheExerciseHasNotIsRefusedWithThoseThereAre() {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    assertThatThrownBy(
            () -> context.with(Optional.of("backwards"), Optional.empty(), Optional.empty()))
        .hasMessageContaining("backwards")
        .hasMessageContaining("banded");
  }

  @Test
  void anUnknownExerciseNamesThoseThereAre() {
    assertThatThrownBy(() -> ExerciseCatalog.builtIn().get("plank"))
        .hasMessageContaining("bridge, ")
        .hasMessageContaining("squat");
  }
}
