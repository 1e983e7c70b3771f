package org.plumbline.tools.cli;

import java.util.List;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.session.LivePort;
import org.plumbline.tools.run.MeteredDriver;
import org.plumbline.tools.run.Meters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The ports of a session and how they are opened. */
final class PortOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PORT",
      arity = "1..*",
      description =
          "Serial ports, e.g. /dev/serial/by-id/... or COM3; plumbline devices lists them.")
  private List<String> ports = List.of();

  @Option(
      names = "--baud",
      paramLabel = "RATE",
      defaultValue = "921600",
      description = "Bits per second; USB devices ignore it. Default: ${DEFAULT-VALUE}.")
  private int baud = PortSettings.DEFAULT.baudRate();

  @Option(
      names = "--listen-only",
      description = "Write nothing to the ports: for devices that send unasked.")
  private boolean listenOnly;

  List<String> names() {
    return ports;
  }

  /** The ports, their decoding measured by {@code meters}. */
  List<LivePort> livePorts(Meters meters) {
    return ports.stream().map(name -> livePort(name, settings(), meters, listenOnly)).toList();
  }

  private PortSettings settings() {
    try {
      return new PortSettings(baud, true);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--baud: " + e.getMessage());
    }
  }

  private static LivePort livePort(
      String name, PortSettings settings, Meters meters, boolean listenOnly) {
    return new LivePort(
        name, settings, () -> new MeteredDriver(new PlumblineDriver(), meters, 1), listenOnly);
  }
}
