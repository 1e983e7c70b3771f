package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Operator.Action;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.fixtures.FixtureCatalog;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** Protocols on the command line, as docs/protocols.md says. */
class ProtocolsTest {

  @TempDir Path folder = Path.of("");

  /** The YAML of the page that people follow. */
  private static String documented() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    String page = Files.readString(root.resolve("docs/protocols.md"));
    int from = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(from, page.indexOf("```", from));
  }

  /** Two sets of five squats, the second to six tenths of the depth, with a pause of 12 s. */
  private Path recorded() throws IOException {
    List<RepetitionPlan> plans = new ArrayList<>(RepetitionPlan.good().times(5));
    plans.set(4, plans.get(4).thenRest(12));
    plans.addAll(RepetitionPlan.good().toDepth(0.6).times(5));
    SimulatedBody body =
        new SimulatedBody(Scenario.squat(21).withRepetitions(plans).withEmg(Optional.empty()));
    List<TrueRepetition> truth = body.truth().repetitions();
    List<Operator> pressed = new ArrayList<>();
    pressed.add(pressed(1, Action.SET_START));
    pressed.add(pressed(truth.get(4).endSeconds() + 0.8, Action.SET_STOP));
    pressed.add(pressed(truth.get(5).startSeconds() - 1, Action.SET_START));
    Path file = folder.resolve("two-sets.plog");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (SessionEvent event : body.events()) {
        while (!pressed.isEmpty() && pressed.get(0).atNanos() <= event.atNanos()) {
          writer.append(pressed.remove(0));
        }
        if (!(event instanceof Operator)) {
          writer.append(event);
        }
      }
    }
    return file;
  }

  private static Operator pressed(double seconds, Action action) {
    return Operator.of(Math.round(seconds * 1e9), action);
  }

  @Test
  void whoFollowsTheDocumentationHasAProtocolThatNamesSetsAndComparesBlocks() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(own.resolve("mine.yaml"), documented());
    Path json = folder.resolve("result.json");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze", recorded(), "--protocols", own, "--protocol", "band-or-not", "--json", json);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Without a band, set 1 of 1, 8 repetitions")
        .contains("Note: Set 1 (Without a band, 1 of 1): 5 of 8 repetitions were done.")
        .contains("60 s were planned.")
        .contains("Compared: \"Without a band\" and \"With a band\"")
        .contains("no change beyond the error")
        .containsPattern("change -\\d\\d\\.\\d ± ");
    assertThat(run.out().substring(run.out().indexOf("Compared:")).lines())
        .filteredOn(line -> !line.contains(folder.toString()))
        .allMatch(line -> line.length() <= 100);
    JsonNode result = new ObjectMapper().readTree(json.toFile()).get("result");
    assertThat(result.at("/sets/1/planned/block").asText()).isEqualTo("with");
    assertThat(result.at("/sets/1/variant").asText()).isEqualTo("banded");
    assertThat(result.at("/sets/0/planned/told")).isEmpty();
    assertThat(result.at("/protocol/comparisons/0/metrics").findValuesAsText("metric"))
        .contains("kneeFlexionRange");
    assertThat(result.at("/context/applied/protocol/protocol/id").asText())
        .isEqualTo("band-or-not");
  }

  @Test
  void thePageAndTheTablesHaveTheBlocksSideBySide() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("mine.yaml"),
        documented()
            .replace("exercise: squat, variant: body-weight", "exercise: hip-hinge")
            .replace("compare:\n  - {first: without, second: with}\n", ""));
    Files.writeString(own.resolve("alike.yaml"), documented().replace("band-or-not", "alike"));
    Path html = folder.resolve("report.html");
    Path csv = folder.resolve("csv");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            recorded(),
            "--protocols",
            own,
            "--protocol",
            "alike",
            "--report",
            html,
            "--csv",
            csv);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(html))
        .contains("<title>Squat · ", "Blocks side by side", "Without a band → With a band")
        .contains("Without a band, set 1 of 1 · ")
        .containsPattern("<td>yes</td>")
        .containsPattern("<td>no</td>");
    List<String> rows = Files.readAllLines(csv.resolve("comparisons.csv"));
    assertThat(rows.get(0)).startsWith("subject,synthetic,protocol,first,second,metric,side,unit");
    assertThat(rows)
        .anyMatch(
            row ->
                row.startsWith(
                        "SYN,true,alike,Without a band,With a band,kneeFlexionRange,left,deg,")
                    && row.endsWith(",true"));
    CommandLineCase two =
        CommandLineCase.of(
            "analyze",
            folder.resolve("two-sets.plog"),
            "--protocols",
            own,
            "--protocol",
            "band-or-not",
            "--report",
            html,
            "--force");
    assertThat(two.status()).as(two.err()).isZero();
    assertThat(Files.readString(html)).contains("<title>Hip hinge, Squat · ");
  }

  @Test
  void theListAndOneInFull() {
    assertThat(CommandLineCase.of("protocols").out())
        .contains("three-by-ten", "banded-against-unbanded", "pre-fatigue", "burn-out");
    assertThat(CommandLineCase.of("protocols", "pre-fatigue").out())
        .contains("2 × 20 repetitions", "rest 120 s", "feedback: none", "only beyond a limit");
    CommandLineCase unknown = CommandLineCase.of("protocols", "dance");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("dance", "three-by-ten");
  }

  @Test
  void whatIsWrongInAFileIsSaidWithItsPlace() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(own.resolve("bad.yaml"), documented().replace("banded", "heavy"));
    CommandLineCase run = CommandLineCase.of("protocols", "--protocols", own);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("bad.yaml, line ", "heavy");
    assertThat(CommandLineCase.of("protocols", "--protocols", folder.resolve("away")).err())
        .contains("--protocols", "no folder");
  }

  @Test
  void aProtocolGoesWithoutAnExercise() throws IOException {
    Path squat = FixtureCatalog.find("squat-good").copyTo(folder);
    CommandLineCase both =
        CommandLineCase.of("analyze", squat, "--protocol", "three-by-ten", "-e", "squat");
    assertThat(both.status()).isEqualTo(2);
    assertThat(both.err()).contains("names its exercises");
  }
}
