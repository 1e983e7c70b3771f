package org.plumbline.device.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;

/** A whole log in memory, with the questions tests ask about it. */
final class LogCollector {
  final List<SessionEvent> events = new ArrayList<>();
  final TableSummary summary;
  private final List<String> columnNames;

  private LogCollector(TableSource source) throws IOException {
    columnNames = source.columnNames();
    for (var event = source.next(); event.isPresent(); event = source.next()) {
      events.add(event.get());
    }
    summary = source.summary();
  }

  static LogCollector read(Path file, TableProfile profile) throws IOException {
    return read(file, profile, 100_000_000L);
  }

  static LogCollector read(Path file, TableProfile profile, long blockNanos) throws IOException {
    try (TableSource source = TableSource.open(file, profile, "S01", "test", blockNanos)) {
      return new LogCollector(source);
    }
  }

  <T extends SessionEvent> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Started started() {
    return (Started) events.get(0);
  }

  StreamDescriptor stream(int id) {
    return all(Described.class).stream()
        .map(Described::stream)
        .filter(s -> s.id() == id)
        .findFirst()
        .orElseThrow();
  }

  /** 0-based columns of the file that the channels of a stream were taken from, by name. */
  int[] columnsOf(int stream) {
    return stream(stream).channels().stream()
        .map(Channel::name)
        .mapToInt(
            name ->
                name.startsWith("column ")
                    ? Integer.parseInt(name.substring(7)) - 1
                    : columnNames.indexOf(name))
        .toArray();
  }

  /** Sentences of the rejections, in order. */
  List<String> rejections() {
    return all(Rejected.class).stream().map(Rejected::reason).toList();
  }

  boolean hasEnded() {
    return !all(Ended.class).isEmpty();
  }

  long lost(int stream) {
    return all(Lost.class).stream().filter(l -> l.stream() == stream).mapToLong(Lost::count).sum();
  }

  /** One line per sample: index, ticks, session time and values, bit for bit. */
  List<String> samples(int stream) {
    List<String> lines = new ArrayList<>();
    for (Samples block : all(Samples.class)) {
      for (int i = 0; block.stream() == stream && i < block.size(); i++) {
        StringBuilder line = new StringBuilder();
        line.append(block.firstIndex() + i).append(' ');
        line.append(block.deviceTicks(i)).append(' ').append(block.sessionNanos(i));
        for (int c = 0; c < block.channels(); c++) {
          line.append(' ').append(block.raw(i, c));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
