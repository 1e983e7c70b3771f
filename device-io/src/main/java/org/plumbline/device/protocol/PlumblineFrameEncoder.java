package org.plumbline.device.protocol;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply;
import org.plumbline.device.protocol.Message.Status;

/**
 * The device's end of the Plumbline wire protocol: what a simulator sends, and what a firmware
 * author compares with.
 *
 * <p>Every method returns whole frames, each ended by its zero. One thread.
 */
public final class PlumblineFrameEncoder {
  private final FrameBytes bytes = new FrameBytes();
  private final Map<Integer, StreamDescriptor> streams = new TreeMap<>();
  private final Map<Integer, SampleType> sampleTypes;
  private final List<byte[]> parts;
  private final int descriptionChecksum;

  /**
   * An encoder for one device.
   *
   * @param sampleTypes by stream id, one for every stream
   * @throws IllegalArgumentException when a type is missing or a description does not fit
   */
  public PlumblineFrameEncoder(DeviceDescription device, Map<Integer, SampleType> sampleTypes) {
    this.sampleTypes = new TreeMap<>(sampleTypes);
    for (StreamDescriptor stream : device.streams()) {
      streams.put(stream.id(), stream);
    }
    parts = new DescribeWriter(device, this.sampleTypes).parts();
    CRC32C crc = new CRC32C();
    parts.forEach(crc::update);
    descriptionChecksum = (int) crc.getValue();
  }

  /** The one zero that ends whatever was on the line before: after power-on and after text. */
  public static byte[] delimiter() {
    return new byte[1];
  }

  /** All DESCRIBE frames. */
  public byte[] describe() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int part = 0; part < parts.size(); part++) {
      all.writeBytes(describe(part));
    }
    return all.toByteArray();
  }

  private byte[] describe(int part) {
    byte[] frame = begin(WireFormat.DESCRIBE, 0);
    byte[] json = parts.get(part);
    frame[2] = (byte) part;
    frame[3] = (byte) parts.size();
    LittleEndian.putI32(frame, 4, descriptionChecksum);
    System.arraycopy(json, 0, frame, WireFormat.DESCRIBE_HEADER_BYTES, json.length);
    return bytes.seal(WireFormat.DESCRIBE_HEADER_BYTES + json.length);
  }

  /**
   * A DATA frame of counts.
   *
   * @param counts row-major, channels innermost, 1 to 255 samples
   * @throws IllegalArgumentException when a count does not fit the sample type of the stream
   */
  public byte[] data(int stream, long sampleIndex, long deviceMicros, int flags, int[] counts) {
    SampleType type = type(stream);
    byte[] frame = beginData(stream, type, sampleIndex, deviceMicros, flags, counts.length);
    int at = WireFormat.DATA_HEADER_BYTES;
    for (int count : counts) {
      if (!type.holds(count)) {
        throw new IllegalArgumentException(
            "stream " + stream + ": count " + count + " does not fit in " + type.id());
      }
      type.write(frame, at, count);
      at += type.bytes();
    }
    return bytes.seal(at);
  }

  /** A DATA frame of a stream of {@link SampleType#F32}; NaN where a value is missing. */
  public byte[] data(int stream, long sampleIndex, long deviceMicros, int flags, double[] values) {
    SampleType type = type(stream);
    if (type.isCounts()) {
      throw new IllegalArgumentException("stream " + stream + " has counts of " + type.id());
    }
    byte[] frame = beginData(stream, type, sampleIndex, deviceMicros, flags, values.length);
    int at = WireFormat.DATA_HEADER_BYTES;
    for (double value : values) {
      LittleEndian.putF32(frame, at, (float) value);
      at += type.bytes();
    }
    return bytes.seal(at);
  }

  private byte[] beginData(
      int stream, SampleType type, long sampleIndex, long deviceMicros, int flags, int numbers) {
    int channels = descriptor(stream).channels().size();
    int samples = numbers / channels;
    int size = WireFormat.DATA_HEADER_BYTES + numbers * type.bytes() + WireFormat.CRC_BYTES;
    if (numbers % channels != 0 || samples < 1 || samples > WireFormat.MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "stream " + stream + ": " + numbers + " values in " + channels + " channels");
    }
    if (size > WireFormat.MAX_FRAME_BYTES) {
      throw new IllegalArgumentException(
          "stream "
              + stream
              + ": a frame of "
              + size
              + " bytes, at most "
              + WireFormat.MAX_FRAME_BYTES);
    }
    byte[] frame = begin(WireFormat.DATA, stream);
    LittleEndian.putI32(frame, 2, (int) sampleIndex);
    LittleEndian.putI32(frame, 6, (int) deviceMicros);
    frame[10] = (byte) samples;
    frame[11] = (byte) flags;
    frame[12] = (byte) descriptionChecksum;
    return frame;
  }

  /** A TIME frame; {@code request} and {@code hostNanos} 0 when the device speaks unasked. */
  public byte[] time(int request, long hostNanos, long receivedMicros, long sentMicros) {
    byte[] frame = begin(WireFormat.TIME, request);
    LittleEndian.putI64(frame, 2, hostNanos);
    LittleEndian.putI64(frame, 10, receivedMicros);
    LittleEndian.putI64(frame, 18, sentMicros);
    return bytes.seal(WireFormat.TIME_BYTES);
  }

  /** An EVENT frame; send it three times, unchanged. */
  public byte[] event(int number, long deviceMicros, EventCode code, String text) {
    if (code == EventCode.OTHER) {
      throw new IllegalArgumentException("OTHER is no code to send");
    }
    byte[] frame = begin(WireFormat.EVENT, code.number());
    LittleEndian.putI16(frame, 2, number);
    LittleEndian.putI32(frame, 4, (int) deviceMicros);
    return bytes.seal(bytes.putText(WireFormat.EVENT_HEADER_BYTES, text));
  }

  /** A STATUS frame; its arrival is not sent. */
  public byte[] status(Status status) {
    if (status.dropped().size() > DeviceDescription.MAX_STREAM_ID) {
      throw new IllegalArgumentException(status.dropped().size() + " streams in a status");
    }
    byte[] frame = begin(WireFormat.STATUS, 0);
    double celsius = status.temperatureCelsius();
    LittleEndian.putI32(frame, 2, descriptionChecksum);
    LittleEndian.putI32(frame, 6, (int) status.deviceMicros());
    frame[10] = (byte) status.fifoHighWaterPercent();
    frame[11] = (byte) status.batteryPercent().orElse(WireFormat.BATTERY_UNKNOWN);
    LittleEndian.putI16(
        frame,
        12,
        Double.isNaN(celsius)
            ? WireFormat.TEMPERATURE_UNKNOWN
            : (int) Math.round(Math.max(-327, Math.min(327, celsius)) * 100));
    frame[14] = (byte) status.dropped().size();
    int at = WireFormat.STATUS_HEADER_BYTES;
    for (Status.Dropped dropped : status.dropped()) {
      frame[at] = (byte) dropped.stream();
      LittleEndian.putI32(frame, at + 1, (int) dropped.samples());
      at += WireFormat.STATUS_ENTRY_BYTES;
    }
    return bytes.seal(at);
  }

  /** A REPLY frame. */
  public byte[] reply(int request, Reply.Result result, String text) {
    byte[] frame = begin(WireFormat.REPLY, request);
    frame[2] = (byte) result.number();
    return bytes.seal(bytes.putText(WireFormat.REPLY_HEADER_BYTES, text));
  }

  private byte[] begin(int kind, int second) {
    byte[] frame = bytes.frame();
    frame[0] = (byte) WireFormat.firstByte(kind);
    frame[1] = (byte) second;
    return frame;
  }

  private StreamDescriptor descriptor(int stream) {
    StreamDescriptor descriptor = streams.get(stream);
    if (descriptor == null) {
      throw new IllegalArgumentException("this device has no stream " + stream);
    }
    return descriptor;
  }

  private SampleType type(int stream) {
    SampleType type = sampleTypes.get(stream);
    if (type == null) {
      throw new IllegalArgumentException("this device has no stream " + stream);
    }
    return type;
  }
}
