package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DecimalCellsProperties {
  private static void assertSame(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    double read = new DecimalCells('.').parseDouble(bytes, 0, bytes.length);
    assertThat(Double.doubleToRawLongBits(read))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @Property(tries = 20_000)
  void everyBitPatternReadsBack(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      assertSame(Double.toString(value));
    }
  }

  @Property(tries = 20_000)
  void figuresWithAPointAnywhereReadAsTheLibraryReadsThem(
      @ForAll @LongRange(min = 0) long figures, @ForAll @IntRange(max = 25) int decimals) {
    StringBuilder text = new StringBuilder(String.valueOf(figures));
    while (text.length() <= decimals) {
      text.insert(0, '0');
    }
    assertSame(text.insert(text.length() - decimals, '.').toString());
  }

  @Property(tries = 20_000)
  void exponentsReadAsTheLibraryReadsThem(
      @ForAll @LongRange(min = -999_999_999, max = 999_999_999) long mantissa,
      @ForAll @IntRange(min = -340, max = 340) int exponent) {
    assertSame(mantissa + "e" + exponent);
    assertSame(mantissa + ".0E" + (exponent < 0 ? "" : "+") + exponent);
  }

  @Property
  void sensorNotationReadsBack(@ForAll double value, @ForAll @IntRange(max = 9) int decimals) {
    double small = value / 1e300;
    assertSame(String.format(Locale.ROOT, "%." + decimals + "f", small));
    assertSame(String.format(Locale.ROOT, "%." + decimals + "e", value));
  }
}
