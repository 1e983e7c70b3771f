package org.plumbline.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The serial ports of this computer. */
public final class SerialPorts {
  private static final Path BY_ID = Path.of("/dev/serial/by-id");

  private SerialPorts() {}

  /**
   * The ports the system knows now, by name. Pseudo-terminals are never among them; they are opened
   * by their path.
   *
   * @throws PortException when the serial library does not run here
   */
  public static List<PortListing> list() throws PortException {
    Map<Path, Path> stable = stablePaths(BY_ID);
    List<PortListing> ports = new ArrayList<>();
    for (SerialPort port : PortLibrary.locked("(all)", SerialPort::getCommPorts)) {
      String path = PortSentences.isWindows() ? port.getSystemPortName() : port.getSystemPortPath();
      ports.add(
          new PortListing(
              path,
              port.getDescriptivePortName(),
              Optional.ofNullable(stable.get(Path.of(path))).map(Path::toString)));
    }
    ports.sort(Comparator.comparing(PortListing::name));
    return List.copyOf(ports);
  }

  /**
   * The serial library closes every open port as soon as the program is asked to end. This makes it
   * wait for {@code step} first, so that devices can be told to stop and what is under way is kept.
   *
   * @param step returns when the ports may be closed
   * @throws PortException when the serial library does not run here
   */
  public static void beforeClosingAtExit(Runnable step) throws PortException {
    PortLibrary.locked(
        "(all)",
        () -> {
          SerialPort.addShutdownHook(new Thread(step, "before ports are closed"));
          return true;
        });
  }

  /** Real path to the link in {@code folder} that leads to it; empty where there is no folder. */
  static Map<Path, Path> stablePaths(Path folder) {
    Map<Path, Path> byTarget = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return byTarget;
    }
    try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
      for (Path link : links) {
        if (Files.exists(link)) {
          byTarget.put(link.toRealPath(), link);
        }
      }
    } catch (IOException unpluggedMeanwhile) {
      return byTarget; // a stable name is a convenience: the port is listed without it
    }
    return byTarget;
  }
}
