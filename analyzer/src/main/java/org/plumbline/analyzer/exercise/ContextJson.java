package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** An {@link AnalysisContext} as one line of JSON, and back. */
public final class ContextJson {
  /** A context with a long baseline is about 10 kB. */
  private static final int MAX_LENGTH = 1_000_000;

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(new Jdk8Module())
          .build();

  /** Numbers stay as they were written, digit by digit. */
  private static final ObjectReader EXACT =
      MAPPER
          .reader()
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private ContextJson() {}

  public static String write(AnalysisContext context) {
    try {
      return MAPPER.writeValueAsString(context);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a context is always JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is no context, with a message for the user
   */
  public static AnalysisContext read(String json) {
    if (json.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the analysis context is " + json.length() + " characters long; at most " + MAX_LENGTH);
    }
    try {
      JsonNode tree = MAPPER.readTree(json);
      AnalysisContext.requireSchema(tree.path("schema").asText("none"));
      return MAPPER.treeToValue(tree, AnalysisContext.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the analysis context in this log cannot be read: " + ParserWords.of(e), e);
    }
  }

  /**
   * The parts of a context, as they were written, for programs that show or compare them.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static JsonNode tree(String json) {
    try {
      return EXACT.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the analysis context in this log cannot be read: " + ParserWords.of(e), e);
    }
  }
}
