package org.plumbline.device.table;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.device.table.TimeRule.TimeCell;

/** The part {@code time:} of a profile. */
final class TimeRuleReader {
  private TimeRuleReader() {}

  static TimeRule read(ProfileSection top) throws IOException {
    ProfileSection time =
        top.section("time", "column", "unit", "pattern", "zone", "wraps", "rate", "rateAfter");
    if (time.has("column")) {
      if (time.has("rateAfter")) {
        throw time.complaint(
            time.requiredNode("rateAfter"), "rateAfter is for tables without a time column");
      }
      return byColumn(time);
    }
    for (String key : List.of("unit", "pattern", "zone", "wraps")) {
      if (time.has(key)) {
        throw time.complaint(time.requiredNode(key), key + " needs a time column beside it");
      }
    }
    if (time.has("rate") == time.has("rateAfter")) {
      throw time.complaint(
          time.mapping(),
          "time needs a column (with its unit), or rate in Hz, or rateAfter: the text before the"
              + " rate above the header");
    }
    if (time.has("rateAfter")) {
      YamlNode node = time.requiredNode("rateAfter");
      return time.checked(node, TimeRule.ByHeaderLine::new, time.text("rateAfter"));
    }
    return time.checked(
        time.requiredNode("rate"), TimeRule.ByRate::new, time.number("rate").orElseThrow());
  }

  private static TimeRule byColumn(ProfileSection time) throws IOException {
    ColumnRef column = time.column("column", time.requiredNode("column"));
    TimeCell cell = timeCell(time);
    long wraps = time.whole("wraps").orElse(0);
    long nanosPerWrap;
    if (cell instanceof TimeCell.Count count) {
      if (wraps > Long.MAX_VALUE / 2 / count.nanosPerUnit()) {
        throw time.complaint(time.requiredNode("wraps"), "wraps after more than 146 years");
      }
      nanosPerWrap = wraps * count.nanosPerUnit();
    } else if (wraps != 0) {
      throw time.complaint(
          time.requiredNode("wraps"), "stamps do not wrap (times of day do so by themselves)");
    } else {
      boolean dated = ((TimeCell.Stamp) cell).pattern().isDated();
      nanosPerWrap = dated ? 0 : StampPattern.NANOS_PER_DAY;
    }
    OptionalDouble rate = time.number("rate");
    return time.checked(
        time.mapping(), c -> new TimeRule.ByColumn(c, cell, nanosPerWrap, rate), column);
  }

  private static TimeCell timeCell(ProfileSection time) throws IOException {
    String unit = time.text("unit");
    if (unit.equals("stamp")) {
      return stamp(time);
    }
    if (time.has("pattern") || time.has("zone")) {
      throw time.complaint(time.mapping(), "pattern and zone are for unit: stamp");
    }
    Optional<Long> nanos = UnitTable.nanosOf(unit);
    if (nanos.isEmpty()) {
      throw time.complaint(
          time.requiredNode("unit"),
          "unit must be s, ms, us, ns, a multiple such as 100 us, or stamp (with a pattern),"
              + " found "
              + Place.quoted(unit));
    }
    return time.checked(time.requiredNode("unit"), TimeCell.Count::new, nanos.get());
  }

  /** {@code pattern} and {@code zone} of a part. */
  static TimeCell.Stamp stamp(ProfileSection section) throws IOException {
    YamlNode node = section.node("pattern").orElse(section.mapping());
    StampPattern pattern = section.checked(node, StampPattern::of, section.text("pattern", "iso"));
    String zone = section.text("zone", "UTC");
    try {
      return new TimeCell.Stamp(pattern, ZoneId.of(zone));
    } catch (DateTimeException unknown) {
      throw section.complaint(
          section.requiredNode("zone"),
          "zone must be a name such as Europe/London or an offset such as +01:00, found "
              + Place.quoted(zone));
    }
  }
}
