package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.device.log.Side;

class VerdictWordsTest {

  private static Verdict.Assessed verdict(Outcome outcome, String metric) {
    return new Verdict.Assessed(
            "butt-wink",
            Side.MIDLINE,
            outcome,
            outcome == Outcome.VIOLATED ? Optional.of(Severity.RED) : Optional.empty(),
            97.7,
            60,
            Basis.OWN,
            3,
            "deg",
            "source",
            "E",
            "")
        .of(metric);
  }

  @Test
  void aDepartureNamesWhatWasMeasured() {
    assertThat(VerdictWords.measured(verdict(Outcome.VIOLATED, "thighBeyondPelvicLean")))
        .isEqualTo(
            "97.7 ± 3.0° (Thigh turned further than the pelvis leans, at the turn; limit 60.0°)");
    assertThat(VerdictWords.sentence(verdict(Outcome.VIOLATED, "thighBeyondPelvicLean")))
        .contains("Thigh turned further than the pelvis leans, at the turn: 97.7 ± 3.0°");
  }

  @Test
  void whereNobodySaidWhatWasMeasuredNothingIsMadeUp() {
    assertThat(VerdictWords.measured(verdict(Outcome.VIOLATED, "")))
        .isEqualTo("97.7 ± 3.0° (limit 60.0°)");
  }

  @Test
  void whatIsWithinTheLimitIsShort() {
    assertThat(VerdictWords.measured(verdict(Outcome.SATISFIED, "thighBeyondPelvicLean")))
        .isEqualTo("97.7°");
  }
}
