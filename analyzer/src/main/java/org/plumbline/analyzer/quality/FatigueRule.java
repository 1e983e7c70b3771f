package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Sides;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * How a muscle tires over a set that is meant to tire it: changes from the first repetition to the
 * one that is judged, by a line through all between (rows FAT-1 to FAT-3 of the rule table).
 *
 * <p>A falling median frequency or a rising Dimitrov index counts only together with an amplitude
 * that certainly rises: with less force the frequency falls as well (joint analysis of spectrum and
 * amplitude, Luttmann 2000). Loss of speed counts by itself. Any row that is beyond its limit
 * decides; none is said to be within while another cannot answer.
 */
final class FatigueRule implements QualityRule {
  static final String ID = "fatigue";

  /** A line through fewer tells nothing. */
  static final int FIRST_REPETITION = 5;

  private static final String SPEED = "speedChange";

  private final List<RuleLimits> rows;

  /**
   * @param rows of the exercise, each with a limit for everyone
   */
  FatigueRule(List<RuleLimits> rows) {
    for (RuleLimits row : rows) {
      if (row.absolute().isEmpty()) {
        throw new IllegalArgumentException(
            ID + " " + row.row() + " needs a limit for everyone: a set is held against itself");
      }
    }
    this.rows = List.copyOf(rows);
  }

  @Override
  public String id() {
    return ID;
  }

  /** Of each leg, also where a row reads the speed of the whole body. */
  @Override
  public Sides sides() {
    return Sides.WORKING;
  }

  @Override
  public boolean isAsked(int repetition) {
    return repetition >= FIRST_REPETITION;
  }

  @Override
  public Verdict judge(Measurements measurements, Side side) {
    List<Verdict.Assessed> answers = new ArrayList<>();
    Optional<Reason> unknown = Optional.empty();
    for (RuleLimits row : rows) {
      Side of = row.metric().equals(SPEED) ? Side.MIDLINE : side;
      Optional<Metric> metric = measurements.metric(row.metric(), of);
      if (metric.isPresent()) {
        Verdict.Assessed answer = answer(row, metric.get(), measurements, side);
        // That a trend is not beyond its error says nothing against what the others say.
        if (!isTrend(row) || answer.outcome() == Outcome.VIOLATED) {
          answers.add(answer);
        }
      } else {
        unknown = unknown.or(() -> measurements.reason(row.metric(), of)).or(FatigueRule::unclear);
      }
    }
    Optional<Verdict.Assessed> worst =
        answers.stream().max(Comparator.comparingInt(FatigueRule::weight));
    if (worst.isPresent() && (unknown.isEmpty() || worst.get().outcome() == Outcome.VIOLATED)) {
      return worst.get();
    }
    return new Verdict.NotAssessable(ID, side, unknown.or(FatigueRule::unclear).orElseThrow());
  }

  /** A row that only asks whether there is a change at all. */
  private static boolean isTrend(RuleLimits row) {
    return row.metric().endsWith("DimitrovChange");
  }

  private static Optional<Reason> unclear() {
    return Optional.of(new Reason("fatigue-signal", Texts.get("reason.fatigue-signal")));
  }

  private static int weight(Verdict.Assessed one) {
    return switch (one.outcome()) {
      case VIOLATED -> one.severity().filter(Severity.RED::equals).isPresent() ? 3 : 2;
      case WITHIN_ERROR -> 1;
      default -> 0;
    };
  }

  private static Verdict.Assessed answer(
      RuleLimits row, Metric metric, Measurements measurements, Side side) {
    RuleLimits.Limit limit = row.absolute().orElseThrow();
    ErrorBand band = new ErrorBand(metric.value(), metric.error(), row.bad());
    boolean beyond = band.beyond(limit.amber());
    boolean counts = beyond && (metric.name().equals(SPEED) || isLouder(metric, measurements));
    Outcome outcome = beyond && !counts ? Outcome.WITHIN_ERROR : band.outcome(limit.amber());
    return new Verdict.Assessed(
        ID,
        side,
        outcome,
        counts ? band.severity(limit.amber(), limit.red()) : Optional.empty(),
        metric.value(),
        limit.amber(),
        Basis.ABSOLUTE,
        metric.error(),
        metric.unit(),
        row.row() + ": " + limit.source(),
        limit.grade(),
        "",
        metric.caveat(),
        metric.name());
  }

  /** Whether the amplitude of the same muscle rises beyond its error. */
  private static boolean isLouder(Metric spectral, Measurements measurements) {
    String muscle = spectral.name().replaceFirst("(Frequency|Dimitrov)Change$", "");
    return measurements
        .metric(muscle + "AmplitudeChange", spectral.side())
        .filter(one -> one.value() - one.error() > 0)
        .isPresent();
  }
}
