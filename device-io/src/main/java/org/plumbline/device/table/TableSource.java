package org.plumbline.device.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.device.log.Tick;

/**
 * A delimited text file as a session log.
 *
 * <p>Session time zero is the first row; {@code atNanos} is data time. Values are the file's own
 * numbers, the channel's scale makes them SI; device ticks are nanoseconds of the time column, or
 * index over rate where there is none. Memory does not grow with the file. One thread reads it.
 *
 * <p>A row that cannot be true is rejected with a sentence and the log goes on; a file that the
 * profile does not describe, or of which more than a tenth is rejected, is an {@link IOException}.
 * A file that breaks off ends without {@link Ended}. {@code docs/table-profiles.md} lists every
 * defect.
 */
public final class TableSource implements SessionSource {
  private static final int MAX_IGNORED_SHOWN = 20;

  private final TableInput input;
  private final TableLayout layout;
  private final double measuredRateHz;
  private final ArrayDeque<SessionEvent> queue = new ArrayDeque<>();
  private final RowSequence rows;

  private TableSource(TableInput input, TableLayout layout, double measuredRateHz, long blockNanos)
      throws IOException {
    this.input = input;
    this.layout = layout;
    this.measuredRateHz = measuredRateHz;
    double rateHz = RateProbe.forHoles(layout.rateHz(), measuredRateHz);
    this.rows =
        new RowSequence(
            layout,
            new LineReader(input.text(), input.name()),
            new RowClock(layout.profile(), rateHz),
            new BlockWriter(layout, blockNanos, queue));
  }

  /**
   * Opens a table.
   *
   * @param subject a subject code, never a name
   * @param software program and version, for the log
   * @throws IOException when it cannot be read or the profile does not fit, with a message for the
   *     user
   */
  public static TableSource open(Path file, TableProfile profile, String subject, String software)
      throws IOException {
    return open(file, profile, subject, software, Tick.PERIOD_NANOS);
  }

  static TableSource open(
      Path file, TableProfile profile, String subject, String software, long blockNanos)
      throws IOException {
    Started.requireSubjectCode(subject);
    TableInput input = TableInput.open(file);
    try {
      TableLayout layout = TableLayout.of(input.name(), input.head(), profile);
      requirePlaced(input.name(), profile);
      double measuredRateHz = RateProbe.measure(layout, input.head());
      TableSource source = new TableSource(input, layout, measuredRateHz, blockNanos);
      source.begin(subject, software);
      return source;
    } catch (IOException unfit) {
      input.close();
      throw input.blame(unfit);
    } catch (RuntimeException unfit) {
      input.close();
      throw unfit;
    }
  }

  private static void requirePlaced(String file, TableProfile profile) throws IOException {
    if (!profile.streamsToPlace().isEmpty()) {
      throw new IOException(
          file
              + ": the profile "
              + profile.name()
              + " cannot know where "
              + String.join(", ", profile.streamsToPlace())
              + " was worn. Say it, for example --place "
              + profile.streamsToPlace().get(0)
              + "=left-thigh.");
    }
  }

  private void begin(String subject, String software) throws IOException {
    rows.readFirst();
    queue.add(new Started(subject, rows.startUtcMillis(), 0, software, origin(layout)));
    int id = 1;
    for (StreamRule rule : layout.profile().streams()) {
      queue.add(new Described(0, descriptor(id++, rule)));
    }
  }

  private StreamDescriptor descriptor(int id, StreamRule rule) {
    double rowRateHz = layout.rateHz() > 0 ? layout.rateHz() : measuredRateHz;
    List<Channel> channels = new ArrayList<>();
    for (StreamRule.ChannelRule channel : rule.channels()) {
      int column = layout.channelColumns().get(firstChannel(id) + channels.size());
      String name = layout.names().get(column);
      channels.add(
          new Channel(
              name.isEmpty() ? "column " + (column + 1) : name,
              channel.quantity(),
              channel.axis(),
              channel.location().or(rule::location).orElseGet(Location.Unplaced::new),
              channel.scale(),
              channel.offset(),
              channel.latencyNanos()));
    }
    return new StreamDescriptor(
        id,
        rule.name(),
        rule.device(),
        Origin.MEASURED,
        rule.rateHz().orElse(rowRateHz),
        1_000_000_000L,
        StreamDescriptor.DEFAULT_LATENESS_NANOS,
        channels);
  }

  private int firstChannel(int streamId) {
    return layout.profile().streams().stream()
        .limit(streamId - 1L)
        .mapToInt(s -> s.channels().size())
        .sum();
  }

  private static String origin(TableLayout layout) {
    List<String> ignored = layout.ignored();
    String shown =
        String.join(", ", ignored.stream().limit(MAX_IGNORED_SHOWN).map(Place::shortened).toList());
    int more = ignored.size() - MAX_IGNORED_SHOWN;
    return "table "
        + Place.shortened(layout.file())
        + ", profile "
        + layout.profile().name()
        + (ignored.isEmpty() ? "" : ", columns not used: " + shown)
        + (more > 0 ? " and " + more + " more" : "");
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    try {
      while (queue.isEmpty() && rows.advance()) {
        // until there is an event or the file has ended
      }
    } catch (IOException unfit) {
      throw input.blame(unfit);
    }
    return Optional.ofNullable(queue.poll());
  }

  @Override
  public double progress() {
    return input.progress(rows.bytesRead());
  }

  /** What became of the rows so far. */
  public TableSummary summary() {
    return rows.summary(measuredRateHz);
  }

  /** Names of the file's columns in their order, empty texts where it has none. */
  public List<String> columnNames() {
    return layout.names();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
