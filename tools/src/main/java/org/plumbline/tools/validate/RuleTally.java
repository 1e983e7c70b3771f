package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.plumbline.analyzer.quality.Outcome;

/** Samples of one rule: how often it was right so many errors before and beyond its limit. */
final class RuleTally {
  /** Samples count as two errors away from 1.5 to 2.5. */
  private static final double AT = 2;

  private static final double HALF_WIDTH = 0.5;

  private final List<RuleSample> samples = new ArrayList<>();

  void add(RuleSample sample) {
    samples.add(sample);
  }

  int count() {
    return samples.size();
  }

  /** Share of departures of two errors that were violated; what could not be judged was missed. */
  double sensitivity() {
    return share(k -> Math.abs(k - AT) <= HALF_WIDTH, Outcome.VIOLATED);
  }

  /** Share of good ones, two errors within the limit, that were not violated. */
  double specificity() {
    return 1 - share(k -> Math.abs(k + AT) <= HALF_WIDTH, Outcome.VIOLATED);
  }

  /** Share of violated ones so many errors beyond the limit, half an error to either side. */
  double violatedAt(double errors) {
    return share(k -> Math.abs(k - errors) <= HALF_WIDTH, Outcome.VIOLATED);
  }

  int countAt(double errors) {
    return inRange(k -> Math.abs(k - errors) <= HALF_WIDTH).size();
  }

  /** Share that was decided, one way or the other. */
  double decided() {
    return samples.stream()
            .filter(one -> one.outcome() == Outcome.VIOLATED || one.outcome() == Outcome.SATISFIED)
            .count()
        / (double) count();
  }

  /** Share that was assessed at all. */
  double assessed() {
    return samples.stream().filter(one -> one.outcome() != Outcome.NOT_ASSESSABLE).count()
        / (double) count();
  }

  /** Share of the true values within the stated 95 % error, of those with a stated error. */
  double within() {
    long stated = samples.stream().filter(one -> one.errorsBeyond().isPresent()).count();
    return samples.stream().filter(RuleSample::within).count() / (double) stated;
  }

  private double share(DoublePredicate where, Outcome outcome) {
    List<RuleSample> some = inRange(where);
    return some.stream().filter(one -> one.outcome() == outcome).count() / (double) some.size();
  }

  private List<RuleSample> inRange(DoublePredicate where) {
    return samples.stream()
        .filter(one -> one.errorsBeyond().isPresent())
        .filter(one -> where.test(one.errorsBeyond().getAsDouble()))
        .toList();
  }
}
