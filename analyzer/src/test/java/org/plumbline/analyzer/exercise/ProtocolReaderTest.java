package org.plumbline.analyzer.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.protocol.FeedbackSchedule;
import org.plumbline.analyzer.protocol.FeedbackSchedule.Kind;
import org.plumbline.analyzer.protocol.Protocol;

/** Protocols are read as strictly as exercises. */
class ProtocolReaderTest {

  private static final String TWO =
      """
      id: two
      name: Two blocks
      feedback: {schedule: faded, percent: [100, 40]}
      blocks:
        - id: a
          name: First
          exercise: squat
          variant: banded
          sets: 2
          repetitions: 8
          restSeconds: 45.5
        - {id: b, name: Then, exercise: clamshell, sets: 1, repetitions: 20, restSeconds: 0, feedback: none}
      compare:
        - {first: a, second: b}
      """;

  private static PlannedSets read(String yaml) {
    return ProtocolCatalog.parse(yaml, "two.yaml", ExerciseCatalog.builtIn());
  }

  @Test
  void everyWordOfAProtocolIsTaken() {
    PlannedSets planned = read(TWO);
    Protocol.Block first = planned.protocol().blocks().get(0);
    assertThat(first)
        .isEqualTo(
            new Protocol.Block(
                "a",
                "First",
                "squat",
                Optional.of("banded"),
                2,
                8,
                45.5,
                new FeedbackSchedule(Kind.FADED, List.of(100, 40))));
    assertThat(planned.protocol().blocks().get(1).feedback())
        .isEqualTo(FeedbackSchedule.of(Kind.NONE));
    assertThat(planned.exercises()).extracting(Exercise::id).containsExactly("squat", "clamshell");
    assertThat(planned.protocol().place(2).orElseThrow().set()).isEqualTo(2);
    assertThat(planned.protocol().place(3).orElseThrow().block().id()).isEqualTo("b");
    assertThat(planned.protocol().place(4)).isEmpty();
  }

  @Test
  void aContextCarriesItByValueAndGivesEachSetItsExercise() {
    AnalysisContext context =
        AnalysisContext.of(read(TWO).first(), List.of(), Optional.empty()).with(read(TWO));
    AnalysisContext back = ContextJson.read(ContextJson.write(context));
    assertThat(back).isEqualTo(context);
    assertThat(back.ofSet(2).exercise().id()).isEqualTo("squat");
    assertThat(back.ofSet(2).variant()).contains("banded");
    assertThat(back.ofSet(3).exercise().id()).isEqualTo("clamshell");
    assertThat(back.ofSet(3).variant()).isEmpty();
    assertThat(back.ofSet(4)).as("beyond the plan").isEqualTo(back.ofSet(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exercise: squat|exercise: dance|line 7, column 15|dance",
        "variant: banded|variant: heavy|line 8, column 14|heavy",
        "sets: 2|sets: 21|line 5, column 5|1 to 20 sets",
        "repetitions: 8|repetitions: 8.5|line 10, column 18|whole",
        "restSeconds: 45.5|rest: 45|line 11, column 5|rest",
        "restSeconds: 45.5|restSeconds: 4000|line 5, column 5|4000",
        "schedule: faded|schedule: loud|line 3, column 22|loud",
        "[100, 40]|[100, 140]|line 3, column 38|140",
        "second: b|second: a|line 14, column 5|itself",
        "second: b|second: c|line 5, column 3|c",
        "id: b|id: a|line 5, column 3|twice",
        "name: Two blocks|nickname: Two|line 2, column 1|nickname"
      })
  void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String place, String word) {
    assertThat(TWO).contains(right);
    assertThatThrownBy(() -> read(TWO.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two.yaml, " + place)
        .hasMessageContaining(word);
  }

  @Test
  void aProtocolIsBounded() {
    String block =
        "  - {id: x%d, name: X, exercise: squat, sets: 20, repetitions: 8, restSeconds: 0}\n";
    StringBuilder many = new StringBuilder("id: m\nname: M\nblocks:\n");
    for (int i = 0; i < 4; i++) {
      many.append(String.format(java.util.Locale.ROOT, block, i));
    }
    assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("80 sets");
    for (int i = 4; i < 21; i++) {
      many.append(String.format(java.util.Locale.ROOT, block, i));
    }
    assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("21");
    assertThatThrownBy(() -> read("id: m\nname: M\nblocks: []\n")).hasMessageContaining("0 sets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"three-by-ten", "banded-against-unbanded", "pre-fatigue", "burn-out"})
  void thoseOfTheProgramAreThere(String id) {
    PlannedSets planned = ProtocolCatalog.builtIn().get(id);
    assertThat(planned.protocol().id()).isEqualTo(id);
    assertThatThrownBy(() -> ProtocolCatalog.builtIn().with(Map.of("x.yaml", planned)))
        .hasMessageContaining(id);
  }
}
