package org.plumbline.device.serial;

import java.util.Optional;

/**
 * A port of this computer.
 *
 * @param name what the system calls it today: {@code /dev/ttyUSB0}, {@code COM3}
 * @param description what the device calls itself
 * @param stablePath a path that stays with the device when it is plugged in elsewhere, where the
 *     system keeps one ({@code /dev/serial/by-id/...})
 */
public record PortListing(String name, String description, Optional<String> stablePath) {

  /** The name to write into settings: the stable path where there is one. */
  public String preferredName() {
    return stablePath.orElse(name);
  }
}
