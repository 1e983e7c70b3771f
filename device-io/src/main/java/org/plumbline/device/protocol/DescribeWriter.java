package org.plumbline.device.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.StreamDescriptor;

/** Writes the JSON texts of a description; channels in SI units, each part as full as it can be. */
final class DescribeWriter {
  private final JsonMapper json = new JsonMapper();
  private final DeviceDescription device;
  private final Map<Integer, SampleType> sampleTypes;

  DescribeWriter(DeviceDescription device, Map<Integer, SampleType> sampleTypes) {
    this.device = device;
    this.sampleTypes = sampleTypes;
  }

  /**
   * The texts of all parts.
   *
   * @throws IllegalArgumentException when a single stream needs more than one part can hold
   */
  List<byte[]> parts() {
    List<byte[]> parts = new ArrayList<>();
    byte[] open = {};
    ObjectNode root = root();
    ArrayNode streams = root.putArray("streams");
    for (StreamDescriptor stream : device.streams()) {
      streams.add(stream(stream));
      byte[] text = text(root);
      if (text.length > WireFormat.MAX_JSON_BYTES && streams.size() > 1) {
        parts.add(open);
        root = root();
        streams = root.putArray("streams");
        streams.add(stream(stream));
        text = text(root);
      }
      if (text.length > WireFormat.MAX_JSON_BYTES) {
        throw new IllegalArgumentException(
            "stream "
                + stream.id()
                + " needs "
                + text.length
                + " bytes of description, one frame holds "
                + WireFormat.MAX_JSON_BYTES
                + "; make two streams of its channels");
      }
      open = text;
    }
    parts.add(open);
    return parts;
  }

  private ObjectNode root() {
    return json.createObjectNode()
        .put("name", device.name())
        .put("serial", device.serial())
        .put("firmware", device.firmware())
        .put("origin", Location.idOf(device.origin()));
  }

  private ObjectNode stream(StreamDescriptor stream) {
    Channel first = stream.channels().get(0);
    ObjectNode node =
        json.createObjectNode()
            .put("id", stream.id())
            .put("name", stream.name())
            .put("type", sampleType(stream).id())
            .put("rateHz", stream.nominalRateHz());
    if (stream.latenessNanos() != StreamDescriptor.DEFAULT_LATENESS_NANOS) {
      node.put("latenessMillis", Math.max(1, stream.latenessNanos() / 1_000_000));
    }
    node.put("location", first.location().id());
    node.put("latencyMicros", first.latencyNanos() / 1000.0);
    ArrayNode channels = node.putArray("channels");
    for (Channel channel : stream.channels()) {
      channels.add(channel(channel, first));
    }
    return node;
  }

  private SampleType sampleType(StreamDescriptor stream) {
    SampleType type = sampleTypes.get(stream.id());
    if (type == null) {
      throw new IllegalArgumentException("no sample type for stream " + stream.id());
    }
    return type;
  }

  private ObjectNode channel(Channel channel, Channel first) {
    ObjectNode node =
        json.createObjectNode()
            .put("name", channel.name())
            .put("quantity", Location.idOf(channel.quantity()));
    if (channel.axis() != Axis.NONE) {
      node.put("axis", Location.idOf(channel.axis()));
    }
    if (!channel.location().equals(first.location())) {
      node.put("location", channel.location().id());
    }
    if (channel.latencyNanos() != first.latencyNanos()) {
      node.put("latencyMicros", channel.latencyNanos() / 1000.0);
    }
    node.put("scale", channel.scale());
    if (channel.offset() != 0) {
      node.put("offset", channel.offset());
    }
    return node;
  }

  private byte[] text(ObjectNode root) {
    try {
      return json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", impossible);
    }
  }
}
