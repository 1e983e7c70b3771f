package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;

/** Calibrations as a JSON document of form {@value #SCHEMA}, and back: {@code docs/set-up.md}. */
public final class CalibrationJson {

  /** Name and version of the form. */
  public static final String SCHEMA = "plumbline.calibration/1";

  /** One sensor takes about 300 characters. */
  public static final int MOST_CHARACTERS = 100_000;

  private record Document(String schema, List<StoredCalibration> calibrations) {}

  private CalibrationJson() {}

  /** The document, one line. */
  public static String write(List<StoredCalibration> calibrations) {
    try {
      return ContextJson.MAPPER.writeValueAsString(new Document(SCHEMA, calibrations));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("calibrations are always JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is something else, with a message for the user
   */
  public static List<StoredCalibration> read(String json) {
    if (json.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          json.length() + " characters are no calibrations; at most " + MOST_CHARACTERS);
    }
    try {
      JsonNode tree = ContextJson.MAPPER.readTree(json);
      String schema = tree.path("schema").asText("none");
      if (!schema.equals(SCHEMA)) {
        throw new IllegalArgumentException(
            "form \""
                + schema
                + "\", but this version reads "
                + SCHEMA
                + ": make the file with plumbline calibrate");
      }
      Document document = ContextJson.MAPPER.treeToValue(tree, Document.class);
      if (document.calibrations().stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("an entry of \"calibrations\" is null");
      }
      return BodySetUp.NONE.with(document.calibrations()).calibrations();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(ParserWords.of(e), e);
    }
  }
}
