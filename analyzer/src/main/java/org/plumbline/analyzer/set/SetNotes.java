package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.set.RepetitionCounter.Nothing;

/** What is to be said of a set as a whole, beside its figures and verdicts. */
final class SetNotes {
  private final int index;
  private final AnalysisContext context;
  private final SessionNotes notes;

  SetNotes(int index, AnalysisContext context, SessionNotes notes) {
    this.index = index;
    this.context = context;
    this.notes = notes;
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
      notes.add("other-exercise", index, refused.size(), refusals.size(), first);
    }
  }

  /**
   * Movements that were counted at first and are none of the exercise.
   *
   * @param why they are none
   */
  void struck(int movements, Reason why) {
    notes.add("struck", index, movements, why.text());
  }

  /**
   * The own reference set.
   *
   * @param lapsed why nothing of it holds
   */
  void reference(Optional<String> lapsed) {
    lapsed.ifPresent(why -> notes.add("reference-lapsed", index, why));
    context
        .baseline()
        .filter(one -> one.conditions().filter(Conditions::saysNoExercise).isPresent())
        .ifPresent(
            one -> notes.add("reference-unnamed", index, one.origin(), context.exercise().id()));
  }

  /** Sensors with which was judged while nothing had borne out their stored calibration. */
  void unconfirmed(Collection<String> placements) {
    if (!placements.isEmpty()) {
      notes.add("calibration-unconfirmed", index, String.join(", ", placements));
    }
  }

  /** Why nothing was counted; empty where the session as a whole says it. */
  void nothing(Optional<Nothing> why) {
    if (why.isPresent()) {
      List<Object> figures = new ArrayList<>(why.get().figures());
      figures.add(0, index);
      notes.add("no-repetition." + why.get().key(), figures.toArray());
    }
  }
}
