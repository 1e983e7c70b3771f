package org.plumbline.device.protocol;

/** The numbers of docs/wire-protocol.md, version 1. */
final class WireFormat {
  static final int VERSION = 1;

  static final int DATA = 1;
  static final int DESCRIBE = 2;
  static final int TIME = 3;
  static final int EVENT = 4;
  static final int STATUS = 5;
  static final int REPLY = 6;
  static final int COMMAND = 8;

  static final int CRC_BYTES = 4;
  static final int DATA_HEADER_BYTES = 13;
  static final int DESCRIBE_HEADER_BYTES = 8;
  static final int TIME_BYTES = 26;
  static final int EVENT_HEADER_BYTES = 8;
  static final int STATUS_HEADER_BYTES = 15;
  static final int STATUS_ENTRY_BYTES = 5;
  static final int REPLY_HEADER_BYTES = 3;
  static final int COMMAND_HEADER_BYTES = 3;

  /** JSON text of one DESCRIBE frame. */
  static final int MAX_JSON_BYTES = 4096;

  /** JSON texts of all DESCRIBE frames of a device. */
  static final int MAX_DESCRIPTION_BYTES = 65_536;

  /** Longest frame with its checksum, before stuffing: a DESCRIBE with the longest JSON text. */
  static final int MAX_FRAME_BYTES = DESCRIBE_HEADER_BYTES + MAX_JSON_BYTES + CRC_BYTES;

  static final int MAX_SAMPLES = 255;
  static final int MAX_TEXT_BYTES = 200;

  static final int BATTERY_UNKNOWN = 255;
  static final int TEMPERATURE_UNKNOWN = -32_768;

  private WireFormat() {}

  /** First byte of a frame of {@code kind}. */
  static int firstByte(int kind) {
    return kind << 4 | VERSION;
  }
}
