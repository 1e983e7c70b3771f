package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.table.TableProfile;
import org.plumbline.device.table.TableSource;
import org.plumbline.device.table.TableSummary;

/**
 * One stream of a table in memory, SI units, row by row; rows the reader rejected are not in it.
 */
final class SensorTable {
  private final StreamDescriptor descriptor;
  private final double[] values;
  private final long[] indices;
  private final long[] ticks;
  private final int size;
  private final int rejected;

  private SensorTable(
      StreamDescriptor descriptor,
      double[] values,
      long[] indices,
      long[] ticks,
      int size,
      int rejected) {
    this.descriptor = descriptor;
    this.values = values;
    this.indices = indices;
    this.ticks = ticks;
    this.size = size;
    this.rejected = rejected;
  }

  /**
   * Reads one stream of a file to its end.
   *
   * @param stream name of the stream in the profile
   * @throws IOException when the file cannot be read, is not what the profile says, or is empty
   */
  static SensorTable read(Path file, TableProfile profile, String stream) throws IOException {
    Builder builder = new Builder(stream);
    TableSummary summary;
    try (TableSource source = TableSource.open(file, profile, "S", "validation")) {
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        builder.take(next.get());
        next = source.next();
      }
      summary = source.summary();
    }
    if (summary.interrupted()) {
      throw new IOException(Texts.get("validate.breaks-off", file));
    }
    return builder
        .table((int) summary.rejectedRows())
        .orElseThrow(() -> new IOException(Texts.get("validate.no-samples", file, stream)));
  }

  int size() {
    return size;
  }

  /** Rows of the file that became no samples, for example a packet written twice. */
  int rejected() {
    return rejected;
  }

  StreamDescriptor descriptor() {
    return descriptor;
  }

  double rateHz() {
    return descriptor.nominalRateHz();
  }

  /** Counts samples at the converter, also lost ones. */
  long index(int row) {
    return indices[row];
  }

  /** Device time of a row. */
  long ticks(int row) {
    return ticks[row];
  }

  double value(int row, int channel) {
    return values[row * descriptor.channels().size() + channel];
  }

  /** Columns x, y, z of a quantity. */
  int[] columns(Quantity quantity) {
    return new int[] {
      descriptor.channelIndex(quantity, Axis.X),
      descriptor.channelIndex(quantity, Axis.Y),
      descriptor.channelIndex(quantity, Axis.Z)
    };
  }

  /** Writes the values of some columns. */
  void read(int row, int[] columns, double[] into, int at) {
    for (int i = 0; i < columns.length; i++) {
      into[at + i] = value(row, columns[i]);
    }
  }

  /** Writes gyroscope x y z (rad/s) and accelerometer x y z (m/s2) of a row. */
  void imu(int row, double[] into) {
    read(row, columns(Quantity.ANGULAR_RATE), into, 0);
    read(row, columns(Quantity.ACCELERATION), into, 3);
  }

  private static final class Builder {
    private final String stream;
    private Optional<StreamDescriptor> descriptor = Optional.empty();
    private double[] values = new double[1 << 16];
    private long[] indices = new long[1 << 12];
    private long[] ticks = new long[1 << 12];
    private int size;

    private Builder(String stream) {
      this.stream = stream;
    }

    private void take(SessionEvent event) {
      if (event instanceof Described described && described.stream().name().equals(stream)) {
        descriptor = Optional.of(described.stream());
      } else if (event instanceof Samples samples
          && descriptor.isPresent()
          && samples.stream() == descriptor.get().id()) {
        add(samples, descriptor.get());
      }
    }

    private void add(Samples samples, StreamDescriptor of) {
      int channels = samples.channels();
      while ((size + samples.size()) * channels > values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      while (size + samples.size() > indices.length) {
        indices = Arrays.copyOf(indices, 2 * indices.length);
        ticks = Arrays.copyOf(ticks, 2 * ticks.length);
      }
      for (int i = 0; i < samples.size(); i++, size++) {
        indices[size] = samples.firstIndex() + i;
        ticks[size] = samples.deviceTicks(i);
        for (int c = 0; c < channels; c++) {
          values[size * channels + c] =
              samples.raw(i, c) * of.channels().get(c).scale() + of.channels().get(c).offset();
        }
      }
    }

    private Optional<SensorTable> table(int rejected) {
      return size == 0
          ? Optional.empty()
          : descriptor.map(of -> new SensorTable(of, values, indices, ticks, size, rejected));
    }
  }
}
