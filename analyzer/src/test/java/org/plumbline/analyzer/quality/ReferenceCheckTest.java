package org.plumbline.analyzer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.ExerciseCatalog;

/** The bridge's pelvic tilt: amber 5 deg, red 10 for everyone. */
class ReferenceCheckTest {

  private static List<Verdict.Assessed> beyond(double tiltDeg, double spreadDeg) {
    Baseline own =
        new Baseline(
            "test",
            9,
            List.of(
                new Baseline.Level("lumbopelvicTilt", "midline", tiltDeg, spreadDeg, 2, "deg")));
    return ReferenceCheck.beyond(
        AnalysisContext.of(ExerciseCatalog.builtIn().get("bridge"), List.of(), Optional.of(own)));
  }

  @Test
  void aReferenceBeyondTheLimitForEveryoneIsPointedOutAndTheOthersAreNot() {
    // Error 2; 1.6449 x 0 of chance: 7.1 - 2 is beyond 5, 6.9 - 2 is not.
    assertThat(beyond(7.1, 0)).singleElement().extracting(Verdict::rule).isEqualTo("pelvic-tilt");
    assertThat(beyond(6.9, 0)).isEmpty();
    assertThat(beyond(2, 0)).isEmpty();
  }

  @Test
  void theErrorOfItsMeanCounts() {
    // 1.6449 x 3 / sqrt(9) = 1.64; with 2 that is 2.59: 7.1 does not reach, 7.7 does.
    assertThat(beyond(7.1, 3)).isEmpty();
    assertThat(beyond(7.7, 3)).hasSize(1);
  }

  @Test
  void itIsSaidInWordsThatDoNotPraise() {
    assertThat(ReferenceWords.beyond(beyond(14, 0).get(0)))
        .contains(
            "reference set itself", "14.0 ± 2.0°", "limit 5.0°", "does not say that it is good");
  }

  @Test
  void withoutAReferenceThereIsNothingToSay() {
    assertThat(
            ReferenceCheck.beyond(
                AnalysisContext.of(
                    ExerciseCatalog.builtIn().get("bridge"), List.of(), Optional.empty())))
        .isEmpty();
  }
}
