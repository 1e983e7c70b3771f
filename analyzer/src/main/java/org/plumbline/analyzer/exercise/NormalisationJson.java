package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;

/** What 100 % is for the muscles of one application of electrodes, as a file of its own. */
public final class NormalisationJson {
  private static final String SCHEMA = "plumbline.normalisation/1";
  private static final int MAX_LENGTH = 100_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(new Jdk8Module())
          .build();

  private NormalisationJson() {}

  private record Document(String schema, List<Normalisation> normalisation) {
    Document {
      if (!schema.equals(SCHEMA)) {
        throw new IllegalArgumentException("form \"" + schema + "\", but " + SCHEMA + " is read");
      }
      normalisation = List.copyOf(normalisation);
    }
  }

  /** The file's text. */
  public static String write(List<Normalisation> normalisation) {
    try {
      return MAPPER
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new Document(SCHEMA, normalisation))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a normalisation is always JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is none, with a message for the user
   */
  public static List<Normalisation> read(String json) {
    if (json.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(json.length() + " characters are too long for references");
    }
    try {
      return MAPPER.readValue(json, Document.class).normalisation();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(ParserWords.of(e), e);
    }
  }
}
