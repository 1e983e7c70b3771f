package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.PseudoTerminal;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.tools.run.DeviceLine;
import org.plumbline.tools.run.PortLine;
import org.plumbline.tools.run.SimulatedDevice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A device that is not there. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Be a device: send a session to a pseudo-terminal or a port.",
    description = {
      "",
      "Speaks the Plumbline protocol as a sensor hub does: answers, waits for START, and sends each"
          + " sample when it is due. What it sends is a FILE, or else the simulated body. Values of a"
          + " table go out as 32-bit floats.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline simulate --exercise squat --fault knee-valgus --link /tmp/sensors",
      "  plumbline simulate squat.csv --profile three-imu-squat",
      "  plumbline simulate monday.plog --port /dev/ttyUSB1",
      "In another terminal:",
      "  plumbline live /tmp/sensors --exercise squat"
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A recording or table; without it the simulated body.")
  private Optional<Path> file = Optional.empty();

  @Mixin private FileOptions table = new FileOptions();

  @Option(
      names = {"-e", "--exercise"},
      paramLabel = "ID",
      defaultValue = "squat",
      description =
          "Of the simulated body: squat, bridge, single-leg-squat, marching-bridge or"
              + " sit-to-stand. Default: ${DEFAULT-VALUE}.")
  private String exercise = "squat";

  @Option(
      names = "--fault",
      paramLabel = "ID",
      defaultValue = "good",
      description =
          "Of the simulated body: good, knee-valgus, pelvic-tilt, pelvic-drop or hamstrings."
              + " Default: ${DEFAULT-VALUE}.")
  private String fault = "good";

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "10",
      description = "Of the simulated body. Default: ${DEFAULT-VALUE}.")
  private int repetitions = 10;

  @Option(
      names = "--set-up",
      paramLabel = "KIND",
      defaultValue = "none",
      description =
          "Movements before the set, to calibrate by: none, swings or extensions. Default:"
              + " ${DEFAULT-VALUE}.")
  private String setUp = "none";

  @Option(
      names = "--noise",
      paramLabel = "LEVEL",
      defaultValue = "nominal",
      description = "Of its sensors: none, nominal or hard. Default: ${DEFAULT-VALUE}.")
  private String noise = "nominal";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same samples. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Send to this serial port; default: a new pseudo-terminal.")
  private Optional<String> port = Optional.empty();

  @Option(
      names = "--baud",
      paramLabel = "RATE",
      defaultValue = "921600",
      description = "Bits per second of --port. Default: ${DEFAULT-VALUE}.")
  private int baud = PortSettings.DEFAULT.baudRate();

  @Option(
      names = "--link",
      paramLabel = "PATH",
      description = "Find the pseudo-terminal under this path too; it goes when the command ends.")
  private Optional<Path> link = Optional.empty();

  @Override
  public Integer call() throws IOException {
    SimulatedDevice.LogOpener log = log();
    PrintWriter out = spec.commandLine().getOut();
    try (DeviceLine line = line(out)) {
      SimulatedDevice device = SimulatedDevice.of(log, line, 1);
      out.println(Texts.get("cli.simulate.ready", device.streams()));
      out.flush();
      if (port.isPresent()) {
        CleanExit.duringWithPorts(device::stop, device::run);
      } else {
        CleanExit.during(device::stop, device::run);
      }
      out.println(Texts.get("cli.simulate.sent", Texts.number(device.sentNanos() / 1e9, 1)));
    }
    return 0;
  }

  private DeviceLine line(PrintWriter out) throws IOException {
    if (port.isPresent()) {
      return PortLine.open(port.get(), new PortSettings(baud, true));
    }
    PseudoTerminal terminal =
        link.isPresent() ? PseudoTerminal.openAt(link.get()) : PseudoTerminal.open();
    out.println(Texts.get("cli.simulate.at", link.orElse(terminal.path())));
    return DeviceLine.of(terminal);
  }

  private SimulatedDevice.LogOpener log() throws IOException {
    if (file.isPresent()) {
      SessionFile from = SessionFile.at(file.get(), table, Optional.empty());
      return from::open;
    }
    SimulatedBody body = new SimulatedBody(scenario());
    return body::open;
  }

  private Scenario scenario() {
    try {
      return withSetUp(
          Scenario.of(exerciseNamed(exercise), seed)
              .withNoise(noiseNamed(noise))
              .withRepetitions(RepetitionPlan.with(faultNamed(fault)).times(repetitions)));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Scenario withSetUp(Scenario plain) {
    return switch (setUp) {
      case "none" -> plain;
      case "swings" -> plain.withSetUp(SetUpPlan.swings());
      case "extensions" -> plain.withSetUp(SetUpPlan.extensions());
      default -> throw wrong(Texts.get("cli.simulate.set-up", setUp));
    };
  }

  private Exercise exerciseNamed(String id) {
    for (Exercise known : Exercise.values()) {
      if (known.id().equals(id)) {
        return known;
      }
    }
    throw wrong(Texts.get("cli.simulate.exercise", id));
  }

  private Fault faultNamed(String id) {
    for (Fault known : Fault.values()) {
      if (known.id().equals(id)) {
        return known;
      }
    }
    throw wrong(Texts.get("cli.simulate.fault", id));
  }

  private NoiseLevel noiseNamed(String id) {
    return switch (id) {
      case "none" -> NoiseLevel.none();
      case "nominal" -> NoiseLevel.nominal();
      case "hard" -> NoiseLevel.hard();
      default -> throw wrong(Texts.get("cli.simulate.noise", id));
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
