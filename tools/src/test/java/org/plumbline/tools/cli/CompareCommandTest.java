package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.fixtures.FixtureCatalog;

/** What moved between two analyses, from the command line. */
class CompareCommandTest {

  @TempDir Path folder = Path.of("");

  private Path result(Path recording, String name, String... options) {
    Path json = folder.resolve(name);
    String[] words = new String[options.length + 6];
    String[] first = {"analyze", recording.toString(), "--json", json.toString(), "-e", "squat"};
    System.arraycopy(first, 0, words, 0, 6);
    System.arraycopy(options, 0, words, 6, options.length);
    CommandLineCase run = CommandLineCase.of((Object[]) words);
    assertThat(run.status()).as(run.err()).isZero();
    return json;
  }

  @Test
  void aResultTwiceIsIdenticalAndStatusZero() throws IOException {
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    Path json = result(squat, "a.json");
    CommandLineCase same = CommandLineCase.of("compare", json, result(squat, "b.json"));
    assertThat(same.status()).isZero();
    assertThat(same.out()).contains("a result of", "identical, byte for byte (10 repetitions)");
  }

  @Test
  void aRecordingIsAnalyzedNowAndSaidToBe() throws IOException {
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    Path plain = folder.resolve("plain.json");
    CommandLineCase.of("analyze", squat, "--json", plain);
    CommandLineCase same = CommandLineCase.of("compare", plain, squat);
    assertThat(same.status()).as(same.out()).isZero();
    assertThat(same.out()).contains("a recording, analyzed now by", "identical");
  }

  @Test
  void aMeasuredStandingKneeIsNamedAsTheCauseAndStatusOne() throws IOException {
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    Path out = folder.resolve("moved.json");
    CommandLineCase moved =
        CommandLineCase.of(
            "compare",
            result(squat, "a.json"),
            result(squat, "b.json", "--standing-knee", "right=12"),
            "--json",
            out);
    assertThat(moved.status()).as(moved.err()).isEqualTo(1);
    assertThat(moved.out())
        .contains(
            "Calibration and person, differences: 1", "10 in both", "Knee flexion, peak, right")
        .doesNotContain("Knee flexion, peak, left");
    assertThat(moved.out().lines().filter(line -> !line.contains(folder.toString())))
        .allMatch(line -> line.length() <= 100);
    assertThat(new ObjectMapper().readTree(out.toFile()).at("/settings/0/where").asText())
        .isEqualTo("body");
    CommandLineCase again = CommandLineCase.of("compare", squat, squat, "--json", out);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("exists already");
  }

  @Test
  void whatCannotBeComparedIsStatusTwo() throws IOException {
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    Path table = Files.writeString(folder.resolve("a.csv"), "t,x\n0,1\n");
    Path other = Files.writeString(folder.resolve("b.json"), "{\"schema\":\"x\"}");
    assertThat(CommandLineCase.of("compare", squat, table).status()).isEqualTo(2);
    assertThat(CommandLineCase.of("compare", squat, table).err()).contains("is a table");
    assertThat(CommandLineCase.of("compare", other, squat).err()).contains("b.json", "schema");
    assertThat(CommandLineCase.of("compare", squat, folder.resolve("no")).status()).isEqualTo(2);
    assertThat(CommandLineCase.of("compare", squat).status()).isEqualTo(2);
  }
}
