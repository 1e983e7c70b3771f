package org.plumbline.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

  /** A counted noun behind a number that has no form for one. */
  private static final Pattern ONLY_MANY =
      Pattern.compile(
          "\\{[0-9]\\} (of \\{[0-9]\\} )?(assessable )?"
              + "(repetitions|sets|streams|samples|bytes|figures|metrics|events)\\b");

  /** Limits of many, findings of three and more, rates, and a place where a noun is no count. */
  private static final Set<String> NEVER_ONE =
      Set.of(
          "cli.folder.long",
          "cli.reference.small",
          "finding.text",
          "health.declared-rate",
          "needs.counted-otherwise",
          "protocol.sets",
          "protocol.size",
          "reason.emg-reduced-band");

  @Test
  void oneIsNotManyAndNoneIs() {
    assertThat(Texts.get("cli.set.ended", 2, 1)).isEqualTo("Set 2 ended with 1 repetition");
    assertThat(Texts.get("cli.set.ended", 2, 0)).isEqualTo("Set 2 ended with 0 repetitions");
    assertThat(Texts.get("cli.set.ended", 2, 12L)).isEqualTo("Set 2 ended with 12 repetitions");
    assertThat(Texts.get("report.unanswered.all", 1, 1)).isEqualTo("in the only repetition");
    assertThat(Texts.get("report.unanswered.all", 6, 6)).isEqualTo("in all 6 repetitions");
    assertThat(Texts.get("protocol.fewer", 1, "Block", 1, 3, 1, 2))
        .isEqualTo("Set 1 (Block, 1 of 3): 1 of 2 repetitions was done.");
  }

  /** What is put in is never read as a text with places of its own. */
  @Test
  void bracesInAnArgumentStayAsTheyAre() {
    assertThat(Texts.get("cli.set.ended", "{1}", "{0|a|b} $1 \\"))
        .isEqualTo("Set {1} ended with {0|a|b} $1 \\ repetitions");
  }

  /** Where a number is in front there are forms for one and for many, in every text. */
  @Test
  void noTextCountsThingsInTheFormForManyOnly() {
    assertThat(Texts.keys())
        .filteredOn(key -> !key.startsWith("validate.") && !NEVER_ONE.contains(key))
        .filteredOn(key -> ONLY_MANY.matcher(Texts.get(key)).find())
        .isEmpty();
  }
}
