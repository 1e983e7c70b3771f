package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.PlannedSets;
import org.plumbline.analyzer.protocol.Protocol.Place;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SetPlace;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * How far a session has come in its protocol, and of which repetitions the person is told. It
 * stands between the sets and whoever is told: every notice passes, marked with whether the
 * schedule tells it. What is told follows from the log alone, so a replay tells the same. Nothing
 * here changes what is judged.
 *
 * <p>A set in which nothing was counted takes no place. Without a protocol everything is told.
 */
final class ProtocolCourse implements Consumer<Notice> {
  private final Consumer<Notice> notices;
  private Optional<PlannedSets> plan = Optional.empty();

  /** Sets of the plan in which something was counted and that are over. */
  private int counted;

  /** By index of the set. */
  private final Map<Integer, Place> places = new HashMap<>();

  private final Map<Integer, List<Integer>> told = new HashMap<>();
  private Optional<Notice.RepetitionJudged> newest = Optional.empty();

  ProtocolCourse(Consumer<Notice> notices) {
    this.notices = notices;
  }

  /** Another plan begins at its first set. */
  void apply(AnalysisContext context) {
    if (!plan.equals(context.protocol())) {
      plan = context.protocol();
      counted = 0;
    }
  }

  /** The context of the next set. */
  AnalysisContext ofNext(AnalysisContext context) {
    return context.ofSet(counted + 1);
  }

  /** A set begins. */
  Optional<Place> open(int index) {
    newest = Optional.empty();
    places.remove(index);
    told.remove(index);
    Optional<Place> place = plan.flatMap(one -> one.protocol().place(counted + 1));
    place.ifPresent(one -> places.put(index, one));
    return place;
  }

  /** A set is over. */
  void close(int index, boolean begun) {
    newest = Optional.empty();
    if (begun) {
      counted++;
    } else {
      places.remove(index);
    }
  }

  /** Where the plan has a set that is over. */
  Optional<SetPlace> place(int index) {
    return Optional.ofNullable(places.get(index))
        .map(place -> new SetPlace(place, told.getOrDefault(index, List.of())));
  }

  @Override
  public void accept(Notice notice) {
    if (notice instanceof Notice.RepetitionJudged judged) {
      notices.accept(judged(judged));
    } else if (notice instanceof Notice.RepetitionRevised revised) {
      notices.accept(revised.told(isTold(revised.set(), revised.repetition().index())));
    } else if (notice instanceof Notice.RepetitionsStruck struck) {
      newest = Optional.empty();
      told.remove(struck.set());
      notices.accept(struck);
    } else if (notice instanceof Notice.FindingRaised raised) {
      boolean shown = newest.map(one -> isTold(one.set(), one.repetition().index())).orElse(true);
      notices.accept(raised.told(shown));
    } else {
      notices.accept(notice);
    }
  }

  private Notice judged(Notice.RepetitionJudged judged) {
    newest = Optional.of(judged);
    RepetitionResult repetition = judged.repetition();
    Optional<Place> place = Optional.ofNullable(places.get(judged.set()));
    boolean tells =
        place
            .map(
                one ->
                    one.block()
                        .feedback()
                        .tells(one.set(), repetition.index(), isViolated(repetition)))
            .orElse(true);
    if (tells) {
      tell(judged.set(), repetition.index());
    }
    return judged.told(tells);
  }

  /** The person asks how the newest repetition of this set went. */
  void ask(long step) {
    if (newest.isEmpty()) {
      return;
    }
    int set = newest.get().set();
    RepetitionResult repetition = newest.get().repetition();
    Place place = places.get(set);
    if (place != null && place.block().feedback().answers() && !isTold(set, repetition.index())) {
      tell(set, repetition.index());
      notices.accept(new Notice.FeedbackGiven(step * GridTrack.STEP_NANOS, set, repetition));
    }
  }

  private void tell(int set, int repetition) {
    told.computeIfAbsent(set, key -> new ArrayList<>()).add(repetition);
  }

  private boolean isTold(int set, int repetition) {
    return !places.containsKey(set) || told.getOrDefault(set, List.of()).contains(repetition);
  }

  private static boolean isViolated(RepetitionResult repetition) {
    return repetition.verdicts().stream()
        .anyMatch(verdict -> verdict.outcome() == Outcome.VIOLATED);
  }
}
