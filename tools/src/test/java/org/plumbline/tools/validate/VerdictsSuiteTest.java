package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;

/** The figures of the verdicts on the squat recordings. */
@Tag("validation")
class VerdictsSuiteTest {

  private static Path data() {
    String data = System.getProperty("plumbline.data", "");
    Assumptions.assumeFalse(
        data.isEmpty(), "real recordings are not here: set -Dplumbline.data=DIR to check them");
    return Path.of(data);
  }

  @Test
  void kneesAndFalseAlarmsReachWhatIsAsked() throws IOException {
    List<Figure> figures = new VerdictsSuite().figures(new Inputs(Optional.of(data()), step -> {}));
    List<Figure> asked =
        figures.stream()
            .filter(figure -> figure.reached().isPresent())
            .filter(
                figure ->
                    figure.name().contains("knee-valgus")
                        || figure.name().contains("any rule is violated"))
            .toList();
    assertThat(asked).hasSizeGreaterThanOrEqualTo(4).allMatch(one -> one.reached().orElseThrow());
  }

  /** Judging measurements again is what the pipeline did. */
  @Test
  void rejudgedVerdictsAreThoseOfThePipeline() throws IOException {
    Squat6 squats = Squat6.in(data().resolve(Squat6.FOLDER));
    Path file = squats.files().get(0);
    Squat6.SetOutcome outcome = Squat6.evaluate(file, squats.hand(file).orElseThrow());
    SquatSet set = VerdictsSuite.sets(List.of(outcome)).get(0);
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    for (int i = 0; i < set.repetitions().size(); i++) {
      RepetitionResult found = outcome.found().get(i);
      for (Verdict verdict : found.verdicts()) {
        if (verdict.outcome() != Outcome.NOT_ASSESSABLE) {
          Verdict again =
              RuleBook.of(context).stream()
                  .filter(rule -> rule.id().equals(verdict.rule()))
                  .findFirst()
                  .orElseThrow()
                  .judge(set.repetitions().get(i), verdict.side());
          assertThat(again.outcome()).isEqualTo(verdict.outcome());
        }
      }
    }
  }
}
