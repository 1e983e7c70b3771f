package org.plumbline.analyzer.kinematics;

import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;

/** Angles that mean something in an upright person only. */
final class StandingOnly {
  private StandingOnly() {}

  static Reason reason() {
    return new Reason("other-position", Texts.get("reason.other-position"));
  }
}
