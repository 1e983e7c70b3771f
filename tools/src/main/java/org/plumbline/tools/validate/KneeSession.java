package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * same folder that has a word such as {@code reference}, all words that tell this session from
 * another, not the other side, and the fewest others.
 */
record KneeSession(String name, Path thigh, Path shank, Path reference) {
  private static final String THIGH = "thigh";
  private static final int DEPTH = 3;

  private static final Set<String> REFERENCE_WORDS = Set.of("reference", "optical", "visual3d");
  private static final Set<String> LEFT = Set.of("left", "l");
  private static final Set<String> RIGHT = Set.of("right", "r");

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
      if (words(file).contains(THIGH) && !isReference(file)) {
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
            .filter(file -> beside(thigh, file) && isReference(file) && mayBelong(told, file))
            .min(
                Comparator.comparing((Path file) -> !words(file).containsAll(told))
                    .thenComparingInt(file -> words(file).size()))
            .orElseThrow(() -> new IOException(Texts.get("validate.knee.no-optical", thigh)));
    Path relative = folder.relativize(thigh);
    String where = relative.getNameCount() > 1 ? relative.getParent() + " " : "";
    return new KneeSession(where + String.join(" ", told), thigh, shank, reference);
  }

  private static boolean isReference(Path file) {
    return !Collections.disjoint(words(file), REFERENCE_WORDS);
  }

  /** A reference may leave the side out, but not name the other one. */
  private static boolean mayBelong(Set<String> told, Path reference) {
    Set<String> words = words(reference);
    Set<String> other = Collections.disjoint(told, LEFT) ? LEFT : RIGHT;
    boolean sided = !Collections.disjoint(told, LEFT) || !Collections.disjoint(told, RIGHT);
    Set<String> needed = new LinkedHashSet<>(told);
    needed.removeAll(LEFT);
    needed.removeAll(RIGHT);
    return words.containsAll(needed) && !(sided && !Collections.disjoint(words, other));
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
    if (!Collections.disjoint(words, LEFT)) {
      return Optional.of(Side.LEFT);
    }
    return Collections.disjoint(words, RIGHT) ? Optional.empty() : Optional.of(Side.RIGHT);
  }
}
