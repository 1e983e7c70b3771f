package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.tools.validate.Squat6.SetOutcome;

/**
 * All sets of the squat recordings, one profile, nothing set per file: how many repetitions are
 * counted, how far the bounds are from those set by hand, and what the rules said against how each
 * set was performed.
 */
@Tag("validation")
class Squat6Test {
  private static final List<String> RULES =
      List.of("knee-valgus", "forward-lean", "butt-wink", "depth");

  private static Path folder() {
    String data = System.getProperty("plumbline.data", "");
    Assumptions.assumeFalse(
        data.isEmpty(), "real recordings are not here: set -Dplumbline.data=DIR to check them");
    return Path.of(data).resolve(Squat6.FOLDER);
  }

  @Test
  void everySetIsCountedAsTenAndTheVerdictsAreTabled() throws IOException {
    Squat6 data = Squat6.in(folder());
    int exact = 0;
    List<Double> errors = new ArrayList<>();
    Map<String, Map<String, Map<Outcome, Integer>>> table = new LinkedHashMap<>();
    List<Path> files = data.files();
    for (Path file : files) {
      SetOutcome outcome = Squat6.evaluate(file, data.hand(file).orElseThrow());
      exact += outcome.exact() && outcome.found().size() == 10 ? 1 : 0;
      errors.addAll(outcome.errorsSeconds());
      for (RepetitionResult repetition : outcome.found()) {
        tally(table, outcome.hand().performedAs(), repetition);
      }
      assertThat(outcome.result().streams())
          .allMatch(stream -> Math.abs(stream.rateHz() - 110.2) < 0.5);
    }
    Collections.sort(errors);
    double median = RepetitionsSuite.quantile(errors, 0.5);
    System.out.printf(
        "squat6: %d of %d sets counted as exactly 10; bounds off by %.2f s median, %.2f s p90%n",
        exact, files.size(), median, RepetitionsSuite.quantile(errors, 0.9));
    table.forEach(
        (performed, rules) ->
            rules.forEach(
                (rule, counts) ->
                    System.out.println(
                        "squat6: performed " + performed + ", " + rule + ": " + counts)));
    assertThat(exact).isGreaterThanOrEqualTo(38);
    assertThat(median).isLessThan(0.25);
  }

  private static void tally(
      Map<String, Map<String, Map<Outcome, Integer>>> table,
      String performed,
      RepetitionResult repetition) {
    for (Verdict verdict : repetition.verdicts()) {
      if (RULES.contains(verdict.rule())) {
        table
            .computeIfAbsent(performed, key -> new LinkedHashMap<>())
            .computeIfAbsent(verdict.rule(), key -> new EnumMap<>(Outcome.class))
            .merge(verdict.outcome(), 1, Integer::sum);
      } else {
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ASSESSABLE);
      }
    }
  }
}
