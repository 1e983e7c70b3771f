package org.plumbline.device.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads profiles, brings those that come with the program, and finds the one that fits a file. */
public final class TableProfiles {
  /** A profile is a page; bounds what a stranger's file can ask for. */
  static final int MAX_PROFILE_BYTES = 256 * 1024;

  /** Resources beside this class, in the order to show them. */
  private static final List<String> BUILT_IN =
      List.of("three-imu-squat", "xsens-mt", "lower-limb-emg", "broad-csv", "mex-thigh");

  private TableProfiles() {}

  /**
   * Reads a profile file.
   *
   * @throws IOException when it cannot be read or is no profile, naming file, line and column
   */
  public static TableProfile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file + ": there is no such profile. Check the spelling.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(String.valueOf(file.getFileName()), in);
    }
  }

  /**
   * Reads a profile from text.
   *
   * @param name for messages
   */
  public static TableProfile parse(String name, String yaml) throws IOException {
    return ProfileReader.read(name, yaml);
  }

  private static TableProfile parse(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_PROFILE_BYTES + 1);
    if (bytes.length > MAX_PROFILE_BYTES) {
      throw new IOException(
          name + ": larger than " + MAX_PROFILE_BYTES + " bytes, so this is no profile.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return ProfileReader.read(name, text);
    } catch (CharacterCodingException notUtf8) {
      throw new IOException(name + ": is not UTF-8 text. Save it as UTF-8.", notUtf8);
    }
  }

  /** The profiles that come with the program. */
  public static List<TableProfile> builtIn() {
    List<TableProfile> profiles = new ArrayList<>();
    for (String name : BUILT_IN) {
      try (InputStream in = TableProfiles.class.getResourceAsStream(name + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException("the program lacks its profile " + name);
        }
        profiles.add(parse(name + ".yaml", in));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return List.copyOf(profiles);
  }

  /** The profile that comes with the program under this name. */
  public static Optional<TableProfile> builtIn(String name) {
    return builtIn().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /**
   * Which profiles fit a file.
   *
   * @param profiles those that fit; the file may be opened without asking when it is one
   * @param sentence for people: what fits, or that none or several do and what to do then
   */
  public record Fitting(List<TableProfile> profiles, String sentence) {
    public Fitting {
      profiles = List.copyOf(profiles);
    }

    /** The one that fits, when it is exactly one. */
    public Optional<TableProfile> only() {
      return profiles.size() == 1 ? Optional.of(profiles.get(0)) : Optional.empty();
    }
  }

  /**
   * Which of the program's own profiles fit the first lines of a file.
   *
   * @throws IOException when the file cannot be read or is no text
   */
  public static Fitting fitting(Path file) throws IOException {
    try (TableInput input = TableInput.open(file)) {
      Fitting fitting = fitting(input.name(), input.head(), builtIn());
      if (fitting.profiles().isEmpty()) {
        throw input.blame(new IOException(fitting.sentence()));
      }
      return fitting;
    }
  }

  /** Which of the program's own profiles fit these first lines, at least one row of numbers. */
  public static Fitting fitting(String name, List<String> firstLines) {
    byte[] head = (String.join("\n", firstLines) + "\n").getBytes(StandardCharsets.UTF_8);
    return fitting(name, head, builtIn());
  }

  static Fitting fitting(String name, byte[] head, List<TableProfile> candidates) {
    List<TableProfile> fit = candidates.stream().filter(p -> fits(name, head, p)).toList();
    List<String> names = fit.stream().map(TableProfile::name).toList();
    String sentence =
        switch (fit.size()) {
          case 0 -> none(name, head, candidates);
          case 1 -> name + " fits the profile " + names.get(0) + ".";
          default ->
              name
                  + ": several profiles fit ("
                  + String.join(", ", names)
                  + "). Choose one with --profile.";
        };
    return new Fitting(fit, sentence);
  }

  /** What is nearest to fitting, or what to do where nothing is. */
  private static String none(String name, byte[] head, List<TableProfile> candidates) {
    if (new String(head, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).count() < 2) {
      return name + ": has one line, so at most a header, and no rows of numbers. Export it again.";
    }
    for (TableProfile candidate : candidates) {
      Optional<String> nearly = OtherDelimiter.of(name, head, candidate);
      if (nearly.isPresent()) {
        return nearly.get();
      }
    }
    return name
        + ": none of the program's profiles fits ("
        + String.join(", ", candidates.stream().map(TableProfile::name).toList())
        + "). Describe the table in a profile of your own (docs/table-profiles.md) and"
        + " name it with --profile.";
  }

  private static boolean fits(String name, byte[] head, TableProfile profile) {
    try {
      TableLayout layout = TableLayout.of(name, head, profile);
      RateProbe.measure(layout, head);
      return RateProbe.firstRowFits(layout, head);
    } catch (IOException unfit) {
      return false;
    }
  }
}
