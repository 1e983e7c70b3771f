package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalCellsTest {
  private static double read(String text) {
    byte[] bytes = ("|" + text + "|").getBytes(StandardCharsets.UTF_8);
    return new DecimalCells('.').parseDouble(bytes, 1, bytes.length - 1);
  }

  private static long nanos(String text, long nanosPerUnit) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new DecimalCells('.').parseNanos(bytes, 0, bytes.length, nanosPerUnit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "1.",
        ".5",
        "-.5e1",
        "1e22",
        "1e23",
        "9007199254740993",
        "9007199254740992.5",
        "123456789012345678",
        "1234567890123456789",
        "0.000000000000000000001",
        "-0.00128893308",
        "4.9e-324",
        "2.4703282292062327208e-324",
        "1.7976931348623157e308",
        "1e400",
        "0.1e-400",
        "8.5e-05",
        "00000000000000000000001.5",
        "0e99999",
        "179769313486231580793728971405301e276"
      })
  void readsWhatTheLibraryReads(String text) {
    assertThat(Double.doubleToRawLongBits(read(text)))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "e5",
        "1e",
        "1e+",
        "1d",
        "1f",
        "0x1p3",
        "NaN",
        "Infinity",
        "1,5",
        "1 2",
        "1..2",
        "--1",
        "1_000",
        "1e5.0",
        "1e999999",
        "m",
        "12h"
      })
  void whatIsNoDecimalNumberIsNaN(String text) {
    assertThat(read(text)).isNaN();
  }

  @Test
  void readsTheDecimalComma() {
    byte[] bytes = "-12,75".getBytes(StandardCharsets.UTF_8);
    assertThat(new DecimalCells(',').parseDouble(bytes, 0, bytes.length)).isEqualTo(-12.75);
    byte[] point = "12.75".getBytes(StandardCharsets.UTF_8);
    assertThat(new DecimalCells(',').parseDouble(point, 0, point.length)).isNaN();
  }

  @Test
  void secondsSinceTheEpochKeepEveryNanosecond() {
    // A double of this size has steps of 238 ns.
    assertThat(nanos("1700000000.123456789", 1_000_000_000L)).isEqualTo(1_700_000_000_123_456_789L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1056964",
        "-3.5",
        "0.0005",
        "0.00049",
        "1e3",
        "2.5e-3",
        "12345678901234567890e-9",
        "0.12345678901234567890123",
        "9223372036854"
      })
  void timesAreExactAndRoundedOnce(String text) {
    BigDecimal exact =
        new BigDecimal(text).multiply(new BigDecimal(1_000)).setScale(0, RoundingMode.HALF_UP);
    assertThat(nanos(text, 1_000)).isEqualTo(exact.longValueExact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12:00", "1e30", "99999999999999999999", "1e99999"})
  void whatIsNoTimeIsSaid(String text) {
    assertThat(nanos(text, 1_000_000_000L)).isEqualTo(DecimalCells.NO_NANOS);
  }
}
