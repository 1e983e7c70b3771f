package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;

/** What is to be said of a set as a whole, beside its figures and verdicts. */
final class SetNotes {
  private final int index;
  private final AnalysisContext context;
  private final List<String> notes = new ArrayList<>();

  SetNotes(int index, AnalysisContext context) {
    this.index = index;
    this.context = context;
  }

  /**
   * Repetitions that are plainly none of the exercise.
   *
   * @param refusals of each repetition, why it is none
   */
  void otherExercise(List<Optional<Reason>> refusals) {
    List<Reason> refused = refusals.stream().flatMap(Optional::stream).toList();
    if (!refused.isEmpty()) {
      String first = refused.get(0).text();
      note("other-exercise", index, refused.size(), refusals.size(), first);
    }
  }

  /**
   * The own reference set.
   *
   * @param lapsed why nothing of it holds
   */
  void reference(Optional<String> lapsed) {
    lapsed.ifPresent(why -> note("reference-lapsed", index, why));
    context
        .baseline()
        .filter(one -> one.conditions().filter(Conditions::saysNoExercise).isPresent())
        .ifPresent(one -> note("reference-unnamed", index, one.origin(), context.exercise().id()));
  }

  /** Sensors with which was judged while nothing had borne out their stored calibration. */
  void unconfirmed(Collection<String> placements) {
    if (!placements.isEmpty()) {
      note("calibration-unconfirmed", index, String.join(", ", placements));
    }
  }

  private void note(String key, Object... arguments) {
    notes.add(Texts.get("note." + key, arguments));
  }

  List<String> all() {
    return notes;
  }
}
