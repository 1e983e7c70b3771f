package org.plumbline.device.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands before the first block of an Avro object container file: magic bytes, metadata and
 * the marker that ends every block.
 *
 * @param marker 16 bytes, drawn anew for every file
 * @param bytes length of the header in the file
 */
record FileHeader(Marker marker, int bytes) {

  /** The 16 bytes behind every block. */
  static final class Marker {
    private final byte[] bytes;

    Marker(byte[] buffer, int from) {
      bytes = Arrays.copyOfRange(buffer, from, from + RecordingFormat.MARKER_BYTES);
    }

    /** Whether it stands in {@code buffer} at {@code at}. */
    boolean isAt(byte[] buffer, int at) {
      for (int i = 0; i < bytes.length; i++) {
        if (buffer[at + i] != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final byte[] MAGIC = {'O', 'b', 'j', 1};

  /**
   * Reads and checks a header.
   *
   * @param start the first bytes of the file, up to {@link RecordingFormat#MAX_HEADER_BYTES}
   * @throws IOException when this is no recording that this program can read
   */
  static FileHeader read(String file, byte[] start) throws IOException {
    requireMagic(file, start);
    AvroInput in = new AvroInput();
    in.reset(start, MAGIC.length, start.length);
    Map<String, byte[]> metadata;
    Marker marker;
    try {
      metadata = readMetadata(in);
      marker = new Marker(in.readFixed(RecordingFormat.MARKER_BYTES), 0);
    } catch (Malformed e) {
      throw new IOException(
          file
              + " was cut off inside its header, before the first event, or its header is damaged"
              + " (byte "
              + in.position()
              + ": "
              + e.getMessage()
              + "). It cannot be read; restore it from a copy.",
          e);
    }
    requireKnown(file, metadata);
    return new FileHeader(marker, in.position());
  }

  private static void requireMagic(String file, byte[] start) throws IOException {
    if (start.length == 0) {
      throw new IOException(
          file
              + " is empty: recording was interrupted before the first event was written. There is"
              + " nothing in it; it can be deleted.");
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= start.length || start[i] != MAGIC[i]) {
        throw new IOException(
            file
                + " is not a Plumbline recording: it does not begin as one (byte "
                + i
                + "). Choose a "
                + RecordingWriter.EXTENSION
                + " file; a table of text is read with a table profile.");
      }
    }
  }

  private static Map<String, byte[]> readMetadata(AvroInput in) throws Malformed {
    Map<String, byte[]> metadata = new TreeMap<>();
    int most = 100;
    for (int more = in.readItemCount(most, 2); more > 0; more = in.readItemCount(most, 2)) {
      for (int i = 0; i < more; i++) {
        metadata.put(in.readString(), in.readBytes());
      }
    }
    return metadata;
  }

  private static void requireKnown(String file, Map<String, byte[]> metadata) throws IOException {
    String schema = text(metadata, "avro.schema");
    String version = text(metadata, RecordingFormat.VERSION_KEY);
    boolean ourVersion = version.equals(Integer.toString(RecordingFormat.VERSION));
    boolean ourSchema = RecordingFormat.isOurs(schema);
    if (ourVersion && ourSchema && text(metadata, "avro.codec").equals(RecordingFormat.CODEC)) {
      return;
    }
    if (!ourSchema && !ourVersion && version.matches("[0-9]{1,9}")) {
      throw new IOException(
          file
              + " is a recording of format version "
              + Integer.parseInt(version)
              + "; this program reads version "
              + RecordingFormat.VERSION
              + ". Open it with the newer Plumbline that wrote it.");
    }
    if (ourSchema || ourVersion || schema.contains("org.plumbline.log")) {
      throw new IOException(
          file
              + ": the header is damaged (format version, schema or codec is not what a recording"
              + " has). It cannot be read safely; restore the file from a copy.");
    }
    throw new IOException(
        file
            + " is an Avro file, but not a Plumbline recording: it has another schema. Choose a "
            + RecordingWriter.EXTENSION
            + " file.");
  }

  private static String text(Map<String, byte[]> metadata, String key) {
    return new String(metadata.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8);
  }
}
