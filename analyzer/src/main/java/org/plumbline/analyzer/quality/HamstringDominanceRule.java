package org.plumbline.analyzer.quality;

import java.util.Optional;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * Hamstrings instead of gluteals: against the own reference set, or, without one, only when the
 * ratio is low <em>and</em> the hamstrings are high.
 *
 * <p>Straighter knees raise the hamstrings by themselves (Lehecka 2017): with the heels certainly
 * far away a low ratio is a cue, not a departure, and without a knee angle it is not known which.
 * Onsets are never judged.
 *
 * <p>Healthy people average a ratio of 1.02 in a bridge (Hollman 2018), so the ratio alone says
 * nothing without a reference.
 */
final class HamstringDominanceRule implements QualityRule {

  /** Hamstrings at this level are high (rule table, HAM-2), %MVIC. */
  static final double HIGH_PERCENT_MVIC = 40;

  /** Heels far away: knees bent by less than this at most (rule table, HAM-2). */
  static final double HEELS_FAR_DEG = 100;

  static final String KNEE = "kneeFlexionPeak";
  static final String RATIO = "gluteToHamstringRatio";
  static final String RAW_RATIO = "gluteToHamstringRawRatio";
  static final String HAMSTRING_LEVEL = "hamstringsLevel";

  private final RuleLimits limits;
  private final OwnReference reference;
  private final LimitRule againstLimit;

  HamstringDominanceRule(RuleLimits limits, OwnReference reference) {
    this.limits = limits;
    this.reference = reference;
    this.againstLimit = new LimitRule(limits, reference);
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
    Verdict verdict = withReference(measurements, side);
    for (String name : new String[] {RATIO, RAW_RATIO}) {
      verdict = reference.told(verdict, name);
    }
    return verdict;
  }

  private Verdict withReference(Measurements measurements, Side side) {
    for (String name : new String[] {RATIO, RAW_RATIO}) {
      Optional<Metric> ratio = measurements.metric(name, side);
      boolean own = reference.level(name, side).isPresent();
      if (ratio.isPresent() && own && limits.own().isPresent()) {
        return againstLimit.judge(ratio.get(), side, measurements.place(ratio.get()));
      }
    }
    Optional<Metric> ratio = measurements.metric(RATIO, side);
    Optional<Metric> hamstrings = measurements.metric(HAMSTRING_LEVEL, side);
    if (ratio.isPresent() && hamstrings.isPresent() && limits.absolute().isPresent()) {
      return withoutReference(
          ratio.get(), hamstrings.get(), limits.absolute().get(), measurements, side);
    }
    return new Verdict.NotAssessable(id(), side, whyNot(measurements, side));
  }

  private Verdict withoutReference(
      Metric ratio,
      Metric hamstrings,
      RuleLimits.Limit limit,
      Measurements measurements,
      Side side) {
    ErrorBand low = new ErrorBand(ratio.value(), ratio.error(), Bad.BELOW);
    ErrorBand high = new ErrorBand(hamstrings.value(), hamstrings.error(), Bad.ABOVE);
    boolean violated = low.beyond(limit.amber()) && high.beyond(HIGH_PERCENT_MVIC);
    Optional<Reason> knee = violated ? explained(measurements, side) : Optional.empty();
    if (knee.isPresent()) {
      return new Verdict.NotAssessable(id(), side, knee.get());
    }
    boolean satisfied = low.within(limit.amber()) || high.within(HIGH_PERCENT_MVIC);
    Optional<Severity> severity =
        violated ? low.severity(limit.amber(), limit.red()) : Optional.empty();
    return new Verdict.Assessed(
        id(),
        side,
        violated ? Outcome.VIOLATED : satisfied ? Outcome.SATISFIED : Outcome.WITHIN_ERROR,
        severity,
        ratio.value(),
        limit.amber(),
        Basis.ABSOLUTE,
        ratio.error(),
        ratio.unit(),
        limits.row() + ": " + limit.source(),
        limit.grade(),
        "",
        ratio.caveat(),
        ratio.name());
  }

  /** Why a low ratio with high hamstrings is not held against the person. */
  private static Optional<Reason> explained(Measurements measurements, Side side) {
    Optional<Metric> knee = measurements.metric(KNEE, side);
    if (knee.isEmpty()) {
      return Optional.of(new Reason("knee-unknown", Texts.get("reason.knee-unknown")));
    }
    double flexion = knee.get().value();
    return flexion + knee.get().error() < HEELS_FAR_DEG
        ? Optional.of(
            new Reason("heels-far", Texts.get("reason.heels-far", Texts.number(flexion, 0))))
        : Optional.empty();
  }

  private Reason whyNot(Measurements measurements, Side side) {
    Optional<Reason> noElectrodes = measurements.reason(RAW_RATIO, side);
    if (noElectrodes.isPresent()) {
      return noElectrodes.get();
    }
    return limits.absolute().isPresent()
        ? new Reason("needs-mvic-or-reference", Texts.get("reason.needs-mvic-or-reference"))
        : new Reason("needs-reference", Texts.get("reason.needs-reference"));
  }
}
