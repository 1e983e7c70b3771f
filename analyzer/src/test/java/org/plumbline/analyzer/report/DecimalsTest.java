package org.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DecimalsTest {

  @Test
  void roundsTheExactBinaryValueHalfToEven() {
    // 0.0625 and 0.1875 are exact in binary; 0.0005 is not and lies above
    // (0.0005000000000000000104).
    assertThat(Decimals.text(0.00625, "s")).isEqualTo("0.0063"); // 0.00625000000000000034
    assertThat(Decimals.text(0.0625, "deg")).isEqualTo("0.062");
    assertThat(Decimals.text(0.1875, "deg")).isEqualTo("0.188");
    assertThat(Decimals.text(0.0005, "deg")).isEqualTo("0.001");
  }

  @Test
  void neverWritesAnExponentANegativeZeroOrAWordForNoNumber() {
    assertThat(Decimals.text(1e21, "s")).isEqualTo("1000000000000000000000.0000");
    assertThat(Decimals.text(1e-21, "parsec")).isEqualTo("0.000000");
    assertThat(Decimals.text(-0.0, "deg")).isEqualTo("0.000");
    assertThat(Decimals.text(-0.0004, "deg")).isEqualTo("0.000");
    assertThat(Decimals.text(Double.NaN, "deg")).isEmpty();
    assertThat(Decimals.text(Double.NEGATIVE_INFINITY, "deg")).isEmpty();
  }

  @Test
  void theTableOfTheFormatIsTheTableOfTheCode() throws IOException {
    String page = Files.readString(Path.of("../docs/report-format.md"));
    Matcher rows = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\d) \\|").matcher(page);
    Map<String, Integer> written = new TreeMap<>();
    while (rows.find()) {
      written.put(rows.group(1), Integer.parseInt(rows.group(2)));
    }
    assertThat(written).isEqualTo(new TreeMap<>(Decimals.BY_UNIT));
    assertThat(page).contains("any other unit: " + Decimals.OTHERWISE + " decimals.");
  }
}
