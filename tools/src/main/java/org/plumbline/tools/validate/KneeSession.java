package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * The three files of a session: sensor on the thigh, sensor on the shank, optical reference.
 *
 * <p>They are told by the words of their names. A file with the word {@code thigh} begins a
 * session; its shank has the same name with {@code shank} instead; its reference is the file in the
 * same folder that has {@code reference} and all words that tell this session from another (such as
 * {@code left}), and the fewest others.
 */
record KneeSession(String name, Path thigh, Path shank, Path reference) {
  private static final String THIGH = "thigh";
  private static final int DEPTH = 3;

  /** Words of a name that say what kind of file it is, not which session. */
  private static final Set<String> KIND_WORDS =
      Set.of(THIGH, "xsens", "imu", "mt", "mtw", "sensor", "txt", "csv");

  /**
   * All sessions of a folder and its subfolders.
   *
   * @throws IOException when there is none, or a file of one is missing
   */
  static List<KneeSession> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<KneeSession> sessions = new ArrayList<>();
    for (Path file : files) {
      if (words(file).contains(THIGH) && !words(file).contains("reference")) {
        sessions.add(session(folder, file, files));
      }
    }
    if (sessions.isEmpty()) {
      throw new IOException(Texts.get("validate.no-files", folder, "thigh"));
    }
    return sessions;
  }

  private static KneeSession session(Path folder, Path thigh, List<Path> files) throws IOException {
    Set<String> shankWords = new LinkedHashSet<>(words(thigh));
    shankWords.remove(THIGH);
    shankWords.add("shank");
    Path shank =
        files.stream()
            .filter(file -> beside(thigh, file) && words(file).equals(shankWords))
            .findFirst()
            .orElseThrow(() -> new IOException(Texts.get("validate.knee.no-shank", thigh)));
    Set<String> told = new LinkedHashSet<>(words(thigh));
    told.removeAll(KIND_WORDS);
    Path reference =
        files.stream()
            .filter(file -> beside(thigh, file) && words(file).contains("reference"))
            .filter(file -> words(file).containsAll(told))
            .min(Comparator.comparingInt(file -> words(file).size()))
            .orElseThrow(() -> new IOException(Texts.get("validate.knee.no-optical", thigh)));
    Path relative = folder.relativize(thigh);
    String where = relative.getNameCount() > 1 ? relative.getParent() + " " : "";
    return new KneeSession(where + String.join(" ", told), thigh, shank, reference);
  }

  private static boolean beside(Path a, Path b) {
    return a.resolveSibling("x").equals(b.resolveSibling("x"));
  }

  private static Set<String> words(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return new LinkedHashSet<>(Arrays.asList(name.split("[_\\-. ]+", -1)));
  }

  /** Whose knee, by the file's name. */
  Optional<Side> side() {
    Set<String> words = words(thigh);
    return words.contains("left") || words.contains("l")
        ? Optional.of(Side.LEFT)
        : words.contains("right") || words.contains("r")
            ? Optional.of(Side.RIGHT)
            : Optional.empty();
  }
}
