package org.plumbline.device.protocol;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.device.protocol.Message.Damaged;
import org.plumbline.device.protocol.Message.DeviceEvent;

/**
 * The host's end of the Plumbline wire protocol (docs/wire-protocol.md).
 *
 * <p>Data of a stream can be read only after its description, and only while the layout tag of the
 * frame fits it; until then they are {@link Damaged.Kind#UNDESCRIBED}. A frame of samples costs one
 * message and one array.
 */
public final class PlumblineFrameDecoder implements FrameDecoder {
  /** A device repeats an event within 200 ms; nobody presses 16 times in that. */
  private static final int REMEMBERED_EVENTS = 16;

  /**
   * A repeat comes this soon, even over a link that stalls. Later it is another event: a device
   * that starts again announces that with the same number and perhaps at the same device time.
   */
  private static final long REPEAT_WITHIN_NANOS = 2_000_000_000L;

  private static final long NO_EVENT = -1;

  private final CobsFraming framing = new CobsFraming();
  private final Descriptions descriptions = new Descriptions();
  private final long[] recentEvents = new long[REMEMBERED_EVENTS];
  private final long[] recentArrivals = new long[REMEMBERED_EVENTS];
  private int nextRecentEvent;

  private long totalBytes;
  private long frames;
  private long repeats;
  private long damaged;
  private long discardedBytes;
  private long undescribed;

  /** A decoder that knows no stream yet. */
  public PlumblineFrameDecoder() {
    Arrays.fill(recentEvents, NO_EVENT);
  }

  @Override
  public void decode(
      byte[] bytes, int offset, int length, long arrivalNanos, Consumer<? super Message> out) {
    int end = offset + length;
    int at = offset;
    while (at < end) {
      at = framing.read(bytes, at, end);
      handOn(arrivalNanos, out);
    }
    totalBytes += length;
  }

  @Override
  public void end(long arrivalNanos, Consumer<? super Message> out) {
    framing.end();
    handOn(arrivalNanos, out);
    descriptions.forget();
    Arrays.fill(recentEvents, NO_EVENT);
  }

  @Override
  public DecoderCounts counts() {
    return new DecoderCounts(totalBytes, frames, repeats, damaged, discardedBytes, undescribed);
  }

  private void handOn(long arrivalNanos, Consumer<? super Message> out) {
    switch (framing.found()) {
      case NOTHING -> {}
      case DAMAGE -> damaged(arrivalNanos, framing.damage(), framing.reason(), out);
      case FRAME -> {
        try {
          frame(framing.frame(), framing.frameLength(), arrivalNanos, out);
        } catch (MalformedFrameException e) {
          damaged(arrivalNanos, Damaged.Kind.MALFORMED, String.valueOf(e.getMessage()), out);
        }
      }
    }
  }

  private void frame(byte[] frame, int length, long arrivalNanos, Consumer<? super Message> out)
      throws MalformedFrameException {
    int kind = LittleEndian.u8(frame, 0) >> 4;
    int version = frame[0] & 0x0F;
    if (version != WireFormat.VERSION) {
      String why =
          "version " + version + " of the protocol, this program reads " + WireFormat.VERSION;
      damaged(arrivalNanos, Damaged.Kind.UNKNOWN_VERSION, why, out);
      return;
    }
    switch (kind) {
      case WireFormat.DATA -> data(frame, length, arrivalNanos, out);
      case WireFormat.DESCRIBE -> describe(frame, length, arrivalNanos, out);
      case WireFormat.TIME -> accept(DeviceFrames.time(frame, length, arrivalNanos), out);
      case WireFormat.EVENT -> event(DeviceFrames.event(frame, length, arrivalNanos), out);
      case WireFormat.STATUS -> status(frame, length, arrivalNanos, out);
      case WireFormat.REPLY -> accept(DeviceFrames.reply(frame, length, arrivalNanos), out);
      case WireFormat.COMMAND ->
          damaged(
              arrivalNanos,
              Damaged.Kind.UNKNOWN_KIND,
              "a command came back: the port echoes what is written to it",
              out);
      default ->
          damaged(arrivalNanos, Damaged.Kind.UNKNOWN_KIND, "frame of unknown kind " + kind, out);
    }
  }

  private void data(byte[] frame, int length, long arrivalNanos, Consumer<? super Message> out)
      throws MalformedFrameException {
    int header = WireFormat.DATA_HEADER_BYTES;
    DeviceFrames.requireLength("DATA", length, header + 1, WireFormat.MAX_FRAME_BYTES);
    int stream = LittleEndian.u8(frame, 1);
    DeviceFrames.requireStream("DATA", stream);
    Descriptions.@Nullable Layout layout = descriptions.layout(stream, LittleEndian.u8(frame, 12));
    if (layout == null) {
      undescribed++;
      String why = "samples of stream " + stream + " before its description";
      damaged(arrivalNanos, Damaged.Kind.UNDESCRIBED, why, out);
      return;
    }
    int samples = LittleEndian.u8(frame, 10);
    int numbers = samples * layout.channels();
    int expected = header + numbers * layout.type().bytes();
    if (samples == 0 || length != expected) {
      throw new MalformedFrameException(
          "DATA of stream "
              + stream
              + ": "
              + length
              + " bytes for "
              + samples
              + " samples of "
              + layout.channels()
              + " channels in "
              + layout.type().id()
              + ", not "
              + expected);
    }
    accept(samples(frame, stream, layout, numbers, arrivalNanos), out);
  }

  private static Message.Data samples(
      byte[] frame, int stream, Descriptions.Layout layout, int numbers, long arrivalNanos) {
    long index = LittleEndian.u32(frame, 2);
    long micros = LittleEndian.u32(frame, 6);
    int flags = LittleEndian.u8(frame, 11);
    if (layout.type().isCounts()) {
      int[] counts = new int[numbers];
      layout.type().read(frame, WireFormat.DATA_HEADER_BYTES, counts);
      return Message.Data.ofCounts(
          arrivalNanos, stream, index, micros, flags, layout.channels(), counts);
    }
    double[] values = new double[numbers];
    SampleType.read(frame, WireFormat.DATA_HEADER_BYTES, values);
    return Message.Data.ofValues(
        arrivalNanos, stream, index, micros, flags, layout.channels(), values);
  }

  private void describe(byte[] frame, int length, long arrivalNanos, Consumer<? super Message> out)
      throws MalformedFrameException {
    DeviceFrames.requireLength(
        "DESCRIBE", length, WireFormat.DESCRIBE_HEADER_BYTES + 1, WireFormat.MAX_FRAME_BYTES);
    DeviceDescription device = descriptions.accept(frame, length);
    accept(new Message.Description(arrivalNanos, device, descriptions.complete()), out);
  }

  private void status(byte[] frame, int length, long arrivalNanos, Consumer<? super Message> out)
      throws MalformedFrameException {
    Message.Status status = DeviceFrames.status(frame, length, arrivalNanos);
    descriptions.keepOnly(DeviceFrames.descriptionChecksum(frame));
    accept(status, out);
  }

  private void event(DeviceEvent event, Consumer<? super Message> out) {
    long identity = (long) event.number() << 32 | event.deviceMicros();
    for (int i = 0; i < REMEMBERED_EVENTS; i++) {
      if (recentEvents[i] == identity
          && event.arrivalNanos() - recentArrivals[i] <= REPEAT_WITHIN_NANOS) {
        repeats++;
        return;
      }
    }
    recentEvents[nextRecentEvent] = identity;
    recentArrivals[nextRecentEvent] = event.arrivalNanos();
    nextRecentEvent = (nextRecentEvent + 1) % REMEMBERED_EVENTS;
    accept(event, out);
  }

  private void accept(Message message, Consumer<? super Message> out) {
    frames++;
    out.accept(message);
  }

  private void damaged(
      long arrivalNanos, Damaged.Kind kind, String reason, Consumer<? super Message> out) {
    damaged++;
    discardedBytes += framing.wireLength();
    out.accept(new Damaged(arrivalNanos, framing.wireLength(), kind, reason));
  }
}
