package org.plumbline.analyzer.correction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Operator;

/** One {@link Correction} as the note of an operator's event, and back. */
public final class CorrectionJson {
  private static final int MAX_LENGTH = 2_000;

  private static final ObjectMapper MAPPER =
      strict(
              JsonMapper.builder(
                  JsonFactory.builder()
                      .streamReadConstraints(
                          StreamReadConstraints.builder().maxNestingDepth(5).build())
                      .build()))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CorrectionJson() {}

  /** Says nothing twice, nothing unknown and nothing in the wrong type. */
  static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
    return builder
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .addModule(new Jdk8Module());
  }

  /** The event that carries a correction, at an instant of the session. */
  public static Operator event(long atNanos, Correction correction) {
    try {
      return new Operator(
          atNanos, Operator.Action.CORRECT, Double.NaN, MAPPER.writeValueAsString(correction));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a correction is always JSON", e);
    }
  }

  /**
   * The correction of an event's note.
   *
   * @throws IllegalArgumentException when it is none, with a message for the user
   */
  public static Correction read(String note) {
    if (note.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          Texts.get("correction.wrong.long", note.length(), MAX_LENGTH));
    }
    try {
      return MAPPER.readValue(note, Correction.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(CorrectionFile.plainly(e), e);
    }
  }
}
