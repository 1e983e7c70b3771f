package org.plumbline.analyzer.quality;

import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * One metric against one limit: the own one where the person has a reference set with that metric,
 * the absolute one otherwise.
 */
final class LimitRule implements QualityRule {

  /** Why a limit against the own reference says nothing without one. */
  static final String NEEDS_REFERENCE = "needs-reference";

  private final RuleLimits limits;
  private final OwnReference own;
  private final boolean named;

  LimitRule(RuleLimits limits, OwnReference own) {
    this(limits, own, false);
  }

  /**
   * The same.
   *
   * @param named whether its verdicts say which metric they were read from: where a rule has
   *     several of them, its name does not tell
   */
  LimitRule(RuleLimits limits, OwnReference own, boolean named) {
    this.limits = limits;
    this.own = own;
    this.named = named;
  }

  @Override
  public String id() {
    return limits.rule();
  }

  @Override
  public RuleLimits.Sides sides() {
    return limits.asked();
  }

  @Override
  public Verdict judge(Measurements measurements, Side side) {
    Optional<Metric> metric = measurements.metric(limits.metric(), side);
    if (metric.isEmpty()) {
      Reason reason =
          measurements
              .reason(limits.metric(), side)
              .orElseGet(() -> new Reason("not-measured", Texts.get("reason.not-measured")));
      return new Verdict.NotAssessable(id(), side, reason);
    }
    return judge(metric.get(), side, where(metric.get(), measurements.place(metric.get())));
  }

  private String where(Metric metric, String place) {
    if (!named) {
      return place;
    }
    String name = Texts.get("metric." + metric.name());
    return place.isEmpty() ? name : name + ", " + place;
  }

  Verdict judge(Metric metric, Side side, String at) {
    Optional<Baseline.Level> reference =
        own.level(metric.name(), side)
            .filter(level -> level.unit().equals(metric.unit()))
            .filter(level -> !isOfThisSession(level.unit()));
    if (reference.isPresent() && limits.own().isPresent()) {
      return againstOwn(metric, at, limits.own().get(), reference.get());
    }
    if (limits.absolute().isPresent()) {
      return own.told(againstAll(metric, at, limits.absolute().get()), metric.name());
    }
    return own.told(
        new Verdict.NotAssessable(
            id(), side, new Reason(NEEDS_REFERENCE, Texts.get("reason.needs-reference"))),
        metric.name());
  }

  /** What is 100 in every session compares with nothing outside of it. */
  private static boolean isOfThisSession(String unit) {
    return unit.equals("% of first repetitions");
  }

  private Verdict againstAll(Metric metric, String at, RuleLimits.Limit limit) {
    ErrorBand band = new ErrorBand(metric.value(), metric.error(), limits.bad());
    return new Verdict.Assessed(
        id(),
        metric.side(),
        band.outcome(limit.amber()),
        band.severity(limit.amber(), limit.red()),
        metric.value(),
        limit.amber(),
        Basis.ABSOLUTE,
        metric.error(),
        metric.unit(),
        limits.row() + ": " + limit.source(),
        limit.grade(),
        at,
        metric.caveat(),
        metric.name());
  }

  /**
   * The value itself is held against a limit made from the reference. Under the same calibration
   * what that puts into both cancels, and each keeps what is another error in every repetition.
   * Otherwise both have a systematic error; it comes from the same person's habits of standing and
   * moving, so part of it cancels: the larger of the two counts, not their sum (engineering
   * choice).
   */
  private Verdict againstOwn(
      Metric metric, String at, RuleLimits.OwnLimit own, Baseline.Level reference) {
    double amber = limit(own, reference, own.amber());
    double red = limit(own, reference, own.red());
    double apart =
        reference
            .repeat()
            .filter(repeat -> repeat.calibration().equals(metric.calibration()))
            .map(repeat -> Math.sqrt(square(metric.repeatError()) + square(repeat.error())))
            .orElse(Math.max(metric.error(), reference.error()));
    double error = Math.sqrt(square(apart) + square(this.own.meanError(reference)));
    ErrorBand band = new ErrorBand(metric.value(), error, limits.bad());
    return new Verdict.Assessed(
        id(),
        metric.side(),
        band.outcome(amber),
        band.severity(amber, red),
        metric.value(),
        amber,
        Basis.OWN,
        error,
        metric.unit(),
        limits.row() + ": " + own.source(),
        own.grade(),
        at,
        metric.caveat(),
        metric.name());
  }

  private double limit(RuleLimits.OwnLimit own, Baseline.Level reference, double bound) {
    double away = away(own, reference, bound);
    double amberAway = away(own, reference, own.amber());
    // Red stays as much further away than amber as it is without the least distance.
    double least = amberAway > 0 ? own.atLeast() * away / amberAway : own.atLeast();
    double distance = Math.max(away, least);
    return limits.bad() == RuleLimits.Bad.ABOVE
        ? reference.mean() + distance
        : reference.mean() - distance;
  }

  private static double away(RuleLimits.OwnLimit own, Baseline.Level reference, double bound) {
    return switch (own.kind()) {
      case DIFFERENCE -> bound;
      case SHARE -> Math.abs(reference.mean()) * (1 - bound);
      case SPREAD -> reference.spread() * bound;
    };
  }

  private static double square(double x) {
    return x * x;
  }
}
