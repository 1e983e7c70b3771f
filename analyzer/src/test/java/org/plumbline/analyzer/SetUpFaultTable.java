package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.SessionResult.StreamSummary;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.fault.SetUpFault;

/**
 * What the analysis of a session with a set-up fault says, against that of the clean session: is
 * the fault named, how soon, do the repetitions after it still agree, and is anything wrong without
 * a word.
 */
final class SetUpFaultTable {
  private static final List<OnSegment> SENSORS =
      List.of(
          new OnSegment(Segment.THIGH, Side.RIGHT),
          new OnSegment(Segment.SHANK, Side.RIGHT),
          new OnSegment(Segment.THIGH, Side.LEFT),
          new OnSegment(Segment.SHANK, Side.LEFT));

  /**
   * One fault in one session.
   *
   * @param codes all findings and notes that the clean session has not
   * @param namedSeconds session time of the first of them, NaN when only the result says it
   * @param assessed verdicts with an answer in both sessions
   * @param agreeing of these, metrics that agree within both stated errors and no verdict turned
   *     from satisfied to violated or back
   * @param differences the metrics that do not
   */
  record Row(
      SetUpFault fault,
      long seed,
      Set<String> codes,
      double namedSeconds,
      int clean,
      int assessed,
      int agreeing,
      List<String> differences) {
    boolean named() {
      return !codes.isEmpty();
    }

    /** Something was judged otherwise than in the clean session. */
    boolean wrong() {
      return agreeing < assessed;
    }
  }

  /** A session log as the analyzer takes it. */
  Row row(SetUpFault fault, List<SessionEvent> clean, long seed) {
    OnSegment sensor = SENSORS.get((int) (seed % SENSORS.size()));
    return compare(fault, seed, clean, fault.into(clean, sensor, seed));
  }

  private static Row compare(
      SetUpFault fault, long seed, List<SessionEvent> clean, List<SessionEvent> faulty) {
    SessionResult good = run(clean, new ArrayList<>());
    List<Notice> notices = new ArrayList<>();
    SessionResult bad = run(faulty, notices);
    Set<String> codes = said(bad);
    codes.removeAll(said(good));
    double first =
        notices.stream()
            .filter(notice -> notice instanceof Notice.SensorProblem)
            .map(notice -> (Notice.SensorProblem) notice)
            .filter(notice -> codes.contains(notice.health().code()))
            .mapToDouble(notice -> notice.sessionNanos() * 1e-9)
            .min()
            .orElse(Double.NaN);
    int[] counts = new int[3];
    List<String> differences = new ArrayList<>();
    for (RepetitionResult repetition : repetitions(good)) {
      nearest(repetition, repetitions(bad))
          .ifPresent(other -> count(repetition, other, counts, differences));
    }
    return new Row(fault, seed, codes, first, counts[0], counts[1], counts[2], differences);
  }

  private static SessionResult run(List<SessionEvent> log, List<Notice> notices) {
    SessionAnalyzer analyzer = new SessionAnalyzer(notices::add);
    log.forEach(analyzer::accept);
    return analyzer.result();
  }

  /** Codes of health findings, and notes as {@code note}. */
  static Set<String> said(SessionResult result) {
    Set<String> codes = new LinkedHashSet<>();
    for (StreamSummary stream : result.streams()) {
      stream.health().forEach(health -> codes.add(health.code()));
    }
    result
        .notes()
        .forEach(note -> codes.add("note: " + note.substring(0, Math.min(40, note.length()))));
    return codes;
  }

  private static List<RepetitionResult> repetitions(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.repetitions().stream()).toList();
  }

  private static Optional<RepetitionResult> nearest(
      RepetitionResult one, List<RepetitionResult> others) {
    return others.stream()
        .filter(other -> Math.abs(other.turnSeconds() - one.turnSeconds()) < 1)
        .findFirst();
  }

  private static void count(
      RepetitionResult good, RepetitionResult bad, int[] counts, List<String> differences) {
    for (Verdict verdict : good.verdicts()) {
      if (verdict.outcome() == Outcome.NOT_ASSESSABLE) {
        continue;
      }
      counts[0]++;
      for (Verdict other : bad.verdicts()) {
        if (other.rule().equals(verdict.rule())
            && other.side() == verdict.side()
            && other.outcome() != Outcome.NOT_ASSESSABLE) {
          counts[1]++;
          counts[2] += contradicts(verdict.outcome(), other.outcome()) ? 0 : 1;
        }
      }
    }
    for (Metric metric : good.metrics()) {
      counts[0]++;
      for (Metric other : bad.metrics()) {
        if (other.name().equals(metric.name()) && other.side() == metric.side()) {
          counts[1]++;
          double error = Math.sqrt(square(metric.error()) + square(other.error()));
          boolean agrees = Math.abs(metric.value() - other.value()) <= Math.max(error, 1e-6);
          counts[2] += agrees ? 1 : 0;
          if (!agrees) {
            differences.add(good.index() + ": " + metric + " is " + other);
          }
        }
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }

  private static boolean contradicts(Outcome a, Outcome b) {
    return (a == Outcome.SATISFIED && b == Outcome.VIOLATED)
        || (a == Outcome.VIOLATED && b == Outcome.SATISFIED);
  }

  /** The rows of one fault as a line. */
  static String line(List<Row> rows) {
    Set<String> codes = new TreeSet<>();
    rows.forEach(row -> codes.addAll(row.codes()));
    long named = rows.stream().filter(Row::named).count();
    double latest = rows.stream().mapToDouble(Row::namedSeconds).max().orElse(Double.NaN);
    double share =
        rows.stream().mapToInt(Row::assessed).sum()
            / (double) Math.max(1, rows.stream().mapToInt(Row::clean).sum());
    long silent = rows.stream().filter(row -> row.wrong() && !row.named()).count();
    int wrong = rows.stream().mapToInt(row -> row.assessed() - row.agreeing()).sum();
    return String.format(
        Locale.ROOT,
        "%-28s named %d/%d  latest %5.1f s  assessed %3.0f %%  off %4d  silent %d  %s",
        rows.get(0).fault().id(),
        named,
        rows.size(),
        latest,
        100 * share,
        wrong,
        silent,
        codes);
  }
}
