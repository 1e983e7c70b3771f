package org.plumbline.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** One open port of the library: read, write, close. Nothing here waits for more than it says. */
final class NativePort {

  /**
   * A read returns after this time at the latest, so that a closed link ends. 100 ms is the grain
   * of POSIX timeouts; 200 behaves alike on Windows.
   */
  private static final int READ_TIMEOUT_MILLIS = 200;

  /** Ports open in this process, under the library's lock: flock does not tell those apart. */
  private static final Set<String> OPEN_HERE = new HashSet<>();

  private final SerialPort port;
  private final String identity;

  private NativePort(SerialPort port, String identity) {
    this.port = port;
    this.identity = identity;
  }

  /**
   * Opens a port by its name; a link is followed anew at each open.
   *
   * @throws PortException with the sentence for whatever is wrong
   */
  static NativePort open(String name, PortSettings settings) throws PortException {
    return PortLibrary.locked(name, () -> openLocked(name, settings));
  }

  private static NativePort openLocked(String name, PortSettings settings) throws PortException {
    String real = PortSentences.isWindows() ? name : requireDevice(name).toString();
    if (OPEN_HERE.contains(real)) {
      throw PortSentences.openHere(name);
    }
    SerialPort port;
    try {
      port = SerialPort.getCommPort(real);
    } catch (SerialPortInvalidPortException e) {
      throw PortSentences.missing(name);
    }
    port.setComPortParameters(settings.baudRate(), 8, SerialPort.ONE_STOP_BIT, 0);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
    if (!settings.exclusive()) {
      port.disableExclusiveLock();
    }
    if (!port.openPort()) {
      throw PortSentences.openFailed(
          name, Path.of(real), port.getLastErrorCode(), port.getLastErrorLocation());
    }
    OPEN_HERE.add(real);
    return new NativePort(port, real);
  }

  /**
   * What the file system already knows, asked first: its answers are clearer than error numbers.
   */
  private static Path requireDevice(String name) throws PortException {
    Path path = Path.of(name.contains("/") ? name : "/dev/" + name);
    if (!Files.exists(path)) {
      throw PortSentences.missing(name);
    }
    if (Files.isDirectory(path)) {
      throw PortSentences.notAPort(name, "a folder");
    }
    if (Files.isRegularFile(path)) {
      throw PortSentences.notAPort(name, "a file");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw PortSentences.forbidden(name, path);
    }
    try {
      return path.toRealPath();
    } catch (IOException unpluggedMeanwhile) {
      throw PortSentences.missing(name);
    }
  }

  /** Bytes read, 0 when none came in time, negative when the port is gone. */
  int read(byte[] buffer) {
    return port.readBytes(buffer, buffer.length);
  }

  /** Bytes written; waits as long as the device takes none. 0 or less when the port is gone. */
  int write(byte[] bytes, int offset) {
    return port.writeBytes(bytes, bytes.length - offset, offset);
  }

  /** Closes the port; only from the thread that reads it. */
  void close() {
    PortLibrary.lockedPatiently(
        () -> {
          port.closePort();
          OPEN_HERE.remove(identity);
        });
  }
}
