package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.fixtures.FixtureCatalog;

/** Exercises of the user's own, as docs/exercises.md says. */
class ExercisesTest {

  @TempDir Path folder = Path.of("");

  /** The YAML of the page that people follow. */
  private static String documented() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    String page = Files.readString(root.resolve("docs/exercises.md"));
    int from = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(from, page.indexOf("```", from));
  }

  private Path own(String name, String yaml) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(own.resolve(name), yaml);
    return own;
  }

  @Test
  void whoFollowsTheDocumentationHasANewExercise() throws IOException {
    Path own = own("deep-squat.yaml", documented());
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    Path json = folder.resolve("result.json");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            squat,
            "--exercises",
            own,
            "-e",
            "deep-squat",
            "--variant",
            "banded",
            "--json",
            json);
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode set = new ObjectMapper().readTree(json.toFile()).at("/result/sets/0");
    assertThat(set.get("exercise").asText()).isEqualTo("deep-squat");
    assertThat(set.get("variant").asText()).isEqualTo("banded");
    assertThat(set.get("repetitions")).hasSize(10);
    JsonNode verdicts = set.at("/repetitions/5/verdicts");
    assertThat(verdicts.findValuesAsText("rule")).contains("depth", "pelvic-drop");
    assertThat(verdicts.findValuesAsText("outcome")).contains("satisfied");
  }

  /** Not what the ids look like when they are split into words. */
  @Test
  void theNamesOfAnExerciseOfTheUsersOwnReachConsoleAndPage() throws IOException {
    String yaml =
        documented()
            .replace("name: Deep squat", "name: Heels-up squat")
            .replace("name: Barbell", "name: Bar on the back");
    Path own = own("deep-squat.yaml", yaml);
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    Path html = folder.resolve("result.html");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            squat,
            "--exercises",
            own,
            "-e",
            "deep-squat",
            "--variant",
            "loaded",
            "--report",
            html);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Subject SYN-01, Heels-up squat", "Set 1: Heels-up squat")
        .doesNotContain("Deep squat");
    assertThat(Files.readString(html))
        .contains("<h1>Heels-up squat", "Heels-up squat · both sides · Bar on the back")
        .doesNotContain("Deep squat", "Loaded");
  }

  @Test
  void theListHasItBesideThoseOfTheProgram() throws IOException {
    CommandLineCase run =
        CommandLineCase.of("exercises", "--exercises", own("x.yaml", documented()));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("deep-squat", "clamshell", "Needs a sensor on: thigh.");
    CommandLineCase one =
        CommandLineCase.of("exercises", "deep-squat", "--exercises", folder.resolve("own"));
    assertThat(one.out())
        .contains("Barbell", "hips are below the knees", "Without a sensor on the pelvis");
  }

  @Test
  void whatIsWrongInAFileIsSaidWithItsPlace() throws IOException {
    Path own = own("bad.yaml", documented().replace("red: 12", "red: 5"));
    CommandLineCase run = CommandLineCase.of("exercises", "--exercises", own);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("bad.yaml, line 52, column 12", "above amber");
  }

  @Test
  void aFolderOfAStrangerLeadsNowhere() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.yaml"), documented());
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.createSymbolicLink(own.resolve("a.yaml"), secret);
    assertThat(CommandLineCase.of("exercises", "--exercises", own).err())
        .contains("a.yaml", "not followed");
  }

  @Test
  void foldersThatHoldNoExercisesAreRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(CommandLineCase.of("exercises", "--exercises", empty).err()).contains("no .yaml");
    assertThat(CommandLineCase.of("exercises", "--exercises", folder.resolve("away")).err())
        .contains("no folder");
    Path own = own("long.yaml", "#".repeat(70_000));
    assertThat(CommandLineCase.of("exercises", "--exercises", own).err()).contains("longer");
    Files.write(own.resolve("long.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(CommandLineCase.of("exercises", "--exercises", own).err()).contains("UTF-8");
    Files.writeString(own.resolve("long.yaml"), documented().replace("deep-squat", "squat"));
    assertThat(CommandLineCase.of("exercises", "--exercises", own).err())
        .contains("long.yaml: an exercise that comes with the program has the id \"squat\"");
  }

  @Test
  void variantAndLegNeedAnExerciseAndHaveToBeThere() throws IOException {
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    assertThat(CommandLineCase.of("analyze", squat, "--variant", "banded").err())
        .contains("--exercise");
    assertThat(CommandLineCase.of("analyze", squat, "-e", "squat", "--variant", "heavy").err())
        .contains("heavy", "banded");
    assertThat(CommandLineCase.of("analyze", squat, "-e", "squat", "--side", "up").err())
        .contains("left and right");
  }
}
