package org.plumbline.analyzer.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** Figures as people want to read them: no more digits than the errors of the field allow. */
final class Shown {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private Shown() {}

  /** {@code "14.2"}. */
  static String number(double value, String unit) {
    int decimals =
        switch (unit) {
          case "1", "s" -> 2;
          case "%", "%MVIC", "% of reference set" -> 0;
          default -> 1;
        };
    return Texts.number(value, decimals).replace('-', '\u2212');
  }

  /** A number with as many decimals as it needs, two at most: {@code "20"}, {@code "2.5"}. */
  static String plain(double value) {
    String text = Texts.number(value, 2);
    return text.indexOf('.') < 0 ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** {@code "14.2°"}. */
  static String withUnit(double value, String unit) {
    return number(value, unit) + Names.unitBehind(unit);
  }

  /** {@code "14.2° ± 1.4°"}. */
  static String measured(double value, double error, String unit) {
    String unitBehind = Names.unitBehind(unit);
    return unitBehind.startsWith(" ")
        ? number(value, unit) + " ± " + withUnit(error, unit)
        : withUnit(value, unit) + " ± " + withUnit(error, unit);
  }

  /** {@code "14.2° ± 1.4°"} of a verdict. */
  static String measured(Verdict.Assessed verdict) {
    String text = measured(verdict.value(), verdict.error(), verdict.unit());
    return verdict.caveat() == Caveat.NONE ? text : text + ", " + verdict.caveat().text();
  }

  /** A share of 0 to 1 in whole per cent; never rounded up to 100 or down to 0. */
  static String share(double share) {
    double percent = share * 100;
    if (percent > 99 && percent < 100) {
      return "> 99 %";
    }
    if (percent > 0 && percent < 1) {
      return "< 1 %";
    }
    return Texts.number(percent, 0) + " %";
  }

  /** {@code "2026-11-21 14:05 UTC"}. */
  static String instant(Instant instant) {
    return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** {@code "3–5, 8"}: three or more neighbours are joined. */
  static String indices(List<Integer> indices) {
    List<Integer> sorted = indices.stream().sorted().distinct().toList();
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < sorted.size()) {
      int end = at;
      while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
        end++;
      }
      text.append(text.isEmpty() ? "" : ", ");
      if (end - at >= 2) {
        text.append(sorted.get(at)).append('\u2013').append(sorted.get(end));
      } else {
        text.append(
            sorted.subList(at, end + 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
      }
      at = end + 1;
    }
    return text.toString();
  }
}
