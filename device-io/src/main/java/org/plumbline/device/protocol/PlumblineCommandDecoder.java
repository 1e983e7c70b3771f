package org.plumbline.device.protocol;

/**
 * The device's ear: bytes a host wrote in, commands out. For simulators and test benches.
 *
 * <p>Damaged bytes are counted and left out, as a device does: the host asks again. One thread.
 */
public final class PlumblineCommandDecoder {
  private final CobsFraming framing = new CobsFraming();
  private long damaged;

  /** Where commands go. */
  @FunctionalInterface
  public interface Sink {

    /**
     * A command came.
     *
     * @param id to be repeated in the answer, 1 to 255; the same id again is the same command again
     */
    void accept(int id, HostCommand command);
  }

  /** Reads {@code length} bytes; {@code bytes} is not kept. */
  public void decode(byte[] bytes, int offset, int length, Sink out) {
    int end = offset + length;
    int at = offset;
    while (at < end) {
      at = framing.read(bytes, at, end);
      switch (framing.found()) {
        case NOTHING -> {}
        case DAMAGE -> damaged++;
        case FRAME -> frame(out);
      }
    }
  }

  /** Damaged stretches and frames that are no commands. */
  public long damaged() {
    return damaged;
  }

  private void frame(Sink out) {
    byte[] frame = framing.frame();
    boolean command =
        LittleEndian.u8(frame, 0) == WireFormat.firstByte(WireFormat.COMMAND)
            && framing.frameLength() >= WireFormat.COMMAND_HEADER_BYTES
            && frame[1] != 0;
    if (command) {
      out.accept(LittleEndian.u8(frame, 1), CommandFormat.read(frame, framing.frameLength()));
    } else {
      damaged++;
    }
  }
}
