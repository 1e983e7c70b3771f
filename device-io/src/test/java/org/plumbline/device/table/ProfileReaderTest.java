package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;

class ProfileReaderTest {
  private static final String SMALLEST =
      """
      profile: 1
      name: smallest
      time: {rate: 100}
      streams:
        - name: thigh
          location: right-thigh
          acceleration: {columns: [ax, ay, az], unit: g}
      """;

  private static TableProfile read(String yaml) throws IOException {
    return ProfileReader.read("my.yaml", yaml);
  }

  private static void assertRefused(String yaml, String... parts) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void theSmallestProfileHasDocumentedDefaults() throws IOException {
    TableProfile profile = read(SMALLEST);
    assertThat(profile.format())
        .isEqualTo(
            new TableFormat(
                TableFormat.Delimiter.AUTO, 0, "", true, 0, 0, '.', List.of("", "nan")));
    assertThat(profile.time()).isEqualTo(new TimeRule.ByRate(100));
    assertThat(profile.counter()).isEmpty();
    assertThat(profile.streams().get(0).channels().get(2))
        .isEqualTo(
            new StreamRule.ChannelRule(
                new ColumnRef.Named("az"),
                Quantity.ACCELERATION,
                Axis.Z,
                Optional.empty(),
                9.80665,
                0,
                0));
  }

  @Test
  void everyKeyIsUnderstood() throws IOException {
    TableProfile profile =
        read(
            """
            profile: 1
            name: all-keys
            about: made up
            table:
              delimiter: semicolon
              skipLines: 2
              comment: "#"
              header: true
              unitLines: 1
              columns: 14
              decimal: comma
              missing: [NA, no, ~, null, ""]
            time: {column: t, unit: 100 us, wraps: 2^32, rate: 50}
            counter: {column: 2, wraps: 256}
            start: {column: clock, pattern: "dd.MM.yyyy HH:mm:ss", zone: Europe/Berlin}
            streams:
              - name: back
                location: pelvis
                device: Maker X
                rate: 25
                latencyMillis: 2.5
                acceleration: {columns: {x: a1, z: "3"}, unit: mg, scale: -1}
                angularRate: {columns: [4, 5, 6], unit: deg/s, scale: [1, -1, 2], latencyMillis: 7}
                magneticField: {columns: [m1, m2, m3], unit: a.u.}
                quaternion: {columns: [w, x, y, z]}
                other: [battery]
              - name: emg
                muscles:
                  - {column: e1, location: left-gluteus-maximus, unit: uV, scale: 2, offset: -5}
                angles:
                  - {column: k, location: left-knee, unit: deg}
            """);
    assertThat(profile.format().missing()).containsExactly("na", "no", "~", "null", "");
    TimeRule.ByColumn time = (TimeRule.ByColumn) profile.time();
    assertThat(time.cell()).isEqualTo(new TimeRule.TimeCell.Count(100_000));
    assertThat(time.wrapNanos()).isEqualTo(4_294_967_296L * 100_000);
    assertThat(time.rateHz()).isEqualTo(OptionalDouble.of(50));
    assertThat(profile.counter()).contains(new CounterRule(new ColumnRef.Numbered(2), 256));
    StreamRule back = profile.streams().get(0);
    assertThat(back.rateHz()).isEqualTo(OptionalDouble.of(25));
    assertThat(back.channels())
        .extracting(StreamRule.ChannelRule::quantity)
        .containsSubsequence(
            Quantity.ACCELERATION, Quantity.ANGULAR_RATE, Quantity.OTHER, Quantity.QUATERNION);
    assertThat(back.channels().get(0).scale()).isCloseTo(-0.00980665, within(1e-18));
    assertThat(back.channels().get(1).column()).isEqualTo(new ColumnRef.Named("3"));
    assertThat(back.channels().get(3).scale()).isEqualTo(-Math.PI / 180);
    assertThat(back.channels().get(3).latencyNanos()).isEqualTo(7_000_000);
    assertThat(back.channels().get(0).latencyNanos()).isEqualTo(2_500_000);
    StreamRule.ChannelRule emg = profile.streams().get(1).channels().get(0);
    assertThat(emg.scale()).isEqualTo(2e-6);
    assertThat(emg.offset()).isCloseTo(-5e-6, within(1e-20));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          streams:|colums: 3\\nstreams:|line 4, column 1|unknown key "colums"|name, about, table
          unit: g|unit: g, axis: x|line 7, column 52|unknown key "axis"|columns, unit, scale
          unit: g|unit: m/s|line 7, column 49|m/s2, g, mg|found "m/s"
          rate: 100|rate: 0x64|line 3, column 14|number such as|0x64
          rate: 100|rate: 1_00|line 3, column 14|number such as|1_00
          rate: 100|rate: yes|line 3, column 14|must be a number|"yes"
          rate: 100|rate: 1e9|line 3, column 14|not in 0.5..50000|1.0E9
          rate: 100|rate:|line 3|must be a number|rate
          rate: 100|unit: s|line 3, column 14|unit needs a time column|beside it
          rate: 100|column: t|line 3, column 7|needs the key unit|time
          rate: 100|column: t, unit: minutes|line 3, column 25|s, ms, us, ns|minutes
          rate: 100|column: t, unit: stamp, pattern: MMM|line 3, column 41|'M'|stamp pattern
          rate: 100|column: t, unit: stamp, zone: Mars|line 3|zone must be|Mars
          rate: 100|column: t, unit: ms, wraps: 0x10|line 3, column 36|whole number|0x10
          rate: 100|rate: 100, rate: 50|line 3, column 19|"rate"|given twice
          profile: 1|profile: 2|line 1, column 10|format version 2|reads version 1
          profile: 1|profil: 1|line 1, column 1|unknown key "profil"|profile, name
          right-thigh|thigh|line 6, column 15|thigh needs a side|line 6
          right-thigh|upper leg|line 6, column 15|unknown location|right-thigh
          location: right-thigh|device: x|line 5, column 5|needs a location|ask
          [ax, ay, az]|[ax, ay]|line 7, column 29|must name 3 columns (x, y, z)|found 2
          [ax, ay, az]|[ax, ay, 0]|line 7, column 38|column number 0|in quotes
          [ax, ay, az]|{x: ax, w: ay}|line 7, column 37|unknown key "w"|x, y, z
          [ax, ay, az]|7|line 7, column 29|keys with values|7
          name: smallest|name: *a|line 2, column 7|anchors|aliases
          name: smallest|name: [a]|line 2, column 7|single value|a list
          name: smallest|name: a/b|line 2, column 7|name must be|a/b
          time:|table: {decimal: comma, delimiter: comma}\\ntime:|line 3, column 8|cannot be both|comma
          time:|table: {header: yes}\\ntime:|line 3, column 17|true or false|"yes"
          time:|table: {delimiter: pipe}\\ntime:|line 3, column 20|comma, semicolon, tab|pipe
          time:|counter: {column: n, wraps: 1}\\ntime:|line 3|counter wraps at 1|2^48
          """)
  void namesTheLineTheColumnAndWhatIsAllowed(
      String part, String replacement, String place, String says, String alsoSays) {
    assertThat(SMALLEST).contains(part);
    String yaml = SMALLEST.replace(part, replacement.replace("\\n", "\n"));
    assertRefused(yaml, "my.yaml, " + place, says, alsoSays);
  }

  @Test
  void refusesWhatIsNoYamlOrNoProfile() {
    assertRefused("", "my.yaml", "is empty");
    assertRefused("a: b: c", "my.yaml, line 1", "not YAML");
    assertRefused("profile: 1\n\tname: x", "my.yaml, line 2", "not YAML");
    assertRefused("just text", "a profile needs keys with values");
    assertRefused(SMALLEST + "---\nprofile: 1\n", "second document");
    assertRefused("profile: " + "[".repeat(40) + "]".repeat(40), "my.yaml", "nested deeper");
    assertRefused(
        SMALLEST + SMALLEST.substring(SMALLEST.indexOf("  - name")), "two streams", "thigh");
  }

  @Test
  void whatYaml11WouldTwistMeansWhatItSays() throws IOException {
    // In YAML 1.1 these are 511, false and 5400.
    assertThat(read(SMALLEST.replace("rate: 100", "rate: 0777")).time())
        .isEqualTo(new TimeRule.ByRate(777));
    assertThat(read(SMALLEST.replace("[ax, ay, az]", "[no, y, 1:30:00]")).streams().get(0))
        .extracting(s -> s.channels().stream().map(c -> c.column().toString()).toList())
        .isEqualTo(List.of("\"no\"", "\"y\"", "\"1:30:00\""));
  }

  @Test
  void muscleAndJointCannotBeConfused() {
    String muscles =
        SMALLEST.replace(
            "acceleration: {columns: [ax, ay, az], unit: g}",
            "muscles: [{column: e, location: right-knee, unit: mV}]");
    assertRefused(muscles, "my.yaml, line 7, column 37", "right-knee is no muscle");
    assertRefused(
        muscles
            .replace("muscles", "angles")
            .replace("right-knee, unit: mV", "right-soleus, unit: deg"),
        "right-soleus is no joint");
  }

  @Test
  void theSidesCanBeExchanged() throws IOException {
    TableProfile emg = TableProfiles.builtIn("lower-limb-emg").orElseThrow().onOtherSide();
    assertThat(emg.streams().get(0).channels().get(0).location())
        .contains(Location.parse("left-rectus-femoris"));
    assertThat(emg.streams().get(1).channels().get(0).location())
        .contains(Location.parse("left-knee"));
    assertThat(
            TableProfiles.builtIn("three-imu-squat").orElseThrow().onOtherSide().streams().stream()
                .map(s -> s.location().orElseThrow().id()))
        .containsExactly("pelvis", "left-thigh", "left-shank");
  }
}
