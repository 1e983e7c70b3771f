package org.plumbline.analyzer.quality;

import org.plumbline.analyzer.exercise.RuleLimits.Sides;
import org.plumbline.device.log.Side;

/** Judges one repetition and side by what was measured. Stateless. */
public interface QualityRule {

  /** Rule id, e.g. {@code knee-valgus}. */
  String id();

  /** The sides it is asked for. */
  Sides sides();

  /** Whether it is asked of the repetition with this number; most are asked of all. */
  default boolean isAsked(int repetition) {
    return true;
  }

  Verdict judge(Measurements measurements, Side side);
}
