package org.plumbline.device.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plumbline.device.log.Operator;

/** One thing a device said, or bytes that could not be read as such. */
public sealed interface Message {

  /** Host monotonic time at which the last byte of it arrived. */
  long arrivalNanos();

  /** Calls the one method of {@code handler} that is for this kind of message. */
  void dispatchTo(Handler handler);

  /** One method per kind of message, so that a forgotten kind does not compile. */
  interface Handler {
    void data(Data message);

    void description(Description message);

    void deviceTime(DeviceTime message);

    void deviceEvent(DeviceEvent message);

    void status(Status message);

    void reply(Reply message);

    void damaged(Damaged message);
  }

  /**
   * Consecutive samples of one stream.
   *
   * <p>Row-major: channel {@code c} of sample {@code i} at {@code i * channels + c}. The array is
   * handed over: the decoder never touches it again, so {@link
   * org.plumbline.device.log.Samples#ofCounts} may own it.
   */
  final class Data implements Message {
    /** The device threw samples away before this frame; the index says how many. */
    public static final int OVERRUN = 1;

    /** A value of this frame is at the end of its range. */
    public static final int SATURATED = 2;

    /** Level of the device's synchronisation input at the first sample. */
    public static final int SYNC_INPUT = 4;

    /** The device's clock was set or restarted since the last frame of this stream. */
    public static final int TIME_STEPPED = 8;

    private static final int[] NO_COUNTS = {};
    private static final double[] NO_VALUES = {};

    private final long arrivalNanos;
    private final int stream;
    private final long sampleIndex;
    private final long deviceMicros;
    private final int flags;
    private final int channels;
    private final int[] counts;
    private final double[] values;

    private Data(
        long arrivalNanos,
        int stream,
        long sampleIndex,
        long deviceMicros,
        int flags,
        int channels,
        int[] counts,
        double[] values) {
      int numbers = Math.max(counts.length, values.length);
      if (channels < 1 || numbers == 0 || numbers % channels != 0) {
        throw new IllegalArgumentException(
            "stream " + stream + ": " + numbers + " values in " + channels + " channels");
      }
      if ((sampleIndex | deviceMicros) >>> 32 != 0) {
        throw new IllegalArgumentException(
            "stream " + stream + ": index " + sampleIndex + ", " + deviceMicros + " us not u32");
      }
      this.arrivalNanos = arrivalNanos;
      this.stream = stream;
      this.sampleIndex = sampleIndex;
      this.deviceMicros = deviceMicros;
      this.flags = flags;
      this.channels = channels;
      this.counts = counts;
      this.values = values;
    }

    /** Samples as integer counts. */
    public static Data ofCounts(
        long arrivalNanos,
        int stream,
        long sampleIndex,
        long deviceMicros,
        int flags,
        int channels,
        int[] counts) {
      return new Data(
          arrivalNanos, stream, sampleIndex, deviceMicros, flags, channels, counts, NO_VALUES);
    }

    /** Samples as numbers, NaN where missing. */
    public static Data ofValues(
        long arrivalNanos,
        int stream,
        long sampleIndex,
        long deviceMicros,
        int flags,
        int channels,
        double[] values) {
      return new Data(
          arrivalNanos, stream, sampleIndex, deviceMicros, flags, channels, NO_COUNTS, values);
    }

    @Override
    public long arrivalNanos() {
      return arrivalNanos;
    }

    /** The device's own id of the stream, 1 to {@value DeviceDescription#MAX_STREAM_ID}. */
    public int stream() {
      return stream;
    }

    /** Index at the converter of the first sample, modulo 2^32. */
    public long sampleIndex() {
      return sampleIndex;
    }

    /** Device time of the first sample in microseconds, modulo 2^32. */
    public long deviceMicros() {
      return deviceMicros;
    }

    /** {@link #OVERRUN}, {@link #SATURATED}, {@link #SYNC_INPUT}, {@link #TIME_STEPPED}. */
    public int flags() {
      return flags;
    }

    /** Whether any bit of {@code flag} is set. */
    public boolean has(int flag) {
      return (flags & flag) != 0;
    }

    public int channels() {
      return channels;
    }

    /** How many samples. */
    public int size() {
      return Math.max(counts.length, values.length) / channels;
    }

    /** Whether {@link #counts} holds the samples, else {@link #values}. */
    public boolean isCounts() {
      return counts.length > 0;
    }

    /** The array itself; empty for numbers. */
    public int[] counts() {
      return counts;
    }

    /** The array itself; empty for counts. */
    public double[] values() {
      return values;
    }

    @Override
    public void dispatchTo(Handler handler) {
      handler.data(this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Data that
          && arrivalNanos == that.arrivalNanos
          && stream == that.stream
          && sampleIndex == that.sampleIndex
          && deviceMicros == that.deviceMicros
          && flags == that.flags
          && channels == that.channels
          && Arrays.equals(counts, that.counts)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(sampleIndex) * 31 + stream;
    }

    @Override
    public String toString() {
      return "Data[stream=" + stream + ", index=" + sampleIndex + ", size=" + size() + "]";
    }
  }

  /**
   * What the device has said about itself so far; comes again every few seconds, mostly unchanged.
   *
   * @param device with the streams that are described already
   * @param complete whether these are all its streams
   */
  record Description(long arrivalNanos, DeviceDescription device, boolean complete)
      implements Message {
    @Override
    public void dispatchTo(Handler handler) {
      handler.description(this);
    }
  }

  /**
   * The device's clock, unwrapped, and the four stamps of a round trip.
   *
   * @param request id of the request it answers, 0 when the device spoke unasked
   * @param hostNanos the stamp of the request, sent back by the device; 0 when unasked
   * @param receivedMicros device time when the request arrived; {@code sentMicros} when unasked
   * @param sentMicros device time when this message was sent
   */
  record DeviceTime(
      long arrivalNanos, int request, long hostNanos, long receivedMicros, long sentMicros)
      implements Message {
    @Override
    public void dispatchTo(Handler handler) {
      handler.deviceTime(this);
    }
  }

  /**
   * A button, a marker or a message of the device.
   *
   * @param number counts the device's events, modulo 65536
   * @param deviceMicros when it happened, modulo 2^32
   * @param rawCode as sent; {@code code} is OTHER where this version does not know it
   * @param text at most 200 bytes, no control characters, may be empty
   */
  record DeviceEvent(
      long arrivalNanos, int number, long deviceMicros, EventCode code, int rawCode, String text)
      implements Message {
    @Override
    public void dispatchTo(Handler handler) {
      handler.deviceEvent(this);
    }
  }

  /** What a {@link DeviceEvent} means. */
  enum EventCode {
    /** The device has started: its clock and all its counters begin again. */
    BOOT(0),
    /** Free text for the log. */
    NOTE(1),
    MARK(2),
    SET_START(3),
    SET_STOP(4),
    PAIN_STOP(5),
    /** A movement of the set-up is asked for; the text is the id of the step. */
    SETUP(6),
    /** Known to a later version. */
    OTHER(-1);

    private final int number;

    EventCode(int number) {
      this.number = number;
    }

    /** The code on the wire; -1 for {@link #OTHER}. */
    public int number() {
      return number;
    }

    /** The code with this number, else {@link #OTHER}. */
    public static EventCode of(int number) {
      for (EventCode code : values()) {
        if (code.number == number && code != OTHER) {
          return code;
        }
      }
      return OTHER;
    }

    /** What the operator would have pressed. */
    public Optional<Operator.Action> action() {
      return switch (this) {
        case MARK -> Optional.of(Operator.Action.MARK);
        case SET_START -> Optional.of(Operator.Action.SET_START);
        case SET_STOP -> Optional.of(Operator.Action.SET_STOP);
        case PAIN_STOP -> Optional.of(Operator.Action.PAIN_STOP);
        case SETUP -> Optional.of(Operator.Action.SETUP);
        case BOOT, NOTE, OTHER -> Optional.empty();
      };
    }
  }

  /**
   * How the device is, once a second.
   *
   * @param deviceMicros when, modulo 2^32
   * @param fifoHighWaterPercent fullest its send buffer was since the last status
   * @param temperatureCelsius NaN when the device does not measure it
   * @param batteryPercent empty when the device does not know it
   * @param dropped streams whose samples the device threw away, with the totals since it started
   */
  record Status(
      long arrivalNanos,
      long deviceMicros,
      int fifoHighWaterPercent,
      double temperatureCelsius,
      OptionalInt batteryPercent,
      List<Dropped> dropped)
      implements Message {

    /**
     * Samples that were taken and thrown away by the device.
     *
     * @param samples since the device started, modulo 2^32
     */
    public record Dropped(int stream, long samples) {}

    public Status {
      dropped = List.copyOf(dropped);
    }

    @Override
    public void dispatchTo(Handler handler) {
      handler.status(this);
    }
  }

  /**
   * The answer to a command.
   *
   * @param request id of the command
   * @param text for people, may be empty
   */
  record Reply(long arrivalNanos, int request, Result result, String text) implements Message {

    /** How it went. */
    public enum Result {
      OK(0),
      /** The device does not know this command. */
      UNKNOWN_COMMAND(1),
      /** It knows the command but not with these values. */
      BAD_ARGUMENT(2),
      /** Not now. */
      BUSY(3),
      /** It tried and could not. */
      FAILED(4);

      private final int number;

      Result(int number) {
        this.number = number;
      }

      /** The result on the wire. */
      public int number() {
        return number;
      }

      /** The result with this number. */
      public static Optional<Result> of(int number) {
        return Arrays.stream(values()).filter(result -> result.number == number).findFirst();
      }
    }

    @Override
    public void dispatchTo(Handler handler) {
      handler.reply(this);
    }
  }

  /**
   * Bytes that came and are no message.
   *
   * @param bytes how many, delimiters not counted
   * @param reason a sentence for people
   */
  record Damaged(long arrivalNanos, long bytes, Kind kind, String reason) implements Message {

    /** What is wrong, for counting. */
    public enum Kind {
      /** Text, noise or a fragment: not framed at all. */
      NOT_A_FRAME,
      CHECKSUM,
      /** No end within the longest frame there is. */
      TOO_LONG,
      /** The link went in the middle of a frame. */
      TRUNCATED,
      UNKNOWN_VERSION,
      UNKNOWN_KIND,
      /** Arrived unharmed, but its content is impossible: an error of the firmware. */
      MALFORMED,
      /** Data of a stream whose description has not arrived. */
      UNDESCRIBED
    }

    public Damaged {
      if (bytes < 1) {
        throw new IllegalArgumentException(bytes + " bytes damaged");
      }
    }

    @Override
    public void dispatchTo(Handler handler) {
      handler.damaged(this);
    }
  }
}
