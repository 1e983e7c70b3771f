package org.plumbline.analyzer.correction;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.text.Texts;

/**
 * Corrections of one recording as YAML (or JSON, which is YAML too): {@code docs/corrections.md}.
 */
public final class CorrectionFile {
  /** Name and version of the format. */
  public static final String SCHEMA = "plumbline.corrections/1";

  /** More than anybody corrects in a session. */
  public static final int MOST = 1_000;

  /** Longest text that is read, characters. */
  public static final int MAX_LENGTH = 1_000_000;

  private static final ObjectMapper MAPPER = CorrectionJson.strict(YAMLMapper.builder()).build();

  private final String text;
  private final String where;
  private final List<Correction> corrections = new ArrayList<>();

  private CorrectionFile(String text, String where) {
    this.text = text;
    this.where = where;
  }

  /**
   * The corrections of a file, in its order.
   *
   * @param where names the file in an error
   * @throws IllegalArgumentException when something is wrong: what, in which line and column
   */
  public static List<Correction> parse(String text, String where) {
    CorrectionFile file = new CorrectionFile(text, where);
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          Texts.get("correction.file.long", where, text.length(), MAX_LENGTH));
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      file.read(parser);
    } catch (JsonProcessingException e) {
      throw file.wrong(e.getLocation(), plainly(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(file.corrections);
  }

  /**
   * What is wrong with a field, as a sentence with its line and column.
   *
   * @param text of a file that {@link #parse} has read
   * @param index of the correction, from 0
   */
  public static String wrong(String text, String where, int index, String field, String what) {
    CorrectionFile file = new CorrectionFile(text, where);
    return file.sentence(file.place(index, field), what);
  }

  /** Where the value of a field stands. */
  private JsonLocation place(int index, String field) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME
          && !parser.currentName().equals("corrections")) {
        parser.nextToken();
        parser.skipChildren();
      }
      parser.nextToken();
      for (int skipped = 0; skipped < index; skipped++) {
        parser.nextToken();
        parser.skipChildren();
      }
      parser.nextToken();
      JsonLocation entry = parser.currentTokenLocation();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(field);
        parser.nextToken();
        if (found) {
          return parser.currentTokenLocation();
        }
        parser.skipChildren();
      }
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrong(parser.currentTokenLocation(), Texts.get("correction.file.object", SCHEMA));
    }
    boolean schema = false;
    boolean listed = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      JsonLocation at = parser.currentTokenLocation();
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("schema")) {
        schema = parser.getValueAsString("").equals(SCHEMA);
        if (!schema) {
          throw wrong(parser.currentTokenLocation(), Texts.get("correction.file.schema", SCHEMA));
        }
      } else if (name.equals("corrections")) {
        listed = true;
        list(parser);
      } else {
        throw wrong(at, Texts.get("correction.file.unknown", name));
      }
    }
    if (!schema || !listed) {
      throw wrong(parser.currentLocation(), Texts.get("correction.file.object", SCHEMA));
    }
    if (parser.nextToken() != null) {
      throw wrong(parser.currentTokenLocation(), Texts.get("correction.file.more"));
    }
  }

  private void list(JsonParser parser) throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      throw wrong(parser.currentTokenLocation(), Texts.get("correction.file.list"));
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonLocation at = parser.currentTokenLocation();
      if (!parser.isExpectedStartObjectToken()) {
        throw wrong(at, Texts.get("correction.file.list"));
      }
      if (corrections.size() == MOST) {
        throw wrong(at, Texts.get("correction.file.many", MOST));
      }
      add(one(parser, at), at);
    }
  }

  private Correction one(JsonParser parser, JsonLocation at) throws IOException {
    try {
      return MAPPER.readerFor(Correction.class).readValue(parser);
    } catch (ValueInstantiationException e) {
      // Where the correction as a whole is wrong, its beginning says more than its end.
      JsonLocation place =
          e.getCause() instanceof Correction.WrongField one
              ? place(corrections.size(), one.field())
              : at;
      throw wrong(place, plainly(e), e);
    } catch (MismatchedInputException e) {
      throw wrong(isAbsent(e) ? at : e.getLocation(), plainly(e), e);
    }
  }

  private void add(Correction correction, JsonLocation at) {
    for (int i = 0; i < corrections.size(); i++) {
      if (corrections.get(i).contradicts(correction)) {
        throw wrong(at, Texts.get("correction.file.twice", i + 1));
      }
    }
    corrections.add(correction);
  }

  private IllegalArgumentException wrong(JsonLocation at, String what) {
    return new IllegalArgumentException(sentence(at, what));
  }

  private IllegalArgumentException wrong(JsonLocation at, String what, Exception cause) {
    return new IllegalArgumentException(sentence(at, what), cause);
  }

  private String sentence(JsonLocation at, String what) {
    return Texts.get("correction.file.wrong", where, at.getLineNr(), at.getColumnNr(), what);
  }

  /** What is wrong, without classes and switches of the parser. */
  static String plainly(JsonProcessingException e) {
    Throwable cause = e.getCause();
    if (e instanceof ValueInstantiationException && cause instanceof IllegalArgumentException) {
      return String.valueOf(cause.getMessage());
    }
    if (e instanceof MismatchedInputException missing && isAbsent(missing)) {
      return Texts.get("correction.wrong.absent", path(missing));
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Texts.get("correction.wrong.unknown", unknown.getPropertyName());
    }
    if (e instanceof MismatchedInputException mismatch) {
      return Texts.get("correction.wrong.type", path(mismatch));
    }
    return Texts.get("parser.form");
  }

  /** The parser has no type of its own for a field that is not there. */
  private static boolean isAbsent(MismatchedInputException e) {
    return e.getOriginalMessage().startsWith("Null value for creator property");
  }

  private static String path(JsonMappingException e) {
    return e.getPath().isEmpty()
        ? "?"
        : String.valueOf(e.getPath().get(e.getPath().size() - 1).getFieldName());
  }
}
