package org.plumbline.device.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.plumbline.device.log.StreamDescriptor;

/**
 * What a decoder knows of the streams of its link, gathered from DESCRIBE frames.
 *
 * <p>All frames of one description carry the checksum of the whole; a frame with another one starts
 * anew, so that samples are never read with the layout of yesterday. Bounded by {@link
 * WireFormat#MAX_DESCRIPTION_BYTES}.
 */
final class Descriptions {

  /** How the samples of a stream are stored. */
  record Layout(SampleType type, int channels) {}

  /** The JSON text of one frame and what it said. */
  private static final class Part {
    private final byte[] json;
    private final DescribedPart content;

    private Part(byte[] json, DescribedPart content) {
      this.json = json;
      this.content = content;
    }
  }

  private final DescribeReader reader = new DescribeReader();
  private final @Nullable Layout[] layouts = new @Nullable Layout[256];
  private @Nullable Part[] parts = {};
  private long checksum;
  private int bytes;
  private @Nullable DeviceDescription known;

  /** Forgets everything. */
  void forget() {
    parts = new @Nullable Part[0];
    bytes = 0;
    known = null;
    Arrays.fill(layouts, null);
  }

  /** Forgets everything if it is not the description with this checksum. */
  void keepOnly(long descriptionChecksum) {
    if (parts.length > 0 && checksum != descriptionChecksum) {
      forget();
    }
  }

  /**
   * How samples are stored that carry {@code layoutTag}, the low byte of the checksum of the
   * description they belong to.
   */
  @Nullable Layout layout(int stream, int layoutTag) {
    return (checksum & 0xFF) == layoutTag ? layouts[stream] : null;
  }

  /** Takes a DESCRIBE frame without its checksum; gives what is known of the device now. */
  DeviceDescription accept(byte[] frame, int length) throws MalformedFrameException {
    int part = LittleEndian.u8(frame, 2);
    int count = LittleEndian.u8(frame, 3);
    if (part >= count) {
      throw new MalformedFrameException("DESCRIBE is part " + part + " of " + count);
    }
    long wholeChecksum = LittleEndian.u32(frame, 4);
    if (parts.length != count || checksum != wholeChecksum) {
      forget();
      parts = new @Nullable Part[count];
      checksum = wholeChecksum;
    }
    byte[] json = Arrays.copyOfRange(frame, WireFormat.DESCRIBE_HEADER_BYTES, length);
    Part before = parts[part];
    if (before != null && known != null && Arrays.equals(before.json, json)) {
      return known;
    }
    if (before != null) {
      forget();
      throw new MalformedFrameException(
          "part " + part + " of the description has changed and its checksum has not");
    }
    return add(part, json);
  }

  private DeviceDescription add(int part, byte[] json) throws MalformedFrameException {
    if (bytes + json.length > WireFormat.MAX_DESCRIPTION_BYTES) {
      throw new MalformedFrameException(
          "a description of more than " + WireFormat.MAX_DESCRIPTION_BYTES + " bytes");
    }
    DescribedPart content = reader.read(json);
    parts[part] = new Part(json, content);
    DeviceDescription all;
    try {
      all = content.device().withStreams(streams());
    } catch (IllegalArgumentException repeated) {
      parts[part] = null;
      throw new MalformedFrameException(String.valueOf(repeated.getMessage()));
    }
    bytes += json.length;
    if (complete()) {
      checkChecksum();
    }
    for (int s = 0; s < content.sampleTypes().size(); s++) {
      StreamDescriptor stream = content.device().streams().get(s);
      layouts[stream.id()] = new Layout(content.sampleTypes().get(s), stream.channels().size());
    }
    known = all;
    return all;
  }

  private List<StreamDescriptor> streams() {
    List<StreamDescriptor> streams = new ArrayList<>();
    for (Part part : parts) {
      if (part != null) {
        streams.addAll(part.content.device().streams());
      }
    }
    return streams;
  }

  /** Whether all parts have arrived. */
  boolean complete() {
    return parts.length > 0 && Arrays.stream(parts).allMatch(Objects::nonNull);
  }

  private void checkChecksum() throws MalformedFrameException {
    CRC32C crc = new CRC32C();
    for (Part part : parts) {
      if (part != null) {
        crc.update(part.json);
      }
    }
    if (crc.getValue() != checksum) {
      long said = checksum;
      forget();
      throw new MalformedFrameException(
          String.format(
              Locale.ROOT,
              "DESCRIBE says its JSON has the checksum %08X, but it has %08X",
              said,
              crc.getValue()));
    }
  }
}
