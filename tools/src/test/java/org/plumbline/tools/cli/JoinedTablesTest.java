package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** Thigh and shank in a file each, and in one file side by side, are the same session. */
class JoinedTablesTest {
  @TempDir static Path folder;
  private static Path wide = Path.of("");
  private static Path wideProfile = Path.of("");
  private static Path oneProfile = Path.of("");

  @BeforeAll
  static void tables() throws IOException {
    Scenario scenario =
        Scenario.squat(5)
            .withNoise(NoiseLevel.none())
            .withEmg(Optional.empty())
            .withImus(
                List.of(
                    ImuSensor.on(Segment.THIGH, Side.LEFT, 100),
                    ImuSensor.on(Segment.SHANK, Side.LEFT, 100)))
            .withRepetitions(RepetitionPlan.good().times(3));
    List<SessionEvent> events = new SimulatedBody(scenario).events();
    List<String> thigh = rows(events, 1);
    List<String> shank = rows(events, 2);
    StringBuilder both =
        new StringBuilder("time,tax,tay,taz,tgx,tgy,tgz,sax,say,saz,sgx,sgy,sgz\n");
    int rows = Math.min(thigh.size(), shank.size());
    for (int i = 0; i < rows; i++) {
      both.append(time(i)).append(thigh.get(i)).append(shank.get(i)).append('\n');
    }
    wide = Files.writeString(folder.resolve("both.csv"), both);
    single("thigh.csv", thigh.subList(0, rows));
    single("shank.csv", shank.subList(0, rows));
    String head = "profile: 1\nname: table\ntime: {column: time, unit: s}\nstreams:\n";
    wideProfile =
        Files.writeString(
            folder.resolve("wide.yaml"),
            head + stream("thigh", "left-thigh", "t") + stream("shank", "left-shank", "s"));
    oneProfile = Files.writeString(folder.resolve("one.yaml"), head + stream("imu", "ask", ""));
  }

  private static String stream(String name, String location, String prefix) {
    return """
          - name: NAME
            location: PLACE
            acceleration: {columns: [_ax, _ay, _az], unit: m/s2}
            angularRate: {columns: [_gx, _gy, _gz], unit: rad/s}
        """
        .replace("NAME", name)
        .replace("PLACE", location)
        .replace("_", prefix);
  }

  private static String time(int row) {
    return row / 100 + "." + (row % 100 < 10 ? "0" : "") + row % 100;
  }

  private static void single(String name, List<String> rows) throws IOException {
    StringBuilder text = new StringBuilder("time,ax,ay,az,gx,gy,gz\n");
    for (int i = 0; i < rows.size(); i++) {
      text.append(time(i)).append(rows.get(i)).append('\n');
    }
    Files.writeString(folder.resolve(name), text);
  }

  /** Six cells per sample, a comma in front of each. */
  private static List<String> rows(List<SessionEvent> events, int stream) {
    StreamDescriptor descriptor =
        events.stream()
            .filter(Described.class::isInstance)
            .map(event -> ((Described) event).stream())
            .filter(one -> one.id() == stream)
            .findFirst()
            .orElseThrow();
    List<String> rows = new java.util.ArrayList<>();
    for (SessionEvent event : events) {
      if (event instanceof Samples samples && samples.stream() == stream) {
        for (int i = 0; i < samples.size(); i++) {
          StringBuilder row = new StringBuilder();
          for (int c = 0; c < 6; c++) {
            Channel channel = descriptor.channels().get(c);
            row.append(',').append(samples.raw(i, c) * channel.scale() + channel.offset());
          }
          rows.add(row.toString());
        }
      }
    }
    return rows;
  }

  private static JsonNode sets(CommandLineCase run, Path json) throws IOException {
    assertThat(run.status()).as(run.err()).isZero();
    return new ObjectMapper().readTree(json.toFile()).at("/result/sets");
  }

  @Test
  void twoFilesGiveWhatOneFileWithBothSensorsGives() throws IOException {
    Path whole = folder.resolve("whole.json");
    Path joined = folder.resolve("joined.json");
    JsonNode expected =
        sets(
            CommandLineCase.of("analyze", wide, "-p", wideProfile, "-e", "squat", "--json", whole),
            whole);
    JsonNode actual =
        sets(
            CommandLineCase.of(
                "analyze",
                folder.resolve("thigh.csv"),
                folder.resolve("shank.csv"),
                "-p",
                oneProfile,
                "-e",
                "squat",
                "--placement",
                "left-thigh,left-shank",
                "--json",
                joined),
            joined);
    assertThat(actual.get(0).get("repetitions")).hasSize(3);
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void everyFileNeedsItsPlace() {
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            folder.resolve("thigh.csv"),
            folder.resolve("shank.csv"),
            "-p",
            oneProfile,
            "-e",
            "squat",
            "--placement",
            "left-thigh");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("1 place for 2 FILEs");
  }
}
