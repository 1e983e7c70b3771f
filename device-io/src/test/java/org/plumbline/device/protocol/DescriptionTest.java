package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.Message.Damaged;
import org.plumbline.device.protocol.Message.Description;

class DescriptionTest {
  private final Listener listener = new Listener(new PlumblineFrameDecoder());

  @Test
  void whatTheEncoderWritesIsWhatTheDecoderReads() {
    listener.hear(ExampleDevice.encoder().describe(), 3);
    assertThat(listener.messages)
        .containsExactly(new Description(3, ExampleDevice.DESCRIPTION, true));
  }

  @Test
  void aSmallDescriptionTakesItsDefaults() {
    StreamDescriptor stream = only(hear(json("")));
    assertThat(stream.device()).isEqualTo("N S, firmware F");
    assertThat(stream.origin()).isEqualTo(StreamDescriptor.Origin.MEASURED);
    assertThat(stream.ticksPerSecond()).isEqualTo(1_000_000);
    assertThat(stream.latenessNanos()).isEqualTo(StreamDescriptor.DEFAULT_LATENESS_NANOS);
    Channel channel = stream.channels().get(0);
    assertThat(channel.location().id()).isEqualTo("unplaced");
    assertThat(channel.axis()).isEqualTo(Axis.NONE);
    assertThat(channel.scale()).isEqualTo(1);
    assertThat(channel.offset() + channel.latencyNanos()).isZero();
  }

  // Factors by definition: g = 9.80665 m/s2, 180 deg = pi rad, 1 G = 100 uT, SI prefixes.
  @ParameterizedTest
  @CsvSource({
    "acceleration, m/s2, 1",
    "acceleration, g, 9.80665",
    "acceleration, mg, 0.00980665",
    "angular-rate, rad/s, 1",
    "angular-rate, deg/s, 0.017453292519943295",
    "angular-rate, mdeg/s, 0.000017453292519943295",
    "magnetic-field, uT, 1",
    "magnetic-field, T, 1000000",
    "magnetic-field, G, 100",
    "magnetic-field, mG, 0.1",
    "quaternion, 1, 1",
    "emg, V, 1",
    "emg, mV, 0.001",
    "emg, uV, 0.000001",
    "emg, nV, 0.000000001",
    "angle, rad, 1",
    "angle, deg, 0.017453292519943295",
    "other, hPa, 1",
  })
  void scaleAndOffsetAreTurnedIntoSi(String quantity, String unit, double factor) {
    String channel =
        """
        {"name":"c","quantity":"%s","unit":"%s","scale":0.5,"offset":-3}"""
            .formatted(quantity, unit);
    Channel read = only(hear(jsonOf(channel))).channels().get(0);
    assertThat(read.scale()).isCloseTo(0.5 * factor, within(1e-15 * factor));
    assertThat(read.offset()).isCloseTo(-3 * factor, within(1e-15 * factor));
  }

  @Test
  void placeAndLatencyOfAStreamHoldForItsChannelsUnlessTheySayOtherwise() {
    String channels =
        """
        {"name":"a","quantity":"emg"},
        {"name":"b","quantity":"emg","location":"left-hamstrings","latencyMicros":1.5}""";
    String stream = "\"location\":\"left-gluteus-maximus\",\"latencyMicros\":2000,";
    List<Channel> read = only(hear(json(stream, channels))).channels();
    assertThat(read.get(0).location().id()).isEqualTo("left-gluteus-maximus");
    assertThat(read.get(0).latencyNanos()).isEqualTo(2_000_000);
    assertThat(read.get(1).location().id()).isEqualTo("left-hamstrings");
    assertThat(read.get(1).latencyNanos()).isEqualTo(1_500);
  }

  @Test
  void unknownKeysAreLeftForLaterVersions() {
    String extra = "\"range\":{\"low\":[1,2,[3]]},\"latenessMillis\":900,";
    assertThat(only(hear(json(extra))).latenessNanos()).isEqualTo(900_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"name\":\"N\" | \"name\":7 | name is 7, not a text",
        "\"name\":\"N\" | \"nome\":\"N\" | name is missing",
        "\"name\":\"N\" | \"name\":\"\" | name is \"\", not 1 to 64 characters",
        "\"name\":\"N\" | \"name\":\"a\\u001b[2J\" | without control characters",
        "\"name\":\"N\" | \"name\":\"N\",\"name\":\"M\" | Duplicate field 'name'",
        "measured | guessed | origin: \"guessed\" is neither measured nor synthetic",
        "\"id\":1 | \"id\":0 | streams[0].id is 0, not a whole number in 1..250",
        "\"id\":1 | \"id\":251 | streams[0].id is 251",
        "\"id\":1 | \"id\":1.0 | streams[0].id is 1.0, not a whole number",
        "\"id\":1 | \"id\":99999999999 | streams[0].id is 99999999999",
        "\"rateHz\":100 | \"rateHz\":\"100\" | streams[0].rateHz is \"100\", not a number",
        "\"rateHz\":100 | \"rateHz\":-1 | streams[0]: stream 1: nominal rate -1.0",
        "\"rateHz\":100 | \"rateHz\":1e999 | streams[0].rateHz is",
        "\"rateHz\":100 | \"rateHz\":NaN | not JSON",
        "i16 | u16 | streams[0].type: \"u16\" is not i16, i24, i32 or f32",
        "\"emg\" | \"EMG\" | quantity: \"EMG\" is none of acceleration, angular-rate",
        "\"emg\" | \"emg\",\"axis\":\"w1\" | axis: \"w1\" is none of none, w, x, y, z",
        "\"emg\" | \"emg\",\"unit\":\"g\" | unit: \"g\" is none of V, mV, nV, uV",
        "\"emg\" | \"emg\",\"scale\":0 | streams[0].channels[0]: channel c: scale 0.0",
        "\"emg\" | \"emg\",\"scale\":null | channels[0].scale is null, not a number",
        "\"emg\" | \"emg\",\"scale\":[1] | channels[0].scale is [1], not a number",
        "\"emg\" | \"emg\",\"latencyMicros\":-1 | latencyMicros: -1.0 is not in 0..10000000",
        "\"emg\" | \"emg\",\"location\":\"elbow\" | location: unknown location \"elbow\"",
        "\"emg\" | \"emg\",\"location\":\"thigh\" | location: thigh needs a side",
        "\"emg\" | \"emg\",\"x\":[[[[[[[[[[1]]]]]]]]]] | nesting depth",
        "}]}]} | }]}]} {} | not JSON",
        "}]}]} | }]} | not JSON",
        "}]}]} | }]},7]} | streams[1] is 7, not an object",
        "}]}]} | }]},{\"id\":1,\"name\":\"S\",\"type\":\"i16\",\"rateHz\":1,\"channels\":[{\"name\":\"c\",\"quantity\":\"emg\"}]}]} | stream id 1 is described twice",
      })
  void aWrongValueIsDamagedWithItsPath(String good, String bad, String reason) {
    String text = json("");
    assertThat(text).contains(good);
    Damaged damaged = hear(text.replace(good, bad)).onlyDamage();
    assertThat(damaged.kind()).isEqualTo(Damaged.Kind.MALFORMED);
    assertThat(damaged.reason()).contains(reason).hasSizeLessThan(400);
  }

  @Test
  void textThatIsNotUtf8IsDamaged() {
    for (byte[] text :
        List.of(
            json("").getBytes(StandardCharsets.UTF_16LE),
            json("").replace("\"N\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1))) {
      Listener fresh = new Listener(new PlumblineFrameDecoder()).hear(describe(text));
      assertThat(fresh.onlyDamage().kind()).isEqualTo(Damaged.Kind.MALFORMED);
    }
    assertThat(hear(json("").replace("\"N\"", "\"N\u00e9\"")).damaged()).isEmpty();
  }

  @Test
  void anythingButAnObjectIsDamaged() {
    for (String text : List.of("7", "\"text\"", "[]", "null", "", " ", "{}", "{\"streams\":{}}")) {
      byte[] padded = text.isEmpty() ? new byte[] {' '} : text.getBytes(StandardCharsets.UTF_8);
      Listener fresh = new Listener(new PlumblineFrameDecoder()).hear(describe(padded));
      assertThat(fresh.onlyDamage().kind()).as(text).isEqualTo(Damaged.Kind.MALFORMED);
    }
  }

  @Test
  void aDescriptionWhoseChecksumIsWrongIsNotUsed() {
    byte[] text = json("").getBytes(StandardCharsets.UTF_8);
    listener.hear(describe(0, 1, 0x1234_5678, text));
    assertThat(listener.onlyDamage().reason()).contains("checksum 12345678, but it has");
  }

  @Test
  void aDeviceTooLargeForOneFrameIsDescribedInPartsOfWhichEachIsUsefulAlone() {
    PlumblineFrameEncoder hub = new PlumblineFrameEncoder(hub(20), types(20));
    List<byte[]> parts = split(hub.describe());
    assertThat(parts).hasSizeGreaterThan(2).allMatch(p -> p.length <= CobsFraming.MAX_WIRE_BYTES);
    listener.hear(parts.get(1));
    Description first = (Description) listener.messages.get(0);
    assertThat(first.complete()).isFalse();
    int known = first.device().streams().get(0).id();
    listener.hear(hub.data(known, 0, 0, 0, new int[9]));
    assertThat(listener.damaged()).isEmpty();
    for (byte[] part : parts) {
      listener.hear(part);
    }
    Description last = (Description) listener.messages.get(listener.messages.size() - 1);
    assertThat(last.complete()).isTrue();
    assertThat(last.device()).isEqualTo(hub(20));
    assertThat(listener.damaged()).isEmpty();
  }

  @Test
  void twoSensorsThatChangedPlacesMakeANewDescription() {
    DeviceDescription hub = hub(20);
    List<StreamDescriptor> swapped = new ArrayList<>(hub.streams());
    swapped.set(0, renamed(hub.streams().get(0), hub.streams().get(19).name()));
    swapped.set(19, renamed(hub.streams().get(19), hub.streams().get(0).name()));
    PlumblineFrameEncoder before = new PlumblineFrameEncoder(hub, types(20));
    PlumblineFrameEncoder after = new PlumblineFrameEncoder(hub.withStreams(swapped), types(20));
    listener.hear(before.describe()).hear(after.data(1, 0, 0, 0, new int[9]));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.UNDESCRIBED);
    listener.hear(split(after.describe()).get(0));
    assertThat(last().complete()).isFalse();
    listener.hear(after.describe());
    assertThat(last()).isEqualTo(new Description(0, hub.withStreams(swapped), true));
  }

  @Test
  void aPartThatChangedUnderTheSameChecksumIsAnErrorOfTheFirmware() {
    byte[] text = json("").getBytes(StandardCharsets.UTF_8);
    byte[] other = json("").replace("100", "200").getBytes(StandardCharsets.UTF_8);
    listener.hear(describe(0, 2, 5, text)).hear(describe(0, 2, 5, other));
    assertThat(listener.onlyDamage().reason()).contains("has changed and its checksum has not");
  }

  @Test
  void memoryForADescriptionIsBounded() {
    byte[] big = new byte[WireFormat.MAX_JSON_BYTES];
    Arrays.fill(big, (byte) ' ');
    int fit = WireFormat.MAX_DESCRIPTION_BYTES / WireFormat.MAX_JSON_BYTES;
    for (int part = 0; part < 250; part++) {
      byte[] text =
          json("").replace("\"id\":1", "\"id\":" + (part + 1)).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(text, 0, big, 0, text.length);
      Arrays.fill(big, text.length, big.length, (byte) ' ');
      listener.hear(describe(part, 250, 5, big));
    }
    assertThat(listener.read()).hasSize(fit);
    assertThat(listener.damaged()).allMatch(d -> d.reason().contains("65536 bytes"));
    assertThat(last().device().streams()).hasSize(fit);
  }

  @Test
  void partNumbersMustFit() {
    byte[] text = json("").getBytes(StandardCharsets.UTF_8);
    listener.hear(describe(1, 1, 0, text)).hear(describe(0, 0, 0, text));
    assertThat(listener.damaged())
        .extracting(Damaged::reason)
        .containsExactly("DESCRIBE is part 1 of 1", "DESCRIBE is part 0 of 0");
  }

  @Test
  void aStreamTooLargeForOneFrameIsRefusedWithAdvice() {
    StreamDescriptor one = hub(1).streams().get(0);
    List<Channel> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.addAll(one.channels());
    }
    StreamDescriptor wide =
        new StreamDescriptor(1, "w", "d", one.origin(), 1, 1_000_000, 1_000_000, many);
    assertThatThrownBy(() -> new PlumblineFrameEncoder(hub(1).withStreams(List.of(wide)), types(1)))
        .hasMessageContaining("stream 1 needs")
        .hasMessageContaining("make two streams");
  }

  @Test
  void twoStreamsWithOneIdAreNoDevice() {
    StreamDescriptor one = hub(1).streams().get(0);
    assertThatThrownBy(() -> hub(1).withStreams(List.of(one, one)))
        .hasMessage("stream id 1 is described twice");
  }

  private Description last() {
    return (Description) listener.read().get(listener.read().size() - 1);
  }

  private Listener hear(String json) {
    return listener.hear(describe(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static StreamDescriptor only(Listener heard) {
    assertThat(heard.damaged()).isEmpty();
    return ((Description) heard.messages.get(0)).device().streams().get(0);
  }

  private static String json(String streamKeys) {
    return json(streamKeys, "{\"name\":\"c\",\"quantity\":\"emg\"}");
  }

  private static String jsonOf(String channels) {
    return json("", channels);
  }

  private static String json(String streamKeys, String channels) {
    return "{\"name\":\"N\",\"serial\":\"S\",\"firmware\":\"F\",\"origin\":\"measured\",\"streams\":"
        + "[{\"id\":1,\"name\":\"S\",\"type\":\"i16\",\"rateHz\":100,"
        + streamKeys
        + "\"channels\":["
        + channels
        + "]}]}";
  }

  private static byte[] describe(byte[] json) {
    CRC32C crc = new CRC32C();
    crc.update(json);
    return describe(0, 1, (int) crc.getValue(), json);
  }

  private static byte[] describe(int part, int parts, int checksum, byte[] json) {
    byte[] content = new byte[8 + json.length];
    content[0] = 0x21;
    content[2] = (byte) part;
    content[3] = (byte) parts;
    LittleEndian.putI32(content, 4, checksum);
    System.arraycopy(json, 0, content, 8, json.length);
    return Wire.frame(content);
  }

  private static List<byte[]> split(byte[] frames) {
    List<byte[]> all = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < frames.length; at++) {
      if (frames[at] == 0) {
        all.add(Arrays.copyOfRange(frames, from, at + 1));
        from = at + 1;
      }
    }
    return all;
  }

  private static Map<Integer, SampleType> types(int streams) {
    Map<Integer, SampleType> types = new TreeMap<>();
    for (int id = 1; id <= streams; id++) {
      types.put(id, SampleType.I16);
    }
    return types;
  }

  /** IMUs of nine channels. */
  private static DeviceDescription hub(int streams) {
    List<StreamDescriptor> all = new ArrayList<>();
    for (int id = 1; id <= streams; id++) {
      List<Channel> channels = new ArrayList<>();
      for (Quantity quantity :
          List.of(Quantity.ACCELERATION, Quantity.ANGULAR_RATE, Quantity.MAGNETIC_FIELD)) {
        for (Axis axis : List.of(Axis.X, Axis.Y, Axis.Z)) {
          channels.add(
              new Channel(
                  "c" + channels.size(), quantity, axis, Location.parse("pelvis"), 0.01, 0, 0));
        }
      }
      all.add(
          new StreamDescriptor(
              id,
              "sensor %02d".formatted(id),
              "Hub 7, firmware 2",
              StreamDescriptor.Origin.MEASURED,
              200,
              1_000_000,
              1_000_000_000,
              channels));
    }
    return new DeviceDescription("Hub", "7", "2", 1, StreamDescriptor.Origin.MEASURED, all);
  }

  private static StreamDescriptor renamed(StreamDescriptor s, String name) {
    return new StreamDescriptor(
        s.id(),
        name,
        s.device(),
        s.origin(),
        s.nominalRateHz(),
        s.ticksPerSecond(),
        s.latenessNanos(),
        s.channels());
  }
}
