package org.plumbline.device.table;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.device.table.TableFormat.Delimiter;

/** Finds out whether a profile fits a file but for what separates the cells. */
final class OtherDelimiter {
  private OtherDelimiter() {}

  /**
   * What the profile says and what the file has, as a sentence for people with what to do; empty
   * where another delimiter does not help.
   */
  static Optional<String> of(String file, byte[] head, TableProfile profile) {
    TableFormat said = profile.format();
    if (said.delimiter() == Delimiter.AUTO) {
      return Optional.empty();
    }
    for (Delimiter other : List.of(Delimiter.COMMA, Delimiter.SEMICOLON, Delimiter.TAB)) {
      for (char mark : new char[] {'.', ','}) {
        boolean both = mark == ',' && other == Delimiter.COMMA;
        if (other != said.delimiter() && !both && fits(file, head, with(profile, other, mark))) {
          return Optional.of(
              file
                  + ": the profile "
                  + profile.name()
                  + " fits but for the delimiter: "
                  + sentence(said, other, mark));
        }
      }
    }
    return Optional.empty();
  }

  private static String sentence(TableFormat said, Delimiter other, char mark) {
    boolean otherMark = mark != said.decimalMark();
    return "its cells are separated by "
        + many(said.delimiter())
        + ", those of the file by "
        + many(other)
        + (otherMark ? (mark == ',' ? ", with decimal commas" : ", with decimal points") : "")
        + "; all columns are there. Write delimiter: "
        + word(other)
        + (otherMark ? " and decimal: " + (mark == ',' ? "comma" : "point") : "")
        + " under table: in a copy of the profile (docs/table-profiles.md), or export the file with"
        + " "
        + many(said.delimiter())
        + ".";
  }

  private static String many(Delimiter delimiter) {
    return delimiter == Delimiter.WHITESPACE ? "blanks" : word(delimiter) + "s";
  }

  private static String word(Delimiter delimiter) {
    return delimiter.name().toLowerCase(Locale.ROOT);
  }

  private static TableProfile with(TableProfile profile, Delimiter delimiter, char mark) {
    TableFormat said = profile.format();
    return new TableProfile(
        profile.name(),
        profile.about(),
        new TableFormat(
            delimiter,
            said.skipLines(),
            said.commentPrefix(),
            said.header(),
            said.unitLines(),
            said.columns(),
            mark,
            said.missing()),
        profile.time(),
        profile.counter(),
        profile.start(),
        profile.streams());
  }

  private static boolean fits(String file, byte[] head, TableProfile profile) {
    try {
      TableLayout layout = TableLayout.withItsDelimiter(file, head, profile);
      return RateProbe.firstRowFits(layout, head);
    } catch (IOException unfit) {
      return false;
    }
  }
}
