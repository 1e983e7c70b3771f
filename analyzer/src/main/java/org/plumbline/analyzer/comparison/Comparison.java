package org.plumbline.analyzer.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.analyzer.comparison.RepetitionMatching.Pair;
import org.plumbline.analyzer.comparison.Reported.Answer;
import org.plumbline.analyzer.comparison.Reported.Figure;
import org.plumbline.analyzer.comparison.Reported.OneSet;
import org.plumbline.analyzer.comparison.Reported.Repetition;
import org.plumbline.analyzer.comparison.Reported.RuleAndSide;

/**
 * All differences between two results, the first one before and the second one after.
 *
 * @param likeness how far they are the same
 * @param software where another version analyzed
 * @param otherRecording both name a recording, and not the same one
 * @param settingsKnown both have their context by value
 * @param settings what judged: rules, limits, exercise, references, parameters
 * @param sets what is said of sets as a whole; {@code where} is the set of the second result
 * @param matched repetitions that both have
 * @param moved those of them whose bounds are not the same
 * @param figures metrics of them that are not the same
 * @param answers verdicts of them that are not the same
 * @param findings findings that are not the same
 * @param rest of repetitions and of the session
 */
public record Comparison(
    Likeness likeness,
    Optional<Change> software,
    boolean otherRecording,
    boolean settingsKnown,
    List<Change> settings,
    List<Change> sets,
    int matched,
    List<Repetition> gone,
    List<Repetition> added,
    List<Moved> moved,
    List<FigureChange> figures,
    List<AnswerChange> answers,
    List<FindingChange> findings,
    List<Change> rest) {

  /** How far two results are the same. */
  public enum Likeness {
    /** Every byte, the version of the program included. */
    IDENTICAL,
    /** Every byte but the version of the program. */
    OTHER_SOFTWARE,
    DIFFERENT
  }

  /**
   * A value that is not the same; empty where one of the results does not have it.
   *
   * @param where path or place
   */
  public record Change(String where, Optional<String> before, Optional<String> after) {}

  /** A repetition whose bounds moved; later is positive, seconds. */
  public record Moved(
      Repetition before,
      Repetition after,
      BigDecimal startSeconds,
      BigDecimal turnSeconds,
      BigDecimal endSeconds) {}

  /** A metric that is not the same. */
  public record FigureChange(
      Repetition repetition, String metric, Optional<Figure> before, Optional<Figure> after) {

    /** By how much, where both have a value in the same unit. */
    public Optional<BigDecimal> difference() {
      if (before.isEmpty() || after.isEmpty() || !before.get().unit().equals(after.get().unit())) {
        return Optional.empty();
      }
      return after
          .get()
          .value()
          .flatMap(now -> before.get().value().map(then -> now.subtract(then)));
    }

    /**
     * Whether the value moved by more than the larger of both stated errors. Both come from the
     * same samples, so the errors are not independent and are not added.
     */
    public boolean beyondError() {
      BigDecimal error =
          Stream.of(before, after)
              .flatMap(Optional::stream)
              .flatMap(figure -> figure.error().stream())
              .max(BigDecimal::compareTo)
              .orElse(BigDecimal.ZERO);
      return difference().filter(moved -> moved.abs().compareTo(error) > 0).isPresent();
    }
  }

  /** A verdict that is not the same; {@code repetition} is that of the second result. */
  public record AnswerChange(
      Repetition repetition, RuleAndSide asked, Optional<Answer> before, Optional<Answer> after) {

    /** Whether another answer was given, and not only another figure. */
    public boolean isAnother() {
      return before.isEmpty() || after.isEmpty() || !before.get().sameAs(after.get());
    }
  }

  /** A finding that is not the same; {@code set} is that of the result that has it. */
  public record FindingChange(
      int set, RuleAndSide rule, Optional<String> before, Optional<String> after) {}

  /** Compares two documents. */
  public static Comparison of(ReportDocument before, ReportDocument after) {
    RepetitionMatching matching =
        RepetitionMatching.of(repetitions(before.sets()), repetitions(after.sets()));
    List<Moved> moved = new ArrayList<>();
    List<FigureChange> figures = new ArrayList<>();
    List<AnswerChange> answers = new ArrayList<>();
    List<Change> rest = new ArrayList<>();
    for (Pair pair : matching.pairs()) {
      moved(pair).ifPresent(moved::add);
      differing(
          pair.before().metrics(),
          pair.after().metrics(),
          (name, then, now) -> figures.add(new FigureChange(pair.after(), name, then, now)));
      differing(
          pair.before().verdicts(),
          pair.after().verdicts(),
          (asked, then, now) -> answers.add(new AnswerChange(pair.after(), asked, then, now)));
      String where = pair.after().set() + "/" + pair.after().index() + "/";
      rest.addAll(changes(where, pair.before().rest(), pair.after().rest()));
    }
    rest.addAll(changes("", before.rest(), after.rest()));
    SetMatching sets = SetMatching.of(before.sets(), after.sets(), matching.pairs());
    boolean known = before.knowsSettings() && after.knowsSettings();
    Optional<Change> software =
        before.software().equals(after.software())
            ? Optional.empty()
            : Optional.of(
                new Change(
                    "software", Optional.of(before.software()), Optional.of(after.software())));
    return new Comparison(
        likeness(before, after),
        software,
        !before.recordingSha256().equals(after.recordingSha256())
            && before.recordingSha256().isPresent()
            && after.recordingSha256().isPresent(),
        known,
        known ? changes("", before.settings(), after.settings()) : List.of(),
        sets.attributes(),
        matching.pairs().size(),
        matching.gone(),
        matching.added(),
        moved,
        figures,
        answers,
        sets.findings(),
        rest);
  }

  private static Likeness likeness(ReportDocument before, ReportDocument after) {
    if (before.resultText().equals(after.resultText())) {
      return Likeness.IDENTICAL;
    }
    return before.resultButSoftware().equals(after.resultButSoftware())
        ? Likeness.OTHER_SOFTWARE
        : Likeness.DIFFERENT;
  }

  private static List<Repetition> repetitions(List<OneSet> sets) {
    return sets.stream().flatMap(set -> set.repetitions().stream()).toList();
  }

  private static Optional<Moved> moved(Pair pair) {
    BigDecimal start = pair.after().startSeconds().subtract(pair.before().startSeconds());
    BigDecimal turn = pair.after().turnSeconds().subtract(pair.before().turnSeconds());
    BigDecimal end = pair.after().endSeconds().subtract(pair.before().endSeconds());
    boolean still = start.signum() == 0 && turn.signum() == 0 && end.signum() == 0;
    return still
        ? Optional.empty()
        : Optional.of(new Moved(pair.before(), pair.after(), start, turn, end));
  }

  /** Takes what two maps have differently. */
  interface Difference<K, V> {
    void take(K key, Optional<V> before, Optional<V> after);
  }

  static <K, V> void differing(Map<K, V> before, Map<K, V> after, Difference<K, V> difference) {
    Set<K> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (K key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        difference.take(
            key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)));
      }
    }
  }

  /**
   * Values that differ; of a part that only one of two has, the part and not each of its values.
   */
  static List<Change> changes(String where, Map<String, String> before, Map<String, String> after) {
    return Differences.of(before, after).stream()
        .map(one -> new Change(where + one.where(), one.before(), one.after()))
        .toList();
  }

  /** Metrics that differ, by name. */
  Map<String, List<FigureChange>> figuresByMetric() {
    Map<String, List<FigureChange>> byMetric = new LinkedHashMap<>();
    for (FigureChange change : figures) {
      byMetric.computeIfAbsent(change.metric(), name -> new ArrayList<>()).add(change);
    }
    return byMetric;
  }
}
