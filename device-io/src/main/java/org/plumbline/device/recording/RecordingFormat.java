package org.plumbline.device.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Names and bounds of the file format, told to people in {@code docs/recording-format.md}. */
final class RecordingFormat {
  /** Goes up whenever a reader of the version before could misread a file. */
  static final int VERSION = 1;

  /** Key of the version in the file's metadata. */
  static final String VERSION_KEY = "org.plumbline.log.version";

  static final String CODEC = "zstandard";
  static final int COMPRESSION_LEVEL = 3;
  static final int MARKER_BYTES = 16;

  /** A block is closed once it has this many bytes, whatever its time. */
  static final int BLOCK_TARGET_BYTES = 1 << 20;

  /** Longest encoded event; a clinic's whole context is some hundred kilobytes. */
  static final int MAX_EVENT_BYTES = 4 << 20;

  /** Longest decompressed block that is read: a full block and one longest event. */
  static final int MAX_BLOCK_BYTES = 8 << 20;

  /** Longest header that is read; ours has about eight kilobytes. */
  static final int MAX_HEADER_BYTES = 1 << 20;

  /**
   * Most samples and values in one stored event; longer ones are stored as several. Keeps the
   * longest possible event (10 bytes each for two times, 8 for a value) below {@link
   * #MAX_EVENT_BYTES}.
   */
  static final int MAX_SAMPLES = 1 << 16;

  static final int MAX_VALUES = 1 << 18;

  private static final Schema SCHEMA = new Schema.Parser().parse(resource());
  private static final String SCHEMA_JSON = SCHEMA.toString();
  private static final String SCHEMA_FORM = SchemaNormalization.toParsingForm(SCHEMA);

  /** Before corrections were kept in recordings: each action came last, so all codes stay. */
  private static final String FORM_WITHOUT_CORRECT = SCHEMA_FORM.replace(",\"CORRECT\"", "");

  /** And before there was an action for the set-up. */
  private static final String FORM_WITHOUT_SETUP = FORM_WITHOUT_CORRECT.replace(",\"SETUP\"", "");

  private RecordingFormat() {}

  /** What {@code session-log.avsc} says. */
  static Schema schema() {
    return SCHEMA;
  }

  /** Compares what decides the bytes: names, types and order, not comments or white space. */
  static boolean isOurs(String schemaJson) {
    if (schemaJson.equals(SCHEMA_JSON)) {
      return true;
    }
    try {
      Schema theirs = new Schema.Parser().parse(schemaJson);
      String form = SchemaNormalization.toParsingForm(theirs);
      return form.equals(SCHEMA_FORM)
          || form.equals(FORM_WITHOUT_CORRECT)
          || form.equals(FORM_WITHOUT_SETUP);
    } catch (AvroRuntimeException e) {
      return false;
    }
  }

  private static String resource() {
    try (InputStream in = RecordingFormat.class.getResourceAsStream("session-log.avsc")) {
      if (in == null) {
        throw new IllegalStateException("session-log.avsc is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
