package org.plumbline.device.session;

import java.util.function.Supplier;
import org.plumbline.device.protocol.DeviceDriver;
import org.plumbline.device.serial.PortSettings;

/**
 * One port of a live session.
 *
 * @param name what it is opened by, also after a reconnect; prefer a stable path
 * @param driver makes the driver of the kind of device behind it
 * @param listenOnly whether nothing is ever written to it: for devices that send unasked, and for
 *     those that take any byte for a key press
 */
public record LivePort(
    String name, PortSettings settings, Supplier<DeviceDriver> driver, boolean listenOnly) {

  public LivePort {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a port without a name");
    }
  }
}
