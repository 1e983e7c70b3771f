package org.plumbline.device.recording;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/** Events from bytes of the schema {@code session-log.avsc}: the mirror of {@link EventEncoder}. */
final class EventDecoder {
  /** Fewest bytes of a channel: two empty texts, two enumerations, two doubles and a number. */
  private static final int CHANNEL_BYTES = 21;

  private static final int LONGEST_MESSAGE = 300;

  private final AvroInput in;
  private long description = -1;

  EventDecoder(AvroInput in) {
    this.in = in;
  }

  /** The next event. */
  SessionEvent decode() throws Malformed {
    try {
      return decode(in.readEnum(Branch.values()));
    } catch (IllegalArgumentException e) {
      throw new Malformed(shortened(String.valueOf(e.getMessage())));
    }
  }

  /** Number of the description that the samples decoded last go by. */
  long description() {
    return description;
  }

  /** A stranger's text is quoted in the message, however long it is. */
  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "...";
  }

  private SessionEvent decode(Branch branch) throws Malformed {
    return switch (branch) {
      case BLOCK -> throw new Malformed("a block begins inside a block");
      case STARTED ->
          new Started(
              in.readString(), in.readLong(), in.readLong(), in.readString(), in.readString());
      case DESCRIBED -> new Described(in.readLong(), descriptor());
      case SAMPLES -> samples();
      case LOST ->
          new Lost(
              in.readLong(),
              in.readInt(),
              in.readLong(),
              in.readLong(),
              in.readEnum(Lost.Cause.values()));
      case REJECTED -> new Rejected(in.readLong(), in.readString(), in.readLong(), in.readString());
      case CLOCK_LINE ->
          new ClockLine(in.readLong(), in.readInt(), in.readLong(), in.readLong(), in.readDouble());
      case TICK -> new Tick(in.readLong());
      case OPERATOR ->
          new Operator(
              in.readLong(),
              in.readEnum(Operator.Action.values()),
              in.readDouble(),
              in.readString());
      case CONTEXT_APPLIED ->
          new ContextApplied(in.readLong(), in.readString(), in.readString(), in.readString());
      case ENDED -> new Ended(in.readLong(), in.readString());
    };
  }

  private StreamDescriptor descriptor() throws Malformed {
    return new StreamDescriptor(
        in.readInt(),
        in.readString(),
        in.readString(),
        in.readEnum(StreamDescriptor.Origin.values()),
        in.readDouble(),
        in.readLong(),
        in.readLong(),
        channels());
  }

  private List<Channel> channels() throws Malformed {
    List<Channel> channels = new ArrayList<>();
    int most = StreamDescriptor.MAX_CHANNELS;
    for (int more = in.readItemCount(most, CHANNEL_BYTES);
        more > 0;
        more = in.readItemCount(most - channels.size(), CHANNEL_BYTES)) {
      for (int i = 0; i < more; i++) {
        channels.add(
            new Channel(
                in.readString(),
                in.readEnum(Quantity.values()),
                in.readEnum(Axis.values()),
                Location.parse(in.readString()),
                in.readDouble(),
                in.readDouble(),
                in.readLong()));
      }
    }
    return channels;
  }

  private Samples samples() throws Malformed {
    long atNanos = in.readLong();
    int stream = in.readInt();
    description = in.readLong();
    long firstIndex = in.readLong();
    int channels = in.readInt();
    if (channels < 1 || channels > StreamDescriptor.MAX_CHANNELS) {
      throw new Malformed("stream " + stream + ": samples of " + channels + " channels");
    }
    long firstTicks = in.readLong();
    long tickStep = in.readLong();
    long[] tickExtras = in.readLongs(RecordingFormat.MAX_SAMPLES);
    TimeCoding.Line line = new TimeCoding.Line(in.readLong(), in.readLong(), in.readDouble());
    long[] nanoExtras = in.readLongs(RecordingFormat.MAX_SAMPLES);
    int[] counts = in.readInts(RecordingFormat.MAX_VALUES);
    double[] values = in.readDoubles(RecordingFormat.MAX_VALUES);

    int size = sampleCount(stream, channels, counts.length, values.length);
    if (tickExtras.length > size || nanoExtras.length > size) {
      throw new Malformed("stream " + stream + ": more times than samples");
    }
    long[] ticks = TimeCoding.toTicks(firstTicks, tickStep, tickExtras, size);
    long[] nanos = TimeCoding.toNanos(ticks, line, nanoExtras);
    return counts.length > 0
        ? Samples.ofCounts(stream, atNanos, firstIndex, channels, ticks, nanos, counts)
        : Samples.ofValues(stream, atNanos, firstIndex, channels, ticks, nanos, values);
  }

  private static int sampleCount(int stream, int channels, int counts, int values)
      throws Malformed {
    int total = Math.max(counts, values);
    int size = total / channels;
    if ((counts > 0) == (values > 0)
        || total % channels != 0
        || size > RecordingFormat.MAX_SAMPLES) {
      throw new Malformed(
          "stream "
              + stream
              + ": "
              + counts
              + " counts and "
              + values
              + " doubles are not the samples of "
              + channels
              + " channels");
    }
    return size;
  }
}
