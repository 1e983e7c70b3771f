package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.Mounting;
import org.plumbline.analyzer.exercise.BodySetUp.StandingAngle;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** Says what was told about sensors, muscles or legs that the session has not. */
final class UnusedWords {
  private UnusedWords() {}

  /** A sentence for each kind of them; none where all of it could be used. */
  static List<String> of(AnalysisContext context, List<StreamSummary> streams) {
    Set<String> worn = new TreeSet<>();
    streams.forEach(stream -> worn.addAll(Arrays.asList(stream.placement().split(", ", -1))));
    BodySetUp body = context.body().orElse(BodySetUp.NONE);
    List<String> notes = new ArrayList<>();
    Predicate<String> there = worn::contains;
    say(notes, "mounting", body.mountings().stream().map(Mounting::location).toList(), there);
    say(
        notes,
        "calibration",
        body.calibrations().stream().map(StoredCalibration::location).toList(),
        there);
    say(
        notes,
        "standing-knee",
        body.standing().stream().map(StandingAngle::location).toList(),
        knee ->
            worn.contains(knee.replace("knee", "thigh"))
                && worn.contains(knee.replace("knee", "shank")));
    say(
        notes,
        "normalisation",
        context.normalisation().stream().map(Normalisation::location).toList(),
        there);
    side(notes, context);
    return notes;
  }

  private static void say(
      List<String> notes, String kind, List<String> named, Predicate<String> there) {
    List<String> away = named.stream().filter(there.negate()).sorted().toList();
    if (!away.isEmpty()) {
      notes.add(Texts.get("note.unused." + kind, String.join(", ", away)));
    }
  }

  /** With a protocol the leg may be that of another block. */
  private static void side(List<String> notes, AnalysisContext context) {
    Exercise exercise = context.exercise();
    boolean both =
        exercise.counting().legs().orElse(Legs.BOTH) == Legs.BOTH
            || exercise.counting().muscle().isPresent();
    if (both && context.protocol().isEmpty()) {
      context
          .side()
          .ifPresent(
              side -> notes.add(Texts.get("note.unused.side", Names.side(side), exercise.name())));
    }
  }
}
