package org.plumbline.device.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.device.table.TableFormat.Delimiter;
import org.plumbline.device.table.TimeRule.TimeCell;

/**
 * YAML to {@link TableProfile}: everything but the streams, which {@link StreamRuleReader} reads.
 */
final class ProfileReader {
  private final String file;

  private ProfileReader(String file) {
    this.file = file;
  }

  /**
   * The profile in {@code yaml}.
   *
   * @param file for messages
   * @throws IOException when it is no profile, naming file, line, column and what is allowed
   */
  static TableProfile read(String file, String yaml) throws IOException {
    return new ProfileReader(file).profile(YamlReader.read(file, yaml));
  }

  private TableProfile profile(YamlNode root) throws IOException {
    ProfileSection top =
        ProfileSection.of(
            file,
            "a profile",
            root,
            "profile",
            "name",
            "about",
            "table",
            "time",
            "counter",
            "start",
            "streams");
    requireVersion(top);
    String name = top.text("name");
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw top.complaint(
          top.requiredNode("name"),
          "name must be 1 to 64 letters, figures, dots, _ or -, found " + Place.quoted(name));
    }
    String about = top.text("about", "").strip();
    TableFormat format = format(top);
    TimeRule time = TimeRuleReader.read(top);
    if (time instanceof TimeRule.ByHeaderLine && !format.header()) {
      throw top.complaint(root, "rateAfter needs a header, above which the rate stands");
    }
    Optional<CounterRule> counter = counter(top);
    Optional<TableProfile.StartRule> start = start(top, time);
    List<StreamRule> streams = new ArrayList<>();
    for (YamlNode item : top.items("streams")) {
      streams.add(StreamRuleReader.read(file, item));
    }
    return top.checked(
        top.requiredNode("streams"),
        s -> new TableProfile(name, about, format, time, counter, start, s),
        streams);
  }

  private static void requireVersion(ProfileSection top) throws IOException {
    long version = top.whole("profile").orElse(0);
    if (version == 0) {
      throw top.complaint(
          top.mapping(),
          "this is not a table profile: it does not say \"profile: "
              + TableProfile.FORMAT_VERSION
              + "\"");
    }
    if (version != TableProfile.FORMAT_VERSION) {
      throw top.complaint(
          top.requiredNode("profile"),
          "format version "
              + version
              + " is not known here; this program reads version "
              + TableProfile.FORMAT_VERSION);
    }
  }

  private TableFormat format(ProfileSection top) throws IOException {
    if (!top.has("table")) {
      return new TableFormat(Delimiter.AUTO, 0, "", true, 0, 0, '.', TableFormat.DEFAULT_MISSING);
    }
    ProfileSection table =
        top.section(
            "table",
            "delimiter",
            "skipLines",
            "comment",
            "header",
            "unitLines",
            "columns",
            "decimal",
            "missing");
    Delimiter delimiter = oneOf(table, "delimiter", Delimiter.AUTO);
    int skipLines = table.wholeInt("skipLines", 0, TableFormat.MAX_TOP_LINES);
    String comment = table.text("comment", "");
    boolean header = table.flag("header", true);
    int unitLines = table.wholeInt("unitLines", 0, TableFormat.MAX_TOP_LINES);
    int columns = table.wholeInt("columns", 0, CellSplitter.MAX_COLUMNS);
    String decimal = table.text("decimal", "point");
    if (!decimal.equals("point") && !decimal.equals("comma")) {
      throw table.complaint(
          table.requiredNode("decimal"),
          "decimal must be point or comma, found " + Place.quoted(decimal));
    }
    return table.checked(
        table.mapping(),
        missing ->
            new TableFormat(
                delimiter,
                skipLines,
                comment,
                header,
                unitLines,
                columns,
                decimal.equals("comma") ? ',' : '.',
                missing),
        missing(table));
  }

  private static List<String> missing(ProfileSection table) throws IOException {
    if (!table.has("missing")) {
      return TableFormat.DEFAULT_MISSING;
    }
    List<String> tokens = new ArrayList<>();
    for (YamlNode item : table.items("missing")) {
      tokens.add(table.scalar("missing", item).text().strip().toLowerCase(Locale.ROOT));
    }
    return tokens;
  }

  private static Delimiter oneOf(ProfileSection section, String key, Delimiter fallback)
      throws IOException {
    String text = section.text(key, fallback.name().toLowerCase(Locale.ROOT));
    List<String> names = new ArrayList<>();
    for (Delimiter candidate : Delimiter.values()) {
      String name = candidate.name().toLowerCase(Locale.ROOT);
      if (name.equals(text)) {
        return candidate;
      }
      names.add(name);
    }
    throw section.complaint(
        section.requiredNode(key),
        key + " must be one of " + String.join(", ", names) + ", found " + Place.quoted(text));
  }

  private static Optional<CounterRule> counter(ProfileSection top) throws IOException {
    if (!top.has("counter")) {
      return Optional.empty();
    }
    ProfileSection counter = top.section("counter", "column", "wraps");
    long wraps = counter.whole("wraps").orElse(0);
    ColumnRef column = counter.column("column", counter.requiredNode("column"));
    return Optional.of(counter.checked(counter.mapping(), c -> new CounterRule(c, wraps), column));
  }

  private Optional<TableProfile.StartRule> start(ProfileSection top, TimeRule time)
      throws IOException {
    if (top.has("start")) {
      ProfileSection start = top.section("start", "column", "pattern", "zone");
      return Optional.of(
          new TableProfile.StartRule(
              start.column("column", start.requiredNode("column")), TimeRuleReader.stamp(start)));
    }
    if (time instanceof TimeRule.ByColumn timed
        && timed.cell() instanceof TimeCell.Stamp stamp
        && stamp.pattern().isDated()) {
      return Optional.of(new TableProfile.StartRule(timed.column(), stamp));
    }
    return Optional.empty();
  }
}
