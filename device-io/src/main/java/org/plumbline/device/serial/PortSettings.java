package org.plumbline.device.serial;

/**
 * How a port is opened: always 8 data bits, no parity, one stop bit, no flow control.
 *
 * @param baudRate bits per second; USB devices and pseudo-terminals ignore it
 * @param exclusive whether other programs that ask politely are kept out while it is open
 */
public record PortSettings(int baudRate, boolean exclusive) {

  /** 921 600 baud carries seven IMUs and eight EMG channels with 30 % to spare; exclusive. */
  public static final PortSettings DEFAULT = new PortSettings(921_600, true);

  public PortSettings {
    if (baudRate < 300 || baudRate > 12_000_000) {
      throw new IllegalArgumentException(baudRate + " baud is not in 300..12000000");
    }
  }
}
