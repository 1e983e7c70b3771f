package org.plumbline.analyzer.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.comparison.Reported.Answer;
import org.plumbline.analyzer.comparison.Reported.Figure;
import org.plumbline.analyzer.comparison.Reported.OneSet;
import org.plumbline.analyzer.comparison.Reported.Repetition;
import org.plumbline.analyzer.comparison.Reported.RuleAndSide;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.text.Texts;

/** A results document of {@code plumbline analyze --json}, read to be compared. */
public final class ReportDocument {
  private static final List<String> OF_A_REPETITION =
      List.of("index", "startSeconds", "turnSeconds", "endSeconds", "metrics", "verdicts");

  private static final ObjectReader EXACT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(30).build())
                  .build())
          .build()
          .reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  /** Before the settings of a context that another one followed. */
  static final String EARLIER = "earlier/";

  private final JsonNode result;
  private final Optional<String> recording;
  private final List<OneSet> sets = new ArrayList<>();

  private ReportDocument(JsonNode document) {
    this.result = document.get("result");
    this.recording = text(document.path("run").path("recording").path("sha256"));
    for (JsonNode set : result.get("sets")) {
      sets.add(set(set));
    }
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException when it is none, with a sentence for people
   */
  public static ReportDocument parse(String json) {
    JsonNode document;
    try {
      document = EXACT.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          Texts.get("compare.no-json", e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    }
    String schema = document.path("schema").asText("");
    if (!schema.equals(ReportJson.SCHEMA)) {
      throw new IllegalArgumentException(
          Texts.get("compare.no-report", schema.isEmpty() ? "–" : schema, ReportJson.SCHEMA));
    }
    JsonNode result = document.path("result");
    if (!result.path("context").isObject() || !result.path("sets").isArray()) {
      throw new IllegalArgumentException(Texts.get("compare.broken", "result"));
    }
    return new ReportDocument(document);
  }

  /** Program and version that analyzed. */
  public String software() {
    return text(result.path("context").path("software")).orElse("–");
  }

  /** Hash of the recording that was analyzed, where the document names one. */
  public Optional<String> recordingSha256() {
    return recording;
  }

  /** All of the result, digit by digit. */
  String resultText() {
    return result.toString();
  }

  /** The result without the program's version. */
  String resultButSoftware() {
    ObjectNode copy = result.deepCopy();
    ((ObjectNode) copy.get("context")).remove("software");
    return copy.toString();
  }

  /**
   * What judged, by path; the hash is left out, because it only says that something differs. What
   * was applied before the last context stands behind {@code earlier/} and its number.
   */
  Map<String, String> settings() {
    ObjectNode context = result.get("context").deepCopy();
    context.remove(List.of("sha256", "software"));
    JsonNode applied = context.remove("applied");
    JsonNode earlier = context.remove("earlier");
    Map<String, String> settings = new LinkedHashMap<>(Leaves.of(context));
    if (applied != null) {
      settings.putAll(Leaves.of(applied)); // says exercise and rules again, in full
      settings.remove("exercise");
    }
    if (earlier != null) {
      for (int i = 0; i < earlier.size(); i++) {
        String place = EARLIER + (i + 1) + "/";
        Leaves.of(earlier.get(i)).forEach((path, value) -> settings.put(place + path, value));
      }
    }
    return settings;
  }

  /** Whether the document has the context by value; older ones do not. */
  boolean knowsSettings() {
    return result.get("context").has("applied") || text(result.at("/context/sha256")).isEmpty();
  }

  List<OneSet> sets() {
    return sets;
  }

  /** Everything outside of context and sets, by path. */
  Map<String, String> rest() {
    ObjectNode copy = result.deepCopy();
    copy.remove(List.of("context", "sets"));
    return Leaves.of(copy);
  }

  private static OneSet set(JsonNode set) {
    ObjectNode attributes = object(set, "sets");
    int index = whole(set, "index");
    List<Repetition> repetitions = new ArrayList<>();
    for (JsonNode repetition : set.path("repetitions")) {
      repetitions.add(repetition(index, repetition));
    }
    Map<RuleAndSide, String> findings = new LinkedHashMap<>();
    for (JsonNode finding : set.path("findings")) {
      findings.put(ruleAndSide(finding), finding.path("text").asText(""));
    }
    attributes.remove(List.of("index", "repetitions", "findings"));
    return new OneSet(index, Leaves.of(attributes), repetitions, findings);
  }

  private static Repetition repetition(int set, JsonNode repetition) {
    ObjectNode rest = object(repetition, "repetitions");
    Map<String, Figure> metrics = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : repetition.path("metrics").properties()) {
      JsonNode one = entry.getValue();
      metrics.put(
          entry.getKey(),
          new Figure(
              number(one.path("value")),
              number(one.path("error")),
              one.path("unit").asText(""),
              one.toString()));
    }
    Map<RuleAndSide, Answer> verdicts = new LinkedHashMap<>();
    for (JsonNode verdict : repetition.path("verdicts")) {
      verdicts.put(free(ruleAndSide(verdict), verdicts), answer(verdict));
    }
    rest.remove(OF_A_REPETITION);
    return new Repetition(
        set,
        whole(repetition, "index"),
        seconds(repetition, "startSeconds"),
        seconds(repetition, "turnSeconds"),
        seconds(repetition, "endSeconds"),
        metrics,
        verdicts,
        Leaves.of(rest));
  }

  private static Answer answer(JsonNode verdict) {
    String outcome = verdict.path("outcome").asText("–");
    return new Answer(
        text(verdict.path("severity")).map(severity -> outcome + " " + severity).orElse(outcome),
        text(verdict.path("reason").path("code")),
        number(verdict.path("value")),
        number(verdict.path("limit")),
        number(verdict.path("error")),
        verdict.path("unit").asText(""),
        verdict.toString());
  }

  private static RuleAndSide ruleAndSide(JsonNode node) {
    return new RuleAndSide(node.path("rule").asText("–"), node.path("side").asText("–"));
  }

  /** Of two answers of one rule neither is lost. */
  private static RuleAndSide free(RuleAndSide wanted, Map<RuleAndSide, Answer> taken) {
    RuleAndSide key = wanted;
    for (int again = 2; taken.containsKey(key); again++) {
      key = new RuleAndSide(wanted.rule() + " #" + again, wanted.side());
    }
    return key;
  }

  private static ObjectNode object(JsonNode node, String what) {
    if (node instanceof ObjectNode object) {
      return object.deepCopy();
    }
    throw new IllegalArgumentException(Texts.get("compare.broken", what));
  }

  private static int whole(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isInt()) {
      throw new IllegalArgumentException(Texts.get("compare.broken", key));
    }
    return value.intValue();
  }

  private static BigDecimal seconds(JsonNode node, String key) {
    return number(node.path(key))
        .orElseThrow(() -> new IllegalArgumentException(Texts.get("compare.broken", key)));
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isEmpty()
        ? Optional.of(node.textValue())
        : Optional.empty();
  }
}
