package org.plumbline.analyzer.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.analyzer.comparison.Comparison.AnswerChange;
import org.plumbline.analyzer.comparison.Comparison.Change;
import org.plumbline.analyzer.comparison.Comparison.FigureChange;
import org.plumbline.analyzer.comparison.Comparison.FindingChange;
import org.plumbline.analyzer.comparison.Comparison.Moved;
import org.plumbline.analyzer.comparison.Reported.Answer;
import org.plumbline.analyzer.comparison.Reported.Figure;
import org.plumbline.analyzer.comparison.Reported.Repetition;
import org.plumbline.analyzer.comparison.Reported.RuleAndSide;

/** A comparison as JSON, schema {@value #SCHEMA}: {@code docs/report-format.md}. */
public final class ComparisonJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "plumbline.comparison/1";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(
              com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private ComparisonJson() {}

  /** The whole document, which ends with a line feed. */
  public static String document(Comparison comparison) {
    ObjectNode document = MAPPER.createObjectNode().put("schema", SCHEMA);
    document.put(
        "likeness", comparison.likeness().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    document.put("otherRecording", comparison.otherRecording());
    comparison.software().ifPresent(change -> put(document.putObject("software"), change));
    document.put("settingsKnown", comparison.settingsKnown());
    changes(document.putArray("settings"), comparison.settings());
    changes(document.putArray("sets"), comparison.sets());
    document.put("matched", comparison.matched());
    stretches(document.putArray("gone"), comparison.gone());
    stretches(document.putArray("added"), comparison.added());
    ArrayNode moved = document.putArray("moved");
    comparison.moved().forEach(one -> moved(moved.addObject(), one));
    ArrayNode metrics = document.putArray("metrics");
    comparison.figures().forEach(one -> figure(metrics.addObject(), one));
    ArrayNode verdicts = document.putArray("verdicts");
    comparison.answers().forEach(one -> answer(verdicts.addObject(), one));
    ArrayNode findings = document.putArray("findings");
    comparison.findings().forEach(one -> finding(findings.addObject(), one));
    changes(document.putArray("rest"), comparison.rest());
    try {
      return MAPPER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static void changes(ArrayNode array, List<Change> changes) {
    changes.forEach(change -> put(array.addObject().put("where", change.where()), change));
  }

  private static void put(ObjectNode node, Change change) {
    node.put("before", change.before().orElse(null));
    node.put("after", change.after().orElse(null));
  }

  private static void stretches(ArrayNode array, List<Repetition> repetitions) {
    for (Repetition one : repetitions) {
      place(array.addObject(), one)
          .put("startSeconds", one.startSeconds())
          .put("endSeconds", one.endSeconds());
    }
  }

  private static ObjectNode place(ObjectNode node, Repetition one) {
    return node.put("set", one.set()).put("repetition", one.index());
  }

  private static void moved(ObjectNode node, Moved one) {
    place(node.putObject("before"), one.before());
    place(node.putObject("after"), one.after());
    node.put("startSeconds", one.startSeconds());
    node.put("turnSeconds", one.turnSeconds());
    node.put("endSeconds", one.endSeconds());
  }

  private static void figure(ObjectNode node, FigureChange one) {
    place(node, one.repetition()).put("metric", one.metric());
    number(node, "difference", one.difference());
    node.put("beyondError", one.beyondError());
    figure(node, "before", one.before());
    figure(node, "after", one.after());
  }

  private static void figure(ObjectNode node, String key, Optional<Figure> figure) {
    if (figure.isEmpty()) {
      node.putNull(key);
      return;
    }
    ObjectNode part = node.putObject(key);
    number(part, "value", figure.get().value());
    number(part, "error", figure.get().error());
    part.put("unit", figure.get().unit());
  }

  private static void answer(ObjectNode node, AnswerChange one) {
    place(node, one.repetition());
    asked(node, one.asked()).put("anotherAnswer", one.isAnother());
    answer(node, "before", one.before());
    answer(node, "after", one.after());
  }

  private static ObjectNode asked(ObjectNode node, RuleAndSide asked) {
    return node.put("rule", asked.rule()).put("side", asked.side());
  }

  private static void answer(ObjectNode node, String key, Optional<Answer> answer) {
    if (answer.isEmpty()) {
      node.putNull(key);
      return;
    }
    ObjectNode part = node.putObject(key).put("state", answer.get().state());
    part.put("reason", answer.get().reason().orElse(null));
    number(part, "value", answer.get().value());
    number(part, "error", answer.get().error());
    number(part, "limit", answer.get().limit());
    part.put("unit", answer.get().unit());
  }

  private static void finding(ObjectNode node, FindingChange one) {
    asked(node.put("set", one.set()), one.rule());
    node.put("before", one.before().orElse(null));
    node.put("after", one.after().orElse(null));
  }

  private static void number(ObjectNode node, String key, Optional<BigDecimal> number) {
    number.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
  }
}
