package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Location;

class TableProfilesTest {
  @TempDir Path folder;

  private static final String EMG_HEADER =
      "Recto Femoral,Biceps Femoral,Vasto Medial,EMG Semitendinoso,Flexo-Extension";

  @Test
  void everyProfileThatComesWithTheProgramSaysWhoseDataItDescribes() {
    assertThat(TableProfiles.builtIn())
        .extracting(TableProfile::name)
        .containsExactly("three-imu-squat", "xsens-mt", "lower-limb-emg", "broad-csv", "mex-thigh");
    assertThat(TableProfiles.builtIn()).allMatch(p -> p.about().length() > 100);
    assertThat(TableProfiles.builtIn("broad-csv")).isPresent();
    assertThat(TableProfiles.builtIn("other")).isEmpty();
  }

  @Test
  void theHeaderLineFindsTheProfile() {
    assertThat(TableProfiles.fitting("a.csv", List.of(EMG_HEADER, "1,2,3,4,5")).only())
        .map(TableProfile::name)
        .contains("lower-limb-emg");
    assertThat(TableProfiles.fitting("a.csv", List.of("2018-11-08 11:41:07,0.1,0.2,0.3")).only())
        .map(TableProfile::name)
        .contains("mex-thigh");
  }

  @Test
  void whereNoneFitsASentenceSaysWhatToDo() {
    TableProfiles.Fitting none = TableProfiles.fitting("a.csv", List.of("t,x", "1,2"));
    assertThat(none.only()).isEmpty();
    assertThat(none.sentence())
        .contains("a.csv: none of the program's profiles fits")
        .contains("docs/table-profiles.md")
        .contains("--profile");
    assertThat(TableProfiles.fitting("a.csv", List.of(EMG_HEADER, "1,2,x,4,5")).only()).isEmpty();
  }

  @Test
  void whereSeveralFitNoneIsChosen() throws IOException {
    String yaml =
        """
        profile: 1
        name: one
        time: {rate: 9}
        streams: [{name: a, location: unplaced, other: [x]}]
        """;
    TableProfile one = TableProfiles.parse("one.yaml", yaml);
    TableProfile two = TableProfiles.parse("two.yaml", yaml.replace("one", "two"));
    TableProfiles.Fitting several =
        TableProfiles.fitting(
            "a.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8), List.of(one, two));
    assertThat(several.only()).isEmpty();
    assertThat(several.sentence()).contains("several profiles fit (one, two)");
  }

  @Test
  void aStreamIsPlacedByNameAndUnknownNamesAreRefused() {
    TableProfile xsens = TableProfiles.builtIn("xsens-mt").orElseThrow();
    assertThat(xsens.streamsToPlace()).containsExactly("imu");
    TableProfile placed = xsens.withLocation("imu", Location.parse("left-shank"));
    assertThat(placed.streamsToPlace()).isEmpty();
    assertThatThrownBy(() -> xsens.withLocation("thigh", Location.parse("left-shank")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stream \"thigh\"; it has [imu]");
  }

  /** The documentation beside the modules; its profiles must be true. */
  @Test
  void everyProfileInTheDocumentationIsRead() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "table-profiles.md"));
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(document);
    List<String> names = new ArrayList<>();
    while (yaml.find()) {
      names.add(TableProfiles.parse("table-profiles.md", yaml.group(1).stripIndent()).name());
    }
    assertThat(names).containsExactly("walk", "stamps", "mixed-rates");
    assertThat(TableProfiles.builtIn()).allMatch(p -> document.contains("`" + p.name() + "`"));
  }

  @Test
  void theFirstExampleInTheDocumentationOpens() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "table-profiles.md"));
    Matcher block = Pattern.compile("```(yaml)?\n(.*?)```", Pattern.DOTALL).matcher(document);
    assertThat(block.find()).isTrue();
    Path table = Files.writeString(folder.resolve("walk.csv"), block.group(2));
    assertThat(block.find()).isTrue();
    TableProfile profile = TableProfiles.parse("walk.yaml", block.group(2).stripIndent());
    LogCollector log = LogCollector.read(table, profile);
    assertThat(log.samples(1)).hasSize(2);
    assertThat(log.summary.ignoredColumns()).containsExactly("battery");
  }

  @Test
  void aProfileFileIsBoundedAndNamed() throws IOException {
    Path huge = Files.writeString(folder.resolve("huge.yaml"), "#".repeat(300_000));
    assertThatThrownBy(() -> TableProfiles.read(huge))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("huge.yaml: larger than 262144 bytes");
    Path binary = Files.write(folder.resolve("bin.yaml"), new byte[] {(byte) 0xff, 1});
    assertThatThrownBy(() -> TableProfiles.read(binary)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> TableProfiles.read(folder.resolve("none.yaml")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no such profile");
  }
}
