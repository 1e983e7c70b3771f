package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.fixtures.FixtureCatalog;

/** A person's reference over sessions, from the command line. */
class BaselineCommandTest {

  @TempDir Path folder = Path.of("");

  private Path fixture(String id) throws IOException {
    return FixtureCatalog.find(id).copyTo(folder);
  }

  @Test
  void sessionsStandSideBySideAndEveryChangeHasItsError() throws IOException {
    Path json = folder.resolve("baseline.json");
    CommandLineCase run =
        CommandLineCase.of(
            "baseline",
            fixture("squat-good"),
            fixture("squat-knee-valgus"),
            "-e",
            "squat",
            "--json",
            json);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("2 sessions, 20 repetitions", "1  squat-good.plog, 10 repetitions")
        .contains("no change beyond the error", "one looks as if it had");
    assertThat(run.out().lines().filter(line -> !line.contains(folder.toString())))
        .allMatch(line -> line.length() <= 100);
    JsonNode document = new ObjectMapper().readTree(json.toFile());
    assertThat(document.get("schema").asText()).isEqualTo("plumbline.baseline/1");
    assertThat(document.at("/metrics/0/levels")).hasSize(2);
    assertThat(document.at("/metrics/0/beyondError").isBoolean()).isTrue();
  }

  @Test
  void theSameStandsOnAPageAndInATable() throws IOException {
    Path html = folder.resolve("own.html");
    Path csv = folder.resolve("own.csv");
    Object[] words = {
      "baseline",
      fixture("squat-good"),
      fixture("squat-knee-valgus"),
      "-e",
      "squat",
      "--report",
      html,
      "--csv",
      csv
    };
    CommandLineCase run = CommandLineCase.of(words);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(html))
        .contains("<title>Squat: own reference over sessions</title>", "squat-good.plog")
        .contains("10 repetitions", "Beyond its error", "No medical purpose");
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows.get(0)).startsWith("exercise,session,file,metric,side,unit,median");
    List<String> knee =
        rows.stream().filter(row -> row.contains(",kneeFlexionRange,right,")).toList();
    assertThat(knee).hasSize(2);
    // The change stands with the last session that has it.
    assertThat(knee.get(0)).startsWith("squat,1,squat-good.plog,").endsWith(",10,,,");
    assertThat(knee.get(1)).startsWith("squat,2,squat-knee-valgus.plog,").endsWith(",false");
    CommandLineCase again = CommandLineCase.of(words);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("exists already and is kept");
  }

  @Test
  void aReferenceThatIsItselfBeyondALimitIsPointedOutThereAndInEveryResult() throws IOException {
    String said = "The reference set itself is beyond the limit for everyone: Pelvic tilt";
    Path bad = fixture("bridge-pelvic-tilt");
    CommandLineCase alone = CommandLineCase.of("baseline", bad, "-e", "bridge");
    assertThat(alone.out()).contains(said);
    Path well = fixture("bridge-good");
    CommandLineCase today = CommandLineCase.of("analyze", well, "-e", "bridge", "--reference", bad);
    assertThat(today.status()).as(today.err()).isZero();
    assertThat(today.out()).contains(said);
    CommandLineCase good = CommandLineCase.of("analyze", bad, "-e", "bridge", "--reference", well);
    assertThat(good.status()).as(good.err()).isZero();
    assertThat(good.out()).doesNotContain("The reference set itself");
  }

  @Test
  void severalReferencesMakeOneBaseline() throws IOException {
    Path json = folder.resolve("result.json");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            fixture("bridge-knee-valgus"),
            "-e",
            "bridge",
            "--reference",
            fixture("bridge-good"),
            "--reference",
            fixture("bridge-hamstrings"),
            "--json",
            json);
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode own =
        new ObjectMapper().readTree(json.toFile()).at("/result/context/applied/baseline");
    assertThat(own.get("repetitions").asInt()).isEqualTo(20);
    assertThat(own.get("origin").asText()).isEqualTo("bridge-good.plog, bridge-hamstrings.plog");
  }

  @Test
  void whatIsNoReferenceIsRefused() throws IOException {
    Path squat = fixture("squat-good");
    assertThat(CommandLineCase.of("baseline", squat).err()).contains("which exercise");
    assertThat(CommandLineCase.of("baseline", squat, squat, "-e", "squat").err())
        .contains("hold the same session");
    CommandLineCase other = CommandLineCase.of("baseline", squat, "-e", "clamshell");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err()).contains("fewer than 3 complete repetitions");
    assertThat(CommandLineCase.of("baseline", squat, "-e", "squat", "--reference", squat).status())
        .isEqualTo(2);
    assertThat(CommandLineCase.of("baseline", Files.createFile(folder.resolve("e"))).status())
        .isEqualTo(1);
  }
}
