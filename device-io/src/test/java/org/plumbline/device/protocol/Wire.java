package org.plumbline.device.protocol;

/** Frames made by hand. */
final class Wire {
  private Wire() {}

  /** This content with a right checksum, stuffed and delimited. */
  static byte[] frame(int... content) {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return frame(bytes);
  }

  static byte[] frame(byte[] content) {
    FrameBytes frame = new FrameBytes();
    System.arraycopy(content, 0, frame.frame(), 0, content.length);
    return frame.seal(content.length);
  }
}
