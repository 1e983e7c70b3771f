package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampPatternTest {
  private static long nanos(String pattern, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new StampReader(StampPattern.of(pattern)).nanos(bytes, 0, bytes.length);
  }

  private static long nanosOf(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @ParameterizedTest
  @CsvSource({
    "iso,2025-10-11T16:21:53.388,2025-10-11T16:21:53.388Z",
    "iso,2025-10-11 16:21,2025-10-11T16:21:00Z",
    "iso,2025-10-11T16:21:53.123456789Z,2025-10-11T16:21:53.123456789Z",
    "iso,2025-10-11T16:21:53+01:30,2025-10-11T14:51:53Z",
    "yyyy-MM-dd HH:mm:ss[.SSSSSS],2018-11-08 11:41:07.456000,2018-11-08T11:41:07.456Z",
    "yyyy-MM-dd HH:mm:ss[.SSSSSS],2018-11-08 11:41:07,2018-11-08T11:41:07Z",
    "d/M/yy H:mm:ss.S,3/12/19 7:05:09.25,2019-12-03T07:05:09.25Z",
    "yyyyMMdd'_'HHmmss,20240229_235959,2024-02-29T23:59:59Z",
    "HH:mm:ss.SSS,00:00:01.5,1970-01-01T00:00:01.5Z",
    "hh:mm:ss a,12:00:01 AM,1970-01-01T00:00:01Z",
    "hh:mm:ss a,12:00:01 pm,1970-01-01T12:00:01Z",
    "h:mm a,1:05 PM,1970-01-01T13:05:00Z",
    "MM/dd/yyyy hh:mm:ss.SSS a,11/20/2026 02:05:01.500 PM,2026-11-20T14:05:01.5Z"
  })
  void readsTheInstantThatIsWritten(String pattern, String text, String expected) {
    assertThat(nanos(pattern, text)).isEqualTo(nanosOf(Instant.parse(expected)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-30T00:00:00",
        "2025-10-11T24:00:00",
        "2025-10-11T16:60:00",
        "2025-10-11",
        "2025-10-11T16:21:53.",
        "2025-10-11T16:21:53 x",
        "25-10-11T16:21:53",
        "",
        "16:21:53",
        "2025-10-11T16:21:53.1234567890"
      })
  void whatIsNoSuchStampIsSaid(String text) {
    assertThat(nanos("iso", text)).isEqualTo(StampReader.NO_STAMP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13:00:00 PM", "00:00:00 AM", "01:00:00", "01:00:00 XM", "01:00:00 P"})
  void whatNo12HourClockShowsIsSaid(String text) {
    assertThat(nanos("hh:mm:ss a", text)).isEqualTo(StampReader.NO_STAMP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hh:mm", "HH:mm a", "HH:hh:mm a"})
  void theLettersOf12And24HoursDoNotMix(String pattern) {
    assertThatThrownBy(() -> StampPattern.of(pattern)).hasMessageContaining("both h and a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy-MM-dd", "MMM dd HH:mm", "HH:mm a", "HH:mm[:ss", "yyyy HH:mm", ""})
  void refusesPatternsItDoesNotUnderstand(String pattern) {
    assertThatThrownBy(() -> StampPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stamp pattern");
  }

  @Property
  void agreesWithJavaTime(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds,
      @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
    String pattern = "yyyy-MM-dd HH:mm:ss.SSSSSSSSS";
    String text =
        LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern(pattern));
    assertThat(nanos(pattern, text)).isEqualTo(seconds * 1_000_000_000L + nanos);
  }

  @Test
  void tellsDatesFromTimesOfDay() {
    assertThat(StampPattern.of("iso").isDated()).isTrue();
    assertThat(StampPattern.of("HH:mm:ss").isDated()).isFalse();
  }
}
