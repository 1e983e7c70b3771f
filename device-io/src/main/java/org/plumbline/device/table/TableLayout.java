package org.plumbline.device.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.device.table.TableFormat.Delimiter;

/**
 * A profile laid over the columns of one file: every column it names found, or refused with a
 * sentence. Column indices count from 0; -1 is none.
 *
 * @param names of the columns, empty texts where the file has none
 * @param timeColumn -1 when rows follow each other at a rate
 * @param channelColumns of all streams one after the other, in the order of the profile
 * @param ignored the columns that nothing takes, for people
 * @param rateHz the declared rate; 0 when it has to be measured
 */
record TableLayout(
    String file,
    TableProfile profile,
    Delimiter delimiter,
    List<String> names,
    int timeColumn,
    int counterColumn,
    int startColumn,
    List<Integer> channelColumns,
    List<String> ignored,
    double rateHz) {

  private static final int MAX_SHOWN = 12;

  int columns() {
    return names.size();
  }

  Place place(long line, int column) {
    return new Place(file, line, column + 1, names.get(column));
  }

  /**
   * Finds the profile's columns in the first bytes of a file.
   *
   * @throws IOException when the profile does not fit, saying why
   */
  static TableLayout of(String file, byte[] head, TableProfile profile) throws IOException {
    try {
      return withItsDelimiter(file, head, profile);
    } catch (IOException unfit) {
      throw OtherDelimiter.of(file, head, profile)
          .map(sentence -> new IOException(sentence, unfit))
          .orElse(unfit);
    }
  }

  /** The same, whatever else would cut the file better. */
  static TableLayout withItsDelimiter(String file, byte[] head, TableProfile profile)
      throws IOException {
    TableFormat format = profile.format();
    LineReader lines = new LineReader(new ByteArrayInputStream(head), file);
    TopOfFile top = TopOfFile.read(lines, format);
    if (format.header() && top.headerLine() == 0) {
      throw new IOException(file + ": has no header line and no rows. Export it again.");
    }
    byte[] comment = TopOfFile.commentOf(format);
    boolean row = lines.next();
    while (row && (lines.isBlank() || TopOfFile.isComment(lines, comment))) {
      row = lines.next();
    }
    if (!row) {
      throw new IOException(
          file
              + ": has no rows of numbers"
              + (format.header() ? " after the header in line " + top.headerLine() : "")
              + ". Export it again.");
    }
    TopOfFile.HeaderBytes first =
        new TopOfFile.HeaderBytes(Arrays.copyOfRange(lines.bytes(), lines.start(), lines.end()));
    Delimiter delimiter =
        DelimiterGuess.of(file, format, format.header() ? top.header() : first, first);
    return new Finder(file, profile, delimiter, names(file, format, delimiter, top, first))
        .layout(top);
  }

  private static List<String> names(
      String file,
      TableFormat format,
      Delimiter delimiter,
      TopOfFile top,
      TopOfFile.HeaderBytes first)
      throws IOException {
    CellSplitter splitter = new CellSplitter(delimiter);
    int count = (format.header() ? top.header() : first).split(splitter);
    if (count > CellSplitter.MAX_COLUMNS) {
      throw new IOException(
          file + ": has " + count + " columns, more than " + CellSplitter.MAX_COLUMNS + ".");
    }
    if (count > 1 && splitter.isEmpty(count - 1)) {
      count--; // a delimiter at the end of each line
    }
    if (format.columns() > 0 && format.columns() != count) {
      throw new IOException(
          new Place(file, Math.max(1, top.headerLine()))
              + ": found "
              + count
              + " columns, but the profile expects "
              + format.columns()
              + ". Is it the right profile, and the right delimiter?");
    }
    List<String> names = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      names.add(format.header() ? splitter.text(c) : "");
    }
    return List.copyOf(names);
  }

  private static double rate(String file, TableProfile profile, TopOfFile top) throws IOException {
    if (profile.time() instanceof TimeRule.ByRate fixed) {
      return fixed.rateHz();
    }
    if (profile.time() instanceof TimeRule.ByColumn timed) {
      return timed.rateHz().orElse(0);
    }
    String text = ((TimeRule.ByHeaderLine) profile.time()).text();
    Pattern pattern = Pattern.compile(Pattern.quote(text) + "\\s*([0-9]+(?:\\.[0-9]+)?)");
    for (String line : top.passedOver()) {
      Matcher found = pattern.matcher(line);
      if (found.find()) {
        double rateHz = Double.parseDouble(found.group(1));
        if (rateHz >= RateProbe.LOWEST_HZ && rateHz <= RateProbe.HIGHEST_HZ) {
          return rateHz;
        }
      }
    }
    throw new IOException(
        file
            + ": no line above the header says \""
            + text
            + "\" with a rate in Hz after it. Write the rate into the profile (time: rate: 100).");
  }

  /** Looks columns up and keeps book of which are used. */
  private static final class Finder {
    private final String file;
    private final TableProfile profile;
    private final Delimiter delimiter;
    private final List<String> names;
    private final boolean[] used;

    Finder(String file, TableProfile profile, Delimiter delimiter, List<String> names) {
      this.file = file;
      this.profile = profile;
      this.delimiter = delimiter;
      this.names = names;
      this.used = new boolean[names.size()];
    }

    TableLayout layout(TopOfFile top) throws IOException {
      int time = profile.time() instanceof TimeRule.ByColumn timed ? find(timed.column()) : -1;
      Optional<CounterRule> counter = profile.counter();
      int counterColumn = counter.isPresent() ? find(counter.get().column()) : -1;
      Optional<TableProfile.StartRule> start = profile.start();
      int startColumn = start.isPresent() ? find(start.get().column()) : -1;
      List<Integer> channels = new ArrayList<>();
      for (StreamRule stream : profile.streams()) {
        for (StreamRule.ChannelRule channel : stream.channels()) {
          int column = find(channel.column());
          if (channels.contains(column)) {
            throw unfit("takes the column " + channel.column() + " twice");
          }
          channels.add(column);
        }
      }
      List<String> ignored = new ArrayList<>();
      for (int c = 0; c < names.size(); c++) {
        if (!used[c]) {
          ignored.add(names.get(c).isEmpty() ? "column " + (c + 1) : names.get(c));
        }
      }
      return new TableLayout(
          file,
          profile,
          delimiter,
          names,
          time,
          counterColumn,
          startColumn,
          List.copyOf(channels),
          List.copyOf(ignored),
          rate(file, profile, top));
    }

    private int find(ColumnRef ref) throws IOException {
      int found =
          ref instanceof ColumnRef.Named named
              ? byName(named.name())
              : ((ColumnRef.Numbered) ref).number() - 1;
      if (found >= names.size()) {
        throw unfit(
            "needs column number " + (found + 1) + ", but there are " + names.size() + " columns");
      }
      used[found] = true;
      return found;
    }

    private int byName(String name) throws IOException {
      if (!profile.format().header()) {
        throw unfit("names the column \"" + name + "\" of a table without header; use its number");
      }
      int first = names.indexOf(name);
      if (first < 0) {
        throw unfit(
            "needs the column \"" + name + "\", which the header does not have" + nearest(name));
      }
      if (names.lastIndexOf(name) != first) {
        throw unfit(
            "needs the column \""
                + name
                + "\", which the header has twice (columns "
                + (first + 1)
                + " and "
                + (names.lastIndexOf(name) + 1)
                + "); use its number");
      }
      return first;
    }

    private String nearest(String name) {
      String wanted = simplified(name);
      for (String candidate : names) {
        if (simplified(candidate).equals(wanted)) {
          return "; it has " + Place.quoted(candidate);
        }
      }
      List<String> shown = names.stream().limit(MAX_SHOWN).map(Place::shortened).toList();
      return "; it has "
          + String.join(", ", shown)
          + (names.size() > MAX_SHOWN ? " and " + (names.size() - MAX_SHOWN) + " more" : "");
    }

    private static String simplified(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private IOException unfit(String sentence) {
      return new IOException(
          file
              + ": the profile "
              + profile.name()
              + " does not fit: it "
              + sentence
              + ". It is for: "
              + purpose(profile.about())
              + ". Choose another profile or correct this one (docs/table-profiles.md).");
    }

    /** The first words of what the profile says of itself. */
    private static String purpose(String about) {
      String sentence = about.strip().replaceAll("\\s+", " ").replaceFirst("[,.;] .*|\\.$", "");
      return Place.shortened(sentence.isEmpty() ? "files of its own kind" : sentence);
    }
  }
}
