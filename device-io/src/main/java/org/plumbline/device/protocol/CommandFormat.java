package org.plumbline.device.protocol;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.protocol.Message.EventCode;

/** The bytes of the commands, written and read in one place. */
final class CommandFormat {
  private static final int HELLO = 1;
  private static final int DESCRIBE = 2;
  private static final int START = 3;
  private static final int STOP = 4;
  private static final int TIME = 5;
  private static final int SET = 6;
  private static final int BLINK = 7;
  private static final int EVENT = 8;

  /** Where the arguments begin. */
  private static final int ARGUMENTS = WireFormat.COMMAND_HEADER_BYTES;

  private CommandFormat() {}

  /** The frame of a command, with a zero before it and one behind it. */
  static byte[] encode(int id, HostCommand command) {
    FrameBytes bytes = new FrameBytes();
    byte[] frame = bytes.frame();
    frame[0] = (byte) WireFormat.firstByte(WireFormat.COMMAND);
    frame[1] = (byte) id;
    byte[] sealed = bytes.seal(put(command, bytes));
    byte[] all = new byte[sealed.length + 1];
    System.arraycopy(sealed, 0, all, 1, sealed.length);
    return all;
  }

  private static int put(HostCommand command, FrameBytes bytes) {
    byte[] frame = bytes.frame();
    if (command instanceof HostCommand.Hello hello) {
      frame[2] = HELLO;
      frame[ARGUMENTS] = (byte) hello.lowestVersion();
      frame[ARGUMENTS + 1] = (byte) hello.highestVersion();
      return ARGUMENTS + 2;
    } else if (command instanceof HostCommand.Describe) {
      frame[2] = DESCRIBE;
      return ARGUMENTS;
    } else if (command instanceof HostCommand.Start start) {
      frame[2] = START;
      int at = ARGUMENTS;
      for (int stream : start.streams()) {
        frame[at++] = (byte) stream;
      }
      return at;
    } else if (command instanceof HostCommand.Stop) {
      frame[2] = STOP;
      return ARGUMENTS;
    } else if (command instanceof HostCommand.Time time) {
      frame[2] = TIME;
      LittleEndian.putI64(frame, ARGUMENTS, time.hostNanos());
      return ARGUMENTS + Long.BYTES;
    } else if (command instanceof HostCommand.Set set) {
      frame[2] = SET;
      return bytes.putText(ARGUMENTS, set.name() + "=" + set.value());
    } else if (command instanceof HostCommand.Blink blink) {
      frame[2] = BLINK;
      frame[ARGUMENTS] = (byte) blink.stream();
      frame[ARGUMENTS + 1] = (byte) blink.seconds();
      return ARGUMENTS + 2;
    } else if (command instanceof HostCommand.Event event) {
      frame[2] = EVENT;
      frame[ARGUMENTS] = (byte) event.code().number();
      return bytes.putText(ARGUMENTS + 1, event.text());
    }
    throw new IllegalArgumentException(command + " is nothing to send");
  }

  /** The command in a frame whose checksum is right. */
  static HostCommand read(byte[] frame, int length) {
    int code = LittleEndian.u8(frame, 2);
    int arguments = length - ARGUMENTS;
    return switch (code) {
      case HELLO ->
          arguments == 2
              ? new HostCommand.Hello(
                  LittleEndian.u8(frame, ARGUMENTS), LittleEndian.u8(frame, ARGUMENTS + 1))
              : malformed(code, arguments);
      case DESCRIBE -> arguments == 0 ? new HostCommand.Describe() : malformed(code, arguments);
      case START -> start(frame, length);
      case STOP -> arguments == 0 ? new HostCommand.Stop() : malformed(code, arguments);
      case TIME ->
          arguments == Long.BYTES
              ? new HostCommand.Time(LittleEndian.i64(frame, ARGUMENTS))
              : malformed(code, arguments);
      case SET -> set(DeviceFrames.text(frame, ARGUMENTS, length));
      case BLINK -> arguments == 2 ? blink(frame) : malformed(code, arguments);
      case EVENT ->
          arguments >= 1
              ? new HostCommand.Event(
                  EventCode.of(LittleEndian.u8(frame, ARGUMENTS)),
                  DeviceFrames.text(frame, ARGUMENTS + 1, length))
              : malformed(code, arguments);
      default -> new HostCommand.Unknown(code);
    };
  }

  private static HostCommand start(byte[] frame, int length) {
    if (length - ARGUMENTS > DeviceDescription.MAX_STREAM_ID) {
      return malformed(START, length - ARGUMENTS);
    }
    List<Integer> streams = new ArrayList<>();
    for (int at = ARGUMENTS; at < length; at++) {
      int stream = LittleEndian.u8(frame, at);
      if (stream < 1 || stream > DeviceDescription.MAX_STREAM_ID) {
        return new HostCommand.Malformed(START, "there is no stream " + stream);
      }
      streams.add(stream);
    }
    return new HostCommand.Start(streams);
  }

  private static HostCommand set(String text) {
    int equals = text.indexOf('=');
    return equals < 1
        ? new HostCommand.Malformed(SET, "write name=value")
        : new HostCommand.Set(text.substring(0, equals), text.substring(equals + 1));
  }

  private static HostCommand blink(byte[] frame) {
    int stream = LittleEndian.u8(frame, ARGUMENTS);
    return stream > DeviceDescription.MAX_STREAM_ID
        ? new HostCommand.Malformed(BLINK, "there is no stream " + stream)
        : new HostCommand.Blink(stream, LittleEndian.u8(frame, ARGUMENTS + 1));
  }

  private static HostCommand malformed(int code, int arguments) {
    return new HostCommand.Malformed(code, arguments + " bytes of arguments");
  }
}
