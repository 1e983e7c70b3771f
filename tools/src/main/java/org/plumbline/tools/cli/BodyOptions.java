package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.Mounting;
import org.plumbline.analyzer.exercise.BodySetUp.StandingAngle;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.CalibrationJson;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is known of the person and the sensors beforehand: {@code docs/set-up.md}. */
final class BodyOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "How the sensors sit, as plumbline calibrate wrote it, from a set-up with the same"
              + " placement.")
  private Optional<Path> calibration = Optional.empty();

  @Option(
      names = "--standing-knee",
      paramLabel = "SIDE=DEG",
      description =
          "Knee flexion while standing, measured with a goniometer, e.g. left=10. Once for each"
              + " side.")
  private Map<String, String> standingKnee = new LinkedHashMap<>();

  @Option(
      names = "--mounting",
      paramLabel = "PLACE=AXIS:TOWARDS",
      description =
          "Which way a sensor was strapped on, e.g. left-shank=+z:left: its +z axis points to the"
              + " person's left (or right, front, back). May be repeated.")
  private Map<String, String> mountings = new LinkedHashMap<>();

  /**
   * All of it; empty when nothing was said.
   *
   * @throws IOException when the file cannot be read or is something else
   */
  Optional<BodySetUp> known() throws IOException {
    if (calibration.isEmpty() && standingKnee.isEmpty() && mountings.isEmpty()) {
      return Optional.empty();
    }
    List<StoredCalibration> stored =
        calibration.isPresent() ? read(calibration.get()) : List.<StoredCalibration>of();
    List<StandingAngle> knees = new ArrayList<>();
    standingKnee.forEach((side, angle) -> knees.add(standing(side, angle)));
    List<Mounting> worn = new ArrayList<>();
    mountings.forEach((place, words) -> worn.add(mounting(place, words)));
    try {
      return Optional.of(new BodySetUp(stored, knees, worn));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private static List<StoredCalibration> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(Texts.get("cli.calibration.missing", file));
    }
    if (Files.size(file) > CalibrationJson.MOST_CHARACTERS) {
      throw new IOException(
          Texts.get("cli.calibration.bad", file, Texts.get("cli.calibration.long")));
    }
    try {
      return CalibrationJson.read(Files.readString(file));
    } catch (java.nio.charset.CharacterCodingException | IllegalArgumentException e) {
      throw new IOException(
          Texts.get("cli.calibration.bad", file, String.valueOf(e.getMessage())), e);
    }
  }

  private StandingAngle standing(String side, String angle) {
    try {
      if (!side.equals("left") && !side.equals("right")) {
        throw new IllegalArgumentException(Texts.get("cli.standing-knee.side"));
      }
      return new StandingAngle(side + "-knee", number(angle), 0, 0);
    } catch (IllegalArgumentException e) {
      throw wrong("--standing-knee " + side + "=" + angle + ": " + e.getMessage());
    }
  }

  private static double number(String text) {
    if (!text.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException(Texts.get("cli.standing-knee.number"));
    }
    return Double.parseDouble(text);
  }

  private Mounting mounting(String place, String words) {
    try {
      String[] parts = words.split(":", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException(Texts.get("cli.mounting.form"));
      }
      return new Mounting(place, parts[0], towards(parts[1]));
    } catch (IllegalArgumentException e) {
      throw wrong("--mounting " + place + "=" + words + ": " + e.getMessage());
    }
  }

  private static Mounting.Towards towards(String word) {
    for (Mounting.Towards towards : Mounting.Towards.values()) {
      if (towards.name().toLowerCase(Locale.ROOT).equals(word)) {
        return towards;
      }
    }
    throw new IllegalArgumentException(Texts.get("cli.mounting.form"));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
