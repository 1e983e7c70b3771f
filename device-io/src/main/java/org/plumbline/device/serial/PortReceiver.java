package org.plumbline.device.serial;

/** Takes what a port delivers; all calls come from the port's own reading thread. */
public interface PortReceiver {

  /**
   * Bytes have arrived.
   *
   * @param buffer valid during the call only; bytes 0 to {@code length} - 1 are new
   * @param arrivalNanos {@link System#nanoTime()} directly after the read
   */
  void received(byte[] buffer, int length, long arrivalNanos);

  /** The port failed; the last call, and never after {@link SerialLink#close()}. */
  void gone(PortException reason);
}
