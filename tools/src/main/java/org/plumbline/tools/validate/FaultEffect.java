package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.kinematics.PaceMeasurement;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;

/**
 * What the analysis of a session with a fault says, against that of the same session without.
 *
 * <p>A figure (metric or verdict of a repetition) is off when it is judged in both and differs by
 * more than either stated error, or when a verdict turned from satisfied to violated or back. It is
 * <b>silently</b> wrong when none of the sensors that it is worked out from carries a finding that
 * it has not in the clean session; where the bounds of the repetition moved, those that count are
 * among them. A repetition without a counterpart is silently wrong when no sensor that counts
 * carries one.
 *
 * @param codes all new findings, and {@code note} for a new note of the session
 * @param namedSeconds session time at which the first of them was told; NaN when only the result
 *     says it
 * @param clean figures judged without the fault
 * @param judged of these, those judged with it
 * @param silent figures off without a word
 * @param said figures off from sensors with a finding
 * @param silentRepetitions without counterpart in the other session, without a word
 * @param saidRepetitions without counterpart, with a finding on a counting sensor
 */
record FaultEffect(
    Set<String> codes,
    double namedSeconds,
    int clean,
    int judged,
    List<String> silent,
    List<String> said,
    int silentRepetitions,
    int saidRepetitions) {

  /** Smaller differences than this are rounding. */
  private static final double ROUNDING = 1e-6;

  /** What is measured from the start of a repetition also hangs on where that was read. */
  private static final double SAME_BOUND_SECONDS = 0.05;

  private static final List<String> COUNTING = List.of("left-thigh", "right-thigh");

  /** Turns of the same repetition are not further apart. */
  private static final double SAME_TURN_SECONDS = 1;

  boolean named() {
    return !codes.isEmpty();
  }

  /** Analyzes both and compares. */
  static FaultEffect of(List<SessionEvent> cleanLog, List<SessionEvent> faultyLog) {
    SessionResult clean = SetUpSession.analyze(cleanLog, notice -> {});
    List<Notice.SensorProblem> problems = new ArrayList<>();
    SessionResult faulty =
        SetUpSession.analyze(
            faultyLog,
            notice -> {
              if (notice instanceof Notice.SensorProblem problem) {
                problems.add(problem);
              }
            });
    return new Comparison(clean, faulty).effect(problems);
  }

  /** One comparison under way. */
  private static final class Comparison {
    private final SessionResult clean;
    private final SessionResult faulty;
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> accused = new HashSet<>();
    private final List<String> silent = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Map<String, String> metrics = new HashMap<>();
    private int judgedClean;
    private int judged;

    Comparison(SessionResult clean, SessionResult faulty) {
      this.clean = clean;
      this.faulty = faulty;
      ExerciseCatalog.builtIn()
          .get(clean.context().exercise())
          .rules()
          .forEach(rule -> metrics.put(rule.rule(), rule.metric()));
      Set<String> before = findings(clean);
      Set<String> seen = new HashSet<>();
      for (StreamSummary stream : faulty.streams()) {
        stream.health().stream()
            .filter(health -> !before.contains(stream.placement() + " " + health.code()))
            .forEach(
                health -> {
                  codes.add(health.code());
                  accused.add(stream.placement());
                });
        if (!seen.add(stream.placement())) {
          // Two on one segment: the note says so and both are left out.
          accused.add(stream.placement());
        }
      }
      if (!clean.notes().containsAll(faulty.notes())) {
        codes.add("note");
      }
    }

    private static Set<String> findings(SessionResult result) {
      Set<String> all = new LinkedHashSet<>();
      for (StreamSummary stream : result.streams()) {
        stream.health().forEach(health -> all.add(stream.placement() + " " + health.code()));
      }
      return all;
    }

    FaultEffect effect(List<Notice.SensorProblem> problems) {
      double named =
          problems.stream()
              .filter(problem -> codes.contains(problem.health().code()))
              .mapToDouble(problem -> problem.sessionNanos() * 1e-9)
              .min()
              .orElse(Double.NaN);
      List<RepetitionResult> good = repetitions(clean);
      List<RepetitionResult> bad = repetitions(faulty);
      int alone = 0;
      for (RepetitionResult one : good) {
        Optional<RepetitionResult> other = nearest(one, bad);
        other.ifPresent(found -> figures(one, found));
        alone += other.isPresent() ? 0 : 1;
      }
      alone += (int) bad.stream().filter(one -> nearest(one, good).isEmpty()).count();
      return new FaultEffect(
          codes,
          named,
          judgedClean,
          judged,
          silent,
          said,
          countedBySuspects() ? 0 : alone,
          countedBySuspects() ? alone : 0);
    }

    private static List<RepetitionResult> repetitions(SessionResult result) {
      return result.sets().stream()
          .flatMap(set -> set.repetitions().stream())
          .filter(RepetitionResult::complete)
          .toList();
    }

    private static Optional<RepetitionResult> nearest(
        RepetitionResult one, List<RepetitionResult> others) {
      return others.stream()
          .filter(other -> Math.abs(other.turnSeconds() - one.turnSeconds()) < SAME_TURN_SECONDS)
          .findFirst();
    }

    private void figures(RepetitionResult good, RepetitionResult bad) {
      for (Metric metric : good.metrics()) {
        judgedClean++;
        bad.metrics().stream()
            .filter(one -> one.name().equals(metric.name()) && one.side() == metric.side())
            .forEach(
                other -> {
                  judged++;
                  double apart = Math.abs(metric.value() - other.value());
                  double most = Math.max(metric.error(), other.error());
                  if (apart > Math.max(most, ROUNDING)) {
                    off(good, bad, metric.name(), metric.side(), metric + " is " + other);
                  }
                });
      }
      for (Verdict verdict : good.verdicts()) {
        if (verdict.outcome() == Outcome.NOT_ASSESSABLE) {
          continue;
        }
        judgedClean++;
        bad.verdicts().stream()
            .filter(one -> one.rule().equals(verdict.rule()) && one.side() == verdict.side())
            .filter(one -> one.outcome() != Outcome.NOT_ASSESSABLE)
            .forEach(
                other -> {
                  judged++;
                  if (contradicts(verdict.outcome(), other.outcome())) {
                    off(
                        good,
                        bad,
                        metrics.getOrDefault(verdict.rule(), verdict.rule()),
                        verdict.side(),
                        verdict + " is " + other);
                  }
                });
      }
    }

    private boolean countedBySuspects() {
      return COUNTING.stream().anyMatch(accused::contains);
    }

    private void off(
        RepetitionResult good, RepetitionResult bad, String metric, Side side, String what) {
      double moved =
          Math.max(
              Math.abs(good.startSeconds() - bad.startSeconds()),
              Math.abs(good.endSeconds() - bad.endSeconds()));
      boolean known =
          sensorsOf(metric, side).stream().anyMatch(accused::contains)
              || (moved > SAME_BOUND_SECONDS && countedBySuspects());
      (known ? said : silent).add(good.index() + ": " + what);
    }
  }

  private static boolean contradicts(Outcome a, Outcome b) {
    return (a == Outcome.SATISFIED && b == Outcome.VIOLATED)
        || (a == Outcome.VIOLATED && b == Outcome.SATISFIED);
  }

  /** Placements of the sensors that a metric is worked out from. */
  static List<String> sensorsOf(String metric, Side side) {
    String thigh = side.id() + "-thigh";
    String shank = side.id() + "-shank";
    if (PaceMeasurement.NAMES.contains(metric) || metric.equals("rangeAsymmetry")) {
      return COUNTING;
    } else if (metric.startsWith("kneeFppa")) {
      return List.of("pelvis", thigh, shank);
    } else if (metric.startsWith("knee")) {
      return List.of(thigh, shank);
    } else if (metric.startsWith("hip")) {
      return List.of("pelvis", thigh);
    } else if (metric.startsWith("thigh")) {
      return List.of(thigh);
    } else if (metric.startsWith("shank")) {
      return List.of(shank);
    } else if (metric.startsWith("lumb")) {
      return List.of("pelvis", "trunk");
    } else if (metric.startsWith("trunk")) {
      return List.of("trunk");
    } else if (metric.startsWith("pelvi")) {
      return List.of("pelvis");
    }
    throw new IllegalArgumentException("of which sensors is " + metric + "?");
  }
}
