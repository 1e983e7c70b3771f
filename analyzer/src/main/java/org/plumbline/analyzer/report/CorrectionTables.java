package org.plumbline.analyzer.report;

import java.util.OptionalDouble;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Change;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Fate;

/** Corrections by hand as a part of the result's JSON and as a table. */
final class CorrectionTables {
  private CorrectionTables() {}

  static void write(JsonText json, CorrectionResult result) {
    Correction correction = result.correction();
    json.newLine().open('{').key("kind").string(CorrectionWords.id(correction.kind()));
    json.key("fromSeconds").number(correction.from(), "s");
    json.key("toSeconds").number(correction.to(), "s");
    correction.muscle().ifPresent(muscle -> json.key("muscle").string(muscle));
    json.key("who").string(correction.who());
    json.key("when").string(correction.when());
    json.key("why").string(correction.why());
    json.key("matched").bool(result.fate() == Fate.APPLIED);
    json.key("outcome").string(CorrectionWords.id(result.fate()));
    json.key("set");
    numberOrNothing(json, result.set());
    json.key("repetition");
    numberOrNothing(json, result.repetition());
    json.key("changes").open('[');
    for (Change change : result.changes()) {
      json.open('{').key("what").string(change.what());
      json.key("originalSeconds").number(orMissing(change.originalSeconds()), "s");
      json.key("newSeconds").number(orMissing(change.newSeconds()), "s").close('}');
    }
    json.close(']').key("text").string(CorrectionWords.sentence(result)).close('}');
  }

  private static void numberOrNothing(JsonText json, int number) {
    if (number == 0) {
      json.nothing();
    } else {
      json.number(number);
    }
  }

  private static double orMissing(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  /** A row per correction and value; one that changed nothing has a row all the same. */
  static String csv(SessionResult result) {
    CsvText csv =
        new CsvText(
            ("subject,synthetic,kind,muscle,fromSeconds,toSeconds,who,when,why,outcome,set,"
                    + "repetition,what,originalSeconds,newSeconds")
                .split(",", -1));
    for (CorrectionResult correction : result.corrections()) {
      for (Change change : correction.changes()) {
        columns(csv, result, correction);
        csv.text(change.what()).number(orMissing(change.originalSeconds()), "s");
        csv.number(orMissing(change.newSeconds()), "s").endRow();
      }
      if (correction.changes().isEmpty()) {
        columns(csv, result, correction);
        csv.empty(3).endRow();
      }
    }
    return csv.text();
  }

  private static void columns(CsvText csv, SessionResult session, CorrectionResult result) {
    Correction correction = result.correction();
    csv.text(session.subject()).bool(session.synthetic());
    csv.text(CorrectionWords.id(correction.kind())).text(correction.muscle().orElse(""));
    csv.number(correction.from(), "s").number(correction.to(), "s");
    csv.text(correction.who()).text(correction.when()).text(correction.why());
    csv.text(CorrectionWords.id(result.fate()));
    for (int number : new int[] {result.set(), result.repetition()}) {
      if (number == 0) {
        csv.empty(1);
      } else {
        csv.number(number);
      }
    }
  }
}
