package org.plumbline.analyzer.quality;

import java.util.Optional;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;

/** The one formula that turns value, error and limit into an outcome (promise 4 of the design). */
record ErrorBand(double value, double error, Bad bad) {

  /** Certainly beyond the limit. */
  boolean beyond(double limit) {
    return bad == Bad.ABOVE ? value - error > limit : value + error < limit;
  }

  /** Certainly within the limit. */
  boolean within(double limit) {
    return bad == Bad.ABOVE ? value + error <= limit : value - error >= limit;
  }

  Outcome outcome(double limit) {
    return beyond(limit)
        ? Outcome.VIOLATED
        : within(limit) ? Outcome.SATISFIED : Outcome.WITHIN_ERROR;
  }

  Optional<Severity> severity(double amber, double red) {
    return beyond(red)
        ? Optional.of(Severity.RED)
        : beyond(amber) ? Optional.of(Severity.AMBER) : Optional.empty();
  }
}
