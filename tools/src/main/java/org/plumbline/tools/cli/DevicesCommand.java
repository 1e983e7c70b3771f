package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.DeviceDescription;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.serial.PortException;
import org.plumbline.device.serial.PortListing;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.SerialPorts;
import org.plumbline.tools.run.DeviceProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is plugged in. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "List serial ports, and what answers on them.",
    description = {
      "",
      "Without --probe nothing is written to any port. Pseudo-terminals are in no list: name them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline devices",
      "  plumbline devices --probe",
      "  plumbline devices --probe /dev/pts/5"
    })
final class DevicesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PORT", arity = "0..*", description = "Only these; default: all.")
  private List<String> ports = List.of();

  @Option(
      names = "--probe",
      description = "Ask each port whether a device of the Plumbline protocol is there.")
  private boolean probe;

  @Override
  public Integer call() throws PortException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> names = new ArrayList<>(ports);
    if (ports.isEmpty()) {
      for (PortListing port : SerialPorts.list()) {
        names.add(port.preferredName());
        out.println(Texts.get("cli.port", port.preferredName(), port.description()));
      }
      if (names.isEmpty()) {
        out.println(Texts.get("cli.port.none"));
      }
    }
    if (probe || !ports.isEmpty()) {
      for (String name : names) {
        out.println(name + ": " + answer(name));
        out.flush();
      }
    }
    return 0;
  }

  /** A port that cannot be opened is an answer too. */
  private static String answer(String name) {
    try {
      DeviceProbe.Finding finding =
          DeviceProbe.ask(name, PortSettings.DEFAULT, new PlumblineDriver());
      if (finding instanceof DeviceProbe.Finding.Found found) {
        return sentence(found.device());
      }
      if (finding instanceof DeviceProbe.Finding.Nothing nothing) {
        return nothing.bytes() == 0
            ? Texts.get("cli.probe.silent")
            : Texts.get("cli.probe.stranger", nothing.bytes());
      }
      return Texts.get("cli.probe.answered");
    } catch (PortException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String sentence(DeviceDescription device) {
    String streams =
        device.streams().stream().map(StreamDescriptor::name).collect(Collectors.joining(", "));
    String origin =
        device.origin() == StreamDescriptor.Origin.SYNTHETIC ? " " + Texts.get("synthetic") : "";
    return Texts.get(
        "cli.probe.found",
        device.name(),
        device.serial(),
        device.firmware(),
        device.streams().size(),
        streams + origin);
  }
}
