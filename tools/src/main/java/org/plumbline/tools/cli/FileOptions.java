package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.recording.OnDamage;
import org.plumbline.device.table.StreamRule;
import org.plumbline.device.table.TableProfile;
import org.plumbline.device.table.TableProfiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a file is read: most of it is about tables, the damage about recordings. */
final class FileOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "P.yaml",
      description =
          "What the columns of a table are: a YAML file (docs/table-profiles.md) or the name of a"
              + " profile that comes with the program. Without it the profile that fits is taken,"
              + " when there is exactly one.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--place",
      paramLabel = "STREAM=LOCATION",
      description = "Where a stream of the profile was worn, e.g. imu=left-thigh. May be repeated.")
  private Map<String, String> places = new LinkedHashMap<>();

  @Option(
      names = "--other-side",
      description = "Exchange left and right of the profile, for a file from the other leg.")
  private boolean otherSide;

  @Option(
      names = "--read-around-damage",
      description =
          "Read a damaged recording around the damage: what is missing is marked as lost. Without it"
              + " a damaged recording is refused.")
  private boolean aroundDamage;

  /** What to do with a damaged recording. */
  OnDamage onDamage() {
    return aroundDamage ? OnDamage.READ_AROUND : OnDamage.REFUSE;
  }

  /**
   * The profile for a table.
   *
   * @param worn where its sensor was worn, if that was said for this file
   * @throws IOException when none fits, or it cannot be read
   */
  TableProfile profileFor(Path table, Optional<String> worn) throws IOException {
    TableProfile found = profile.isPresent() ? named(profile.get()) : fitting(table);
    if (otherSide) {
      found = found.onOtherSide();
    }
    for (Map.Entry<String, String> place : places.entrySet()) {
      try {
        found = found.withLocation(place.getKey(), Location.parse(place.getValue()));
      } catch (IllegalArgumentException e) {
        throw wrong("--place: " + e.getMessage());
      }
    }
    return worn.isPresent() ? placed(found, worn.get()) : found;
  }

  private TableProfile placed(TableProfile profile, String worn) {
    List<String> streams = profile.streams().stream().map(StreamRule::name).toList();
    if (streams.size() != 1) {
      throw wrong(Texts.get("cli.joined.streams", profile.name(), streams.size()));
    }
    try {
      return profile.withLocation(streams.get(0), Location.parse(worn));
    } catch (IllegalArgumentException e) {
      throw wrong("--placement: " + e.getMessage());
    }
  }

  /** Words that do not fit, as an error of the command line. */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static TableProfile named(String name) throws IOException {
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      Optional<TableProfile> builtIn = TableProfiles.builtIn(name);
      if (builtIn.isPresent()) {
        return builtIn.get();
      }
    }
    return TableProfiles.read(file);
  }

  private static TableProfile fitting(Path table) throws IOException {
    TableProfiles.Fitting fitting = TableProfiles.fitting(table);
    return fitting.only().orElseThrow(() -> new IOException(fitting.sentence()));
  }
}
