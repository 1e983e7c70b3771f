package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.StreamDescriptor.Origin;

/** The form of the figures: the bytes are a promise to programs. */
class FigureJsonTest {
  private static final List<SuiteFigures> FIGURES =
      List.of(
          new SuiteFigures(
              "knee",
              List.of(
                  Figure.atMost(1.4, "valgus", 1.25, "deg", Origin.MEASURED, "\"Fan\" 2022"),
                  Figure.atMost(1.4, "rotation", 1.40001, "deg", Origin.MEASURED, "Fan"))),
          new SuiteFigures(
              "motion",
              List.of(
                  Figure.info("bias", -0.00004, "deg", Origin.SYNTHETIC, "simulated"),
                  Figure.atMost(
                      5, "nothing measured", Double.NaN, "%", Origin.SYNTHETIC, "simulated"))));

  @Test
  void everyFigureHasTheEightKeysInOrder() {
    assertThat(FigureJson.document(FIGURES))
        .isEqualTo(
            """
            {"figures":[
            {"name":"knee: valgus","value":1.2500,"unit":"deg","reach":1.4000,"reached":true,\
            "data":"real","source":"\\"Fan\\" 2022","asked":"at most"},
            {"name":"knee: rotation","value":1.4000,"unit":"deg","reach":1.4000,"reached":false,\
            "data":"real","source":"Fan","asked":"at most"},
            {"name":"motion: bias","value":0.0000,"unit":"deg","reach":null,"reached":null,\
            "data":"synthetic","source":"simulated","asked":null},
            {"name":"motion: nothing measured","value":null,"unit":"%","reach":5.0,"reached":false,\
            "data":"synthetic","source":"simulated","asked":"at most"}
            ]}
            """);
  }

  @Test
  void aFigureMayBeAskedToBeLarge() {
    Figure enough = Figure.atLeast(0.95, "f", 0.95, "F1", Origin.MEASURED, "s");
    Figure small = Figure.atLeast(0.95, "g", 0.9499, "F1", Origin.MEASURED, "s");
    Figure nothing = Figure.atLeast(0.95, "h", Double.NaN, "F1", Origin.MEASURED, "s");
    List<SuiteFigures> figures = List.of(new SuiteFigures("v", List.of(enough, small, nothing)));
    assertThat(enough.reached()).contains(true);
    assertThat(small.reached()).contains(false);
    assertThat(nothing.reached()).contains(false);
    assertThat(FigureJson.document(figures))
        .contains("\"reach\":0.950,\"reached\":true", "\"asked\":\"at least\"");
    assertThat(FigureMarkdown.lines(figures))
        .contains("| f | 0.950 F1 | ≥ 0.950 | reached | real 1 |");
  }

  @Test
  void whatIsNotAskedDoesNotCountAgainstTheWhole() {
    assertThat(SuiteFigures.allReached(FIGURES)).isFalse();
    assertThat(
            SuiteFigures.allReached(
                List.of(
                    new SuiteFigures(
                        "knee",
                        List.of(
                            Figure.info("a", 9, "deg", Origin.MEASURED, "s"),
                            Figure.atMost(1, "b", 1, "deg", Origin.MEASURED, "s"))))))
        .isTrue();
  }

  @Test
  void theTableFitsItsWidthAndSaysReachedInWords() {
    List<String> lines = new FigureTable(76, (good, word) -> word).lines(FIGURES);
    assertThat(lines).allMatch(line -> line.length() <= 76);
    assertThat(lines).anyMatch(line -> line.contains("1.2500 deg") && line.contains(" reached"));
    assertThat(lines).anyMatch(line -> line.contains("rotation") && line.contains("not reached"));
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("4 figures: 1 reached, 2 not reached, 1 for information");
  }

  @Test
  void onlyTheWordIsColoured() {
    List<String> plain = new FigureTable(100, (good, word) -> word).lines(FIGURES);
    List<String> coloured =
        new FigureTable(100, (good, word) -> (good ? "<g>" : "<r>") + word + "<->").lines(FIGURES);
    assertThat(coloured.get(2)).contains("<g>reached");
    assertThat(coloured.stream().map(line -> line.replaceAll("<.>", "")).toList()).isEqualTo(plain);
  }

  @Test
  void markdownHasTheSameRows() {
    assertThat(FigureMarkdown.lines(FIGURES))
        .contains(
            "| valgus | 1.2500 deg | ≤ 1.4000 | reached | real 1 |",
            "| bias | 0.0000 deg |  |  | synthetic 1 |",
            "1. \"Fan\" 2022");
  }
}
