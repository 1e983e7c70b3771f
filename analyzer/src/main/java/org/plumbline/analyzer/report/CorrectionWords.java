package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Change;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Fate;
import org.plumbline.analyzer.text.Texts;

/** A correction by hand in words. */
public record CorrectionWords(
    String what, String from, String to, String result, String who, String when, String why) {

  /** The words for a correction. */
  public static CorrectionWords of(CorrectionResult result) {
    Correction correction = result.correction();
    return new CorrectionWords(
        Texts.get("correction.kind." + id(correction.kind()), correction.muscle().orElse("")),
        seconds(correction.from()),
        seconds(correction.to()),
        sentence(result),
        correction.who(),
        correction.when(),
        correction.why());
  }

  /** What became of it: values before and after, or why nothing changed. */
  public static String sentence(CorrectionResult result) {
    List<String> parts = new ArrayList<>();
    result.changes().forEach(change -> parts.add(changed(change)));
    parts.add(fate(result));
    return String.join(", ", parts);
  }

  private static String changed(Change change) {
    return Texts.get(
        "correction.change",
        Texts.get("correction.what." + change.what()),
        shown(change.newSeconds(), "correction.away"),
        shown(change.originalSeconds(), "correction.nothing"));
  }

  private static String shown(OptionalDouble value, String missing) {
    return value.isPresent()
        ? Texts.get("correction.seconds", seconds(value.getAsDouble()))
        : Texts.get(missing);
  }

  private static String fate(CorrectionResult result) {
    if (result.fate() == Fate.APPLIED) {
      return result.repetition() == 0
          ? Texts.get("correction.fate.applied-away")
          : Texts.get("correction.fate.applied", result.set(), result.repetition());
    }
    return Texts.get(
        "correction.fate." + id(result.fate()),
        seconds(result.correction().from()),
        seconds(result.correction().to()));
  }

  private static String seconds(double value) {
    return Texts.number(value, 2);
  }

  /** As programs read it: {@code no-repetition}. */
  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
