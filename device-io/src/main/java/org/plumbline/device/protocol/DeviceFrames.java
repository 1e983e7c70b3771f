package org.plumbline.device.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plumbline.device.protocol.Message.DeviceEvent;
import org.plumbline.device.protocol.Message.DeviceTime;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply;
import org.plumbline.device.protocol.Message.Status;

/** Reads the short frames of a device: TIME, EVENT, STATUS, REPLY; the checksum is off already. */
final class DeviceFrames {
  private DeviceFrames() {}

  static DeviceTime time(byte[] frame, int length, long arrivalNanos)
      throws MalformedFrameException {
    requireLength("TIME", length, WireFormat.TIME_BYTES, WireFormat.TIME_BYTES);
    long received = LittleEndian.i64(frame, 10);
    long sent = LittleEndian.i64(frame, 18);
    if (received < 0 || sent < received) {
      throw new MalformedFrameException(
          "TIME sent at " + sent + " us, before its request came at " + received + " us");
    }
    return new DeviceTime(
        arrivalNanos, LittleEndian.u8(frame, 1), LittleEndian.i64(frame, 2), received, sent);
  }

  static DeviceEvent event(byte[] frame, int length, long arrivalNanos)
      throws MalformedFrameException {
    int header = WireFormat.EVENT_HEADER_BYTES;
    requireLength("EVENT", length, header, header + WireFormat.MAX_TEXT_BYTES);
    int code = LittleEndian.u8(frame, 1);
    return new DeviceEvent(
        arrivalNanos,
        LittleEndian.u16(frame, 2),
        LittleEndian.u32(frame, 4),
        EventCode.of(code),
        code,
        text(frame, header, length));
  }

  /** The checksum of the description that the device has now. */
  static long descriptionChecksum(byte[] status) {
    return LittleEndian.u32(status, 2);
  }

  static Status status(byte[] frame, int length, long arrivalNanos) throws MalformedFrameException {
    int header = WireFormat.STATUS_HEADER_BYTES;
    requireLength("STATUS", length, header, WireFormat.MAX_FRAME_BYTES);
    int entries = LittleEndian.u8(frame, 14);
    int expected = header + entries * WireFormat.STATUS_ENTRY_BYTES;
    requireLength("STATUS with " + entries + " streams", length, expected, expected);
    int fifo = LittleEndian.u8(frame, 10);
    int battery = LittleEndian.u8(frame, 11);
    int temperature = LittleEndian.i16(frame, 12);
    if (fifo > 100 || (battery > 100 && battery != WireFormat.BATTERY_UNKNOWN)) {
      throw new MalformedFrameException(
          "STATUS with " + fifo + " % of the buffer and " + battery + " % of the battery");
    }
    List<Status.Dropped> dropped = new ArrayList<>(entries);
    for (int at = header; at < length; at += WireFormat.STATUS_ENTRY_BYTES) {
      int stream = LittleEndian.u8(frame, at);
      requireStream("STATUS", stream);
      dropped.add(new Status.Dropped(stream, LittleEndian.u32(frame, at + 1)));
    }
    return new Status(
        arrivalNanos,
        LittleEndian.u32(frame, 6),
        fifo,
        temperature == WireFormat.TEMPERATURE_UNKNOWN ? Double.NaN : temperature / 100.0,
        battery == WireFormat.BATTERY_UNKNOWN ? OptionalInt.empty() : OptionalInt.of(battery),
        dropped);
  }

  static Reply reply(byte[] frame, int length, long arrivalNanos) throws MalformedFrameException {
    int header = WireFormat.REPLY_HEADER_BYTES;
    requireLength("REPLY", length, header, header + WireFormat.MAX_TEXT_BYTES);
    int number = LittleEndian.u8(frame, 2);
    Reply.Result result =
        Reply.Result.of(number)
            .orElseThrow(
                () -> new MalformedFrameException("REPLY with the unknown result " + number));
    return new Reply(arrivalNanos, LittleEndian.u8(frame, 1), result, text(frame, header, length));
  }

  static void requireStream(String kind, int stream) throws MalformedFrameException {
    if (stream < 1 || stream > DeviceDescription.MAX_STREAM_ID) {
      throw new MalformedFrameException(
          kind + " of stream " + stream + ", not in 1.." + DeviceDescription.MAX_STREAM_ID);
    }
  }

  static void requireLength(String kind, int length, int low, int high)
      throws MalformedFrameException {
    if (length < low || length > high) {
      throw new MalformedFrameException(
          kind
              + " of "
              + length
              + " bytes, not "
              + (low == high ? String.valueOf(low) : low + " to " + high));
    }
  }

  /**
   * UTF-8 for people. Read with indulgence, because a pain stop must not be lost over an umlaut;
   * control characters become spaces, because the text is shown on terminals.
   */
  static String text(byte[] frame, int from, int to) {
    String text = new String(frame, from, to - from, StandardCharsets.UTF_8);
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (Character.isISOControl(clean.charAt(i))) {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString();
  }
}
