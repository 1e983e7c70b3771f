package org.plumbline.device.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Locale;
import org.plumbline.device.serial.PortException.Kind;

/** What is said to a person when a port fails: what, where, and what to do. */
final class PortSentences {

  /** Error numbers of Linux, macOS and Windows that {@code openPort} leaves behind. */
  private static final int EPERM = 1;

  private static final int ENOENT = 2;
  private static final int EIO_OR_WINDOWS_ACCESS_DENIED = 5;
  private static final int ENXIO = 6;
  private static final int EAGAIN_LINUX = 11;
  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int ENODEV = 19;
  private static final int ENOTTY = 25;
  private static final int EAGAIN_MACOS = 35;

  private PortSentences() {}

  static PortException missing(String port) {
    return new PortException(
        Kind.MISSING,
        port,
        "Port "
            + port
            + " does not exist. Plug the device in and switch it on, or choose one of the ports"
            + " that \"plumbline devices\" lists.");
  }

  static PortException busy(String port) {
    return new PortException(
        Kind.BUSY,
        port,
        "Port "
            + port
            + " is in use by another program. Close that program (a serial monitor, another"
            + " recording, ModemManager) and try again.");
  }

  static PortException openHere(String port) {
    return new PortException(
        Kind.BUSY,
        port,
        "Port "
            + port
            + " is already open in this program. Name each port once, or stop the other session"
            + " first.");
  }

  static PortException forbidden(String port, Path path) {
    return new PortException(
        Kind.FORBIDDEN,
        port,
        "Port "
            + port
            + " may not be opened by this user. Its group is "
            + groupOf(path)
            + ": have this user added to it (sudo usermod -aG "
            + groupOf(path)
            + " $USER), then log out and in again.");
  }

  static PortException notAPort(String port, String what) {
    return new PortException(
        Kind.NOT_A_PORT,
        port,
        port
            + " is "
            + what
            + ", not a serial port. Choose one of the ports that \"plumbline devices\" lists; a"
            + " recording or table is opened with \"plumbline replay\" or \"analyze\".");
  }

  static PortException gone(String port) {
    return new PortException(
        Kind.GONE,
        port,
        "Port "
            + port
            + " vanished while it was being read: cable pulled, device switched off or out of"
            + " range. Plug it in or switch it on again.");
  }

  static PortException stalled(String port, long seconds) {
    return new PortException(
        Kind.STALLED,
        port,
        "Port "
            + port
            + " has taken no bytes for "
            + seconds
            + " s: the device does not read its commands. Switch the device off and on; if it only"
            + " ever sends, open the port as \"listen only\".");
  }

  static PortException lockedOut(String port, long seconds) {
    return new PortException(
        Kind.FAILED,
        port,
        "Port "
            + port
            + " could not be reached for "
            + seconds
            + " s because another port is still being opened, closed or looked for (a sleeping"
            + " Bluetooth device can do that). Switch that device off and try again.");
  }

  static PortException interrupted(String port) {
    return new PortException(
        Kind.FAILED, port, "Opening port " + port + " was broken off because the program stops.");
  }

  static PortException brokenReceiver(String port, RuntimeException bug) {
    return new PortException(
        Kind.FAILED,
        port,
        "Reading port "
            + port
            + " failed because of an error in this program. Please report it; the session goes on"
            + " with what arrives next.",
        bug);
  }

  static PortException noLibrary(String port, String detail, Throwable cause) {
    return new PortException(
        Kind.UNSUPPORTED,
        port,
        "Port "
            + port
            + " cannot be opened: the serial library does not run on this computer ("
            + detail
            + "). Recordings and tables can still be analyzed.",
        cause);
  }

  /** The sentence for a failed open, by the operating system's error number. */
  static PortException openFailed(String port, Path path, int error, int location) {
    return switch (error) {
      case ENOENT, ENXIO, ENODEV -> missing(port);
      case EAGAIN_LINUX, EAGAIN_MACOS, EBUSY -> busy(port);
      case EACCES, EPERM -> forbidden(port, path);
      case ENOTTY -> notAPort(port, "another kind of device");
      case EIO_OR_WINDOWS_ACCESS_DENIED -> isWindows() ? busy(port) : noHardware(port);
      default ->
          new PortException(
              Kind.FAILED,
              port,
              "Port "
                  + port
                  + " could not be opened (system error "
                  + error
                  + " at step "
                  + location
                  + "). Unplug the device, plug it in again and try once more.");
    };
  }

  private static PortException noHardware(String port) {
    return new PortException(
        Kind.MISSING,
        port,
        "Port "
            + port
            + " exists in name only: no hardware answers behind it. Choose one of the ports that"
            + " \"plumbline devices\" lists.");
  }

  static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String groupOf(Path path) {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "dialout"; // Debian, Fedora; "uucp" on Arch: only where the file does not tell
    }
  }
}
