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
  void anUnknownKeyInAnExerciseIsNamedWithItsPlace() {
    String yaml =
        """
        id: x
        name: X
        position: standing
        counting: {segment: thigh, minimumExcursionDeg: 20, minimumSeconds: 1, maximumSeconds: 9}
        directions: []
        rules: []
        colour: blue
        """;
    assertThatThrownBy(() -> ExerciseCatalog.parse(yaml, "x.yaml"))
        .hasMessageContaining("x.yaml, line 7")
        .hasMessageContaining("colour");
  }

  @Test
  void aMissingKeyInAnExerciseIsNamed() {
    assertThatThrownBy(() -> ExerciseCatalog.parse("id: x\nname: X\n", "x.yaml"))
        .hasMessageContaining("x.yaml")
        .hasMessageContaining("position");
  }

  @Test
  void anUnknownExerciseNamesThoseThereAre() {
    assertThatThrownBy(() -> ExerciseCatalog.builtIn().get("plank"))
        .hasMessageContaining("bridge, ")
        .hasMessageContaining("squat");
  }
}
