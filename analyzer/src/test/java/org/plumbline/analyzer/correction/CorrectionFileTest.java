package org.plumbline.analyzer.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of corrections may say, and where it says what is wrong. */
class CorrectionFileTest {
  private static final String GOOD =
      """
      schema: plumbline.corrections/1
      corrections:
        - kind: bounds
          fromSeconds: 12
          toSeconds: 15.5
          startSeconds: 12.2
          endSeconds: 15.1
          who: physio-3
          when: 2026-03-01T10:15:00Z
          why: the return was cut off
        - kind: burst
          muscle: left-gluteus-maximus
          fromSeconds: 12
          toSeconds: 15.5
          onsetSeconds: 12.4
          who: physio-3
          when: 2026-03-01T10:15:00Z
          why: read off the raw signal
      """;

  @Test
  void everyFieldIsReadAndAnEventCarriesAllOfIt() {
    List<Correction> read = CorrectionFile.parse(GOOD, "c.yaml");
    assertThat(read).hasSize(2);
    assertThat(read.get(0).startSeconds()).contains(12.2);
    assertThat(read.get(1).muscle()).contains("left-gluteus-maximus");
    for (Correction one : read) {
      assertThat(CorrectionJson.read(CorrectionJson.event(0, one).note())).isEqualTo(one);
    }
  }

  @Test
  void jsonIsReadToo() {
    String json =
        "{\"schema\": \"plumbline.corrections/1\", \"corrections\": [{\"kind\": \"reject\","
            + " \"fromSeconds\": 1, \"toSeconds\": 2, \"who\": \"p\", \"when\":"
            + " \"2026-03-01T10:15:00Z\", \"why\": \"a weight shift\"}]}";
    assertThat(CorrectionFile.parse(json, "c.json").get(0).kind())
        .isEqualTo(Correction.Kind.REJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startSeconds: 12.2|startSeconds: twelve|line 6, column 19: startSeconds has a value",
        "startSeconds: 12.2|startSeconds: 15.4|line 3, column 5: startSeconds to endSeconds",
        "startSeconds: 12.2|startSeconds: .nan|line 6, column 23: ",
        "startSeconds: 12.2|startSecond: 12.2|line 3, column 5",
        "endSeconds: 15.1|endSeconds: 200|line 3, column 5: startSeconds to endSeconds",
        "kind: bounds|kind: reject|line 3, column 5: a correction of kind reject has no start",
        "kind: bounds|kind: foo|line 3, column 11: kind has a value",
        "left-gluteus-maximus|left-thigh|line 12, column 13: \"left-thigh\" is no muscle",
        "onsetSeconds: 12.4|onsetSeconds: 16|line 11, column 5: onsetSeconds does not lie",
        "who: physio-3|who: \"a<b>\"|line 8, column 10: who is",
        "who: physio-3|who: \"physio-3 \"|line 8, column 10: who is",
        "who: physio-3|who: \" physio-3\"|line 8, column 10: who is",
        "2026-03-01T10:15:00Z|2026-03-01 10:15|line 9, column 11: when is",
        "why: the return was cut off|why: ''|line 10, column 10: why must",
        "corrections/1|corrections/2|line 1, column 9: this version reads",
        "schema|scheme|line 1, column 1: there is no field",
        "kind: burst|kind: [burst|line 1",
      })
  void whatIsWrongIsSaidWithLineAndColumn(String good, String bad, String sentence) {
    String damaged = GOOD.replaceFirst(good.replace(".", "\\."), bad);
    assertThat(damaged).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> CorrectionFile.parse(damaged, "c.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("c.yaml, line ")
        .hasMessageContaining(sentence)
        .message()
        .doesNotContain("com.fasterxml", "org.plumbline", "java.lang");
  }

  @Test
  void twoThatContradictEachOtherAreRefused() {
    String entry = GOOD.substring(GOOD.indexOf("  - kind"), GOOD.indexOf("  - kind: burst"));
    assertThatThrownBy(() -> CorrectionFile.parse(GOOD + entry, "c.yaml"))
        .hasMessage(
            "c.yaml, line 19, column 5: this contradicts correction 1 of this file; keep"
                + " one of the two");
  }

  @Test
  void moreThanAnybodyCorrectsIsRefused() {
    assertThatThrownBy(
            () -> CorrectionFile.parse("#".repeat(CorrectionFile.MAX_LENGTH + 1), "c.yaml"))
        .hasMessageContaining("at most 1000000");
  }
}
