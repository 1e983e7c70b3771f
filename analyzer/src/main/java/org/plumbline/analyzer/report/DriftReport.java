package org.plumbline.analyzer.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.set.ReferenceDrift.Drift;
import org.plumbline.analyzer.text.Names;

/** A person's reference sessions as a page for people and as a table. */
public final class DriftReport {
  private DriftReport() {}

  /**
   * What stands on the page.
   *
   * @param notes what the whole reference is beyond a limit for everyone in
   */
  record Page(
      String exercise,
      List<DriftJson.Session> sessions,
      List<Row> rows,
      List<String> notes,
      String software) {

    /** Whether there is anything that could have changed. */
    boolean several() {
      return sessions.size() > 1;
    }
  }

  /**
   * A metric over the sessions.
   *
   * @param levels one for each session, a dash where it has none
   * @param change empty where only one has a level
   */
  record Row(String name, List<String> levels, Optional<String> change, boolean beyond) {}

  /** The whole page, to be encoded as UTF-8. */
  @SuppressWarnings("NullAway") // generated code: no interceptor is said as null
  public static String html(
      Exercise exercise,
      List<DriftJson.Session> sessions,
      List<Drift> drifts,
      List<String> notes,
      String software) {
    List<Row> rows = drifts.stream().map(DriftReport::row).toList();
    StringOutput html = new StringOutput(1 << 14);
    JtedriftGenerated.render(
        new OwaspHtmlTemplateOutput(html),
        null,
        new Page(exercise.name(), sessions, rows, notes, software));
    return html.toString();
  }

  private static Row row(Drift drift) {
    return new Row(
        Names.withSide(Names.metric(drift.metric()), drift.side()),
        drift.levels().stream()
            .map(level -> level.map(one -> ComparedBlocks.level(one, drift.unit())).orElse("–"))
            .toList(),
        drift.change().map(change -> ComparedBlocks.change(change, drift.unit())),
        drift.change().filter(RobustLevel.Difference::isBeyondError).isPresent());
  }

  /**
   * A row per metric, side and session that has it; the change since the first session stands in
   * the row of the last one.
   */
  public static String csv(
      Exercise exercise, List<DriftJson.Session> sessions, List<Drift> drifts) {
    CsvText csv =
        new CsvText(
            ("exercise,session,file,metric,side,unit,median,spread,repetitions,change,error,"
                    + "beyondError")
                .split(",", -1));
    for (Drift drift : drifts) {
      List<Integer> told = new ArrayList<>();
      for (int session = 0; session < sessions.size(); session++) {
        if (drift.levels().get(session).isPresent()) {
          told.add(session);
        }
      }
      for (int session : told) {
        csv.text(exercise.id()).number(session + 1).text(sessions.get(session).file());
        csv.text(drift.metric()).text(drift.side().id()).text(drift.unit());
        RobustLevel level = drift.levels().get(session).orElseThrow();
        csv.number(level.median(), drift.unit()).number(level.spread(), drift.unit());
        csv.number(level.count());
        boolean last = session == told.get(told.size() - 1);
        drift
            .change()
            .filter(change -> last)
            .ifPresentOrElse(
                change ->
                    csv.number(change.change(), drift.unit())
                        .number(change.error(), drift.unit())
                        .bool(change.isBeyondError()),
                () -> csv.empty(3));
        csv.endRow();
      }
    }
    return csv.text();
  }
}
