package org.plumbline.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads everything the program can say and refuses words that claim more than a sensor can know:
 * promise 6 of the design. The words are read where they are written, in all modules, so a new
 * exercise file or template is read from the day it is added.
 */
class LanguageGuardTest {

  // Word stems, so that "weakness" and "inhibition" are found as well.
  private static final Pattern BANNED =
      Pattern.compile(
          "\\binactiv\\w*|\\bnot\\s+firing|\\bweak\\w*|\\binhibit\\w*|\\bamnesia\\w*"
              + "|\\binjury[\\s-]+risk\\w*|\\brisk\\s+of\\s+injury|\\babnormal\\w*|\\bdiagnos\\w*"
              + "|\\bdysfunction\\w*",
          Pattern.CASE_INSENSITIVE);

  /** Places where such a word is right, by file name and the word, each with its reason. */
  private static final Map<String, String> ALLOWED = Map.of();

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\"\\R(.*?)\"\"\"");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\\n]*$");

  private final Path root = root();

  /** The folder with the wrapper, from the module that Maven runs the test in. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  private List<Path> files(String folderInModule, String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
        Path folder = module.resolve(folderInModule);
        if (Files.isDirectory(folder)) {
          try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(suffix)).forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  private static List<String> offences(Path file, String text) {
    List<String> found = new ArrayList<>();
    Matcher words = BANNED.matcher(text);
    while (words.find()) {
      String offence = file.getFileName() + ": " + words.group();
      if (!ALLOWED.containsKey(offence)) {
        found.add(offence + " in \"" + text.strip() + "\"");
      }
    }
    return found;
  }

  private static List<String> offencesPerLine(List<Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        found.addAll(offences(file, line));
      }
    }
    return found;
  }

  @Test
  void theBundleClaimsNothingThatCannotBeMeasured() throws IOException {
    List<Path> bundles = files("src/main/resources", ".properties");
    assertThat(bundles).anyMatch(file -> file.endsWith("words.properties"));
    assertThat(offencesPerLine(bundles)).isEmpty();
  }

  @Test
  void neitherDoTemplates() throws IOException {
    List<Path> templates = files("src/main/jte", ".jte");
    assertThat(templates).hasSizeGreaterThanOrEqualTo(8);
    assertThat(offencesPerLine(templates)).isEmpty();
  }

  @Test
  void neitherDoExercisesAndProfiles() throws IOException {
    List<Path> yaml = new ArrayList<>(files("src/main/resources", ".yaml"));
    yaml.addAll(files("src/main/resources", ".yml"));
    assertThat(offencesPerLine(yaml)).isEmpty();
  }

  @Test
  void neitherDoMessagesInTheSources() throws IOException {
    List<Path> sources = files("src/main/java", ".java");
    assertThat(sources).as("sources of all modules").hasSizeGreaterThan(40);
    List<String> found = new ArrayList<>();
    int literals = 0;
    for (Path source : sources) {
      String code = COMMENT.matcher(Files.readString(source)).replaceAll(" ");
      for (Pattern literal : List.of(TEXT_BLOCK, STRING)) {
        Matcher strings = literal.matcher(code);
        while (strings.find()) {
          literals++;
          found.addAll(offences(source, strings.group(1)));
        }
      }
    }
    assertThat(literals).as("string literals that were read").isGreaterThan(200);
    assertThat(found).isEmpty();
  }

  @Test
  void theGuardFindsTheWordsItIsThereFor() {
    Path file = Path.of("x.properties");
    for (String said :
        List.of(
            "the muscle is Inactive",
            "glutes are not firing",
            "a weak gluteus",
            "weakness",
            "reciprocally inhibited",
            "gluteal amnesia",
            "injury risk",
            "risk of injury",
            "abnormal tilt",
            "diagnosis",
            "diagnostic",
            "pelvic dysfunction")) {
      assertThat(offences(file, said)).as(said).isNotEmpty();
    }
    assertThat(
            offences(file, "Recorded activity was lower than in your reference set; within error."))
        .isEmpty();
  }

  @Test
  void simulatedDataIsCalledSynthetic() {
    assertThat(Texts.get("synthetic")).startsWith("Synthetic");
  }
}
