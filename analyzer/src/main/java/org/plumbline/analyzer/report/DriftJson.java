package org.plumbline.analyzer.report;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.set.ReferenceDrift.Drift;

/**
 * A person's reference sessions as JSON, schema {@value #SCHEMA}: {@code docs/report-format.md}.
 */
public final class DriftJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "plumbline.baseline/1";

  private DriftJson() {}

  /**
   * One reference session.
   *
   * @param file name without folder
   */
  public record Session(String file, int repetitions) {}

  /** The whole document, which ends with a line feed. */
  public static String document(
      String exercise, List<Session> sessions, List<Drift> drifts, List<String> notes) {
    JsonText json = new JsonText().open('{').key("schema").string(SCHEMA);
    json.newLine().key("exercise").string(exercise);
    json.newLine().key("sessions").open('[');
    for (Session session : sessions) {
      json.newLine().open('{').key("file").string(session.file());
      json.key("repetitions").number(session.repetitions()).close('}');
    }
    json.close(']').newLine().key("metrics").open('[');
    drifts.forEach(drift -> drift(json, drift));
    json.close(']').newLine().key("notes").open('[');
    notes.forEach(json::string);
    return json.close(']').close('}').text() + "\n";
  }

  private static void drift(JsonText json, Drift drift) {
    json.newLine().open('{').key("metric").string(drift.metric());
    json.key("side").string(drift.side().id());
    json.key("unit").string(drift.unit());
    json.key("levels").open('[');
    for (Optional<RobustLevel> level : drift.levels()) {
      level.ifPresentOrElse(one -> ProtocolJson.write(json, one, drift.unit()), json::nothing);
    }
    json.close(']');
    drift
        .change()
        .ifPresent(
            change -> {
              json.key("change").number(change.change(), drift.unit());
              json.key("error").number(change.error(), drift.unit());
              json.key("beyondError").bool(change.isBeyondError());
            });
    json.close('}');
  }
}
