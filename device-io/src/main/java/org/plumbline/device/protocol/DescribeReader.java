package org.plumbline.device.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.StreamDescriptor;

/**
 * Reads the JSON text of a DESCRIBE frame; unknown keys are left for later versions, a wrong type
 * or value is refused with its path.
 *
 * <p>Size, depth and lengths are bounded before anything is built from them.
 */
final class DescribeReader {
  /** Device, streams, stream, channels, channel: five; the rest is room for unknown keys. */
  private static final int MAX_DEPTH = 12;

  private static final int MAX_NUMBER_CHARACTERS = 32;
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final int MAX_LATENCY_MICROS = 10_000_000;
  private static final int MAX_LATENESS_MILLIS = 60_000;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_CHARACTERS)
                          .maxStringLength(WireFormat.MAX_JSON_BYTES)
                          .maxNameLength(WireFormat.MAX_JSON_BYTES)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads the JSON text of one frame. */
  DescribedPart read(byte[] utf8) throws MalformedFrameException {
    JsonFields root = JsonFields.of(tree(text(utf8)), "");
    String name = root.text("name");
    String serial = root.text("serial");
    String firmware = root.text("firmware");
    StreamDescriptor.Origin origin = origin(root);
    String device = name + " " + serial + ", firmware " + firmware;
    List<StreamDescriptor> streams = new ArrayList<>();
    List<SampleType> types = new ArrayList<>();
    for (JsonFields stream : root.objects("streams")) {
      types.add(sampleType(stream));
      streams.add(stream(stream, device, origin));
    }
    try {
      return new DescribedPart(
          new DeviceDescription(name, serial, firmware, WireFormat.VERSION, origin, streams),
          types);
    } catch (IllegalArgumentException repeated) {
      throw new MalformedFrameException(String.valueOf(repeated.getMessage()));
    }
  }

  /** Strictly UTF-8: left to itself the JSON parser would also take UTF-16 and UTF-32. */
  private static String text(byte[] utf8) throws MalformedFrameException {
    if (utf8.length > WireFormat.MAX_JSON_BYTES) {
      throw new MalformedFrameException(
          utf8.length + " bytes of JSON, the limit is " + WireFormat.MAX_JSON_BYTES);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedFrameException("the JSON text is not UTF-8");
    }
  }

  private JsonNode tree(String text) throws MalformedFrameException {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      // The original message without the source location block and its quote of the input.
      throw new MalformedFrameException(
          "not JSON at character "
              + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset())
              + ": "
              + e.getOriginalMessage());
    }
  }

  private static StreamDescriptor.Origin origin(JsonFields root) throws MalformedFrameException {
    String origin = root.text("origin");
    return switch (origin) {
      case "measured" -> StreamDescriptor.Origin.MEASURED;
      case "synthetic" -> StreamDescriptor.Origin.SYNTHETIC;
      default -> throw root.wrong("origin", "\"" + origin + "\" is neither measured nor synthetic");
    };
  }

  private static SampleType sampleType(JsonFields stream) throws MalformedFrameException {
    String id = stream.text("type");
    return SampleType.of(id)
        .orElseThrow(() -> stream.wrong("type", "\"" + id + "\" is not i16, i24, i32 or f32"));
  }

  private static StreamDescriptor stream(
      JsonFields stream, String device, StreamDescriptor.Origin origin)
      throws MalformedFrameException {
    int id = stream.integer("id", 1, DeviceDescription.MAX_STREAM_ID);
    String name = stream.text("name");
    double rateHz = stream.number("rateHz");
    long latenessNanos =
        stream.has("latenessMillis")
            ? stream.integer("latenessMillis", 1, MAX_LATENESS_MILLIS) * 1_000_000L
            : StreamDescriptor.DEFAULT_LATENESS_NANOS;
    Location location =
        stream.has("location") ? location(stream, "location") : new Location.Unplaced();
    long latencyNanos = latencyNanos(stream, 0);
    List<Channel> channels = new ArrayList<>();
    for (JsonFields channel : stream.objects("channels")) {
      channels.add(channel(channel, location, latencyNanos));
    }
    try {
      return new StreamDescriptor(
          id, name, device, origin, rateHz, MICROS_PER_SECOND, latenessNanos, channels);
    } catch (IllegalArgumentException impossible) {
      throw new MalformedFrameException(stream.path() + ": " + impossible.getMessage());
    }
  }

  private static Channel channel(JsonFields channel, Location ofStream, long latencyOfStream)
      throws MalformedFrameException {
    String name = channel.text("name");
    Quantity quantity = constant(channel, "quantity", Quantity.values(), channel.text("quantity"));
    Axis axis = constant(channel, "axis", Axis.values(), channel.text("axis", "none"));
    String unit = channel.text("unit", quantity.unit());
    double toSi =
        WireUnit.toSi(quantity, unit)
            .orElseThrow(
                () ->
                    channel.wrong(
                        "unit", "\"" + unit + "\" is none of " + WireUnit.accepted(quantity)));
    try {
      return new Channel(
          name,
          quantity,
          axis,
          channel.has("location") ? location(channel, "location") : ofStream,
          channel.number("scale", 1) * toSi,
          channel.number("offset", 0) * toSi,
          latencyNanos(channel, latencyOfStream));
    } catch (IllegalArgumentException impossible) {
      throw new MalformedFrameException(channel.path() + ": " + impossible.getMessage());
    }
  }

  private static Location location(JsonFields fields, String field) throws MalformedFrameException {
    try {
      return Location.parse(fields.text(field));
    } catch (IllegalArgumentException unknown) {
      throw fields.wrong(field, String.valueOf(unknown.getMessage()));
    }
  }

  private static long latencyNanos(JsonFields fields, long absent) throws MalformedFrameException {
    if (!fields.has("latencyMicros")) {
      return absent;
    }
    double micros = fields.number("latencyMicros");
    if (!(micros >= 0 && micros <= MAX_LATENCY_MICROS)) {
      throw fields.wrong("latencyMicros", micros + " is not in 0.." + MAX_LATENCY_MICROS);
    }
    return Math.round(micros * 1000);
  }

  private static <E extends Enum<E>> E constant(
      JsonFields fields, String field, E[] constants, String id) throws MalformedFrameException {
    for (E constant : constants) {
      if (Location.idOf(constant).equals(id)) {
        return constant;
      }
    }
    String known = Arrays.stream(constants).map(Location::idOf).collect(Collectors.joining(", "));
    throw fields.wrong(field, "\"" + id + "\" is none of " + known);
  }
}
