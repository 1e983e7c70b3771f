package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.plumbline.analyzer.text.Texts;

/** What a parser found wrong, for the user: no classes and no switches of the parser. */
final class ParserWords {
  private ParserWords() {}

  /** What is wrong and where: the path of the field, or line and column of a slip of form. */
  static String of(JsonProcessingException e) {
    if (e instanceof ValueInstantiationException
        && e.getCause() instanceof IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Texts.get("parser.unknown", path(unknown));
    }
    if (e instanceof MismatchedInputException mismatch) {
      // The parser has no type of its own for a field that is not there.
      String message = mismatch.getOriginalMessage();
      boolean absent =
          message.startsWith("Null value for creator property")
              || message.startsWith("Missing required creator property");
      return Texts.get(absent ? "parser.absent" : "parser.type", path(mismatch));
    }
    JsonLocation at = e.getLocation();
    return at == null
        ? Texts.get("parser.form")
        : Texts.get("parser.form.at", at.getLineNr(), at.getColumnNr());
  }

  /** {@code calibrations[0].errorsDeg}; the whole document where the parser names no field. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? Texts.get("parser.whole") : path.toString();
  }
}
