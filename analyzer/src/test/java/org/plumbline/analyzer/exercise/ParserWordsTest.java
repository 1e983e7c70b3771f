package org.plumbline.analyzer.exercise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.correction.CorrectionFile;

/** What is wrong with a file is said in words of the file, never in those of the parser. */
class ParserWordsTest {
  private static final String INTERNALS =
      "(?s).*(jackson|java\\.|Deserial|Cannot|construct|token|\\(`|mapping|Feature).*";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"schema\":\"plumbline.calibration/1\"|line 1, column",
        "{\"schema\":\"plumbline.calibration/1\",\"calibrations\":7}|calibrations has a value of the wrong",
        "{\"schema\":\"plumbline.calibration/1\"}|calibrations is missing",
        "{\"schema\":\"plumbline.calibration/1\",\"calibrations\":[],\"x\":1}|x is no field",
        "{\"schema\":\"plumbline.calibration/1\",\"calibrations\":[{\"location\":\"pelvis\",\"origin\":\"nonsense\"}]}|calibrations[0].origin has a value",
        "{\"schema\":\"plumbline.calibration/1\",\"calibrations\":[{\"location\":\"pelvis\"}]}|calibrations[0].origin is missing",
        "not json|line 1, column"
      })
  void aFileOfCalibrationsThatIsWrongSaysWhatAndWhere(String json, String sentence) {
    assertThatThrownBy(() -> CalibrationJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence)
        .message()
        .doesNotMatch(INTERNALS);
  }

  @Test
  void aFileOfCorrectionsThatBreaksOffSaysWhere() {
    for (String text :
        new String[] {
          "schema: \"plumbline",
          "schema: plumbline.corrections/1\ncorrections:\n  - {kind: ",
          "\tx: 1"
        }) {
      assertThatThrownBy(() -> CorrectionFile.parse(text, "c.yaml"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("c.yaml, line ", "not well-formed")
          .message()
          .doesNotMatch(INTERNALS);
    }
  }
}
