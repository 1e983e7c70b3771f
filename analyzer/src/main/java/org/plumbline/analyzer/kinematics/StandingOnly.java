package org.plumbline.analyzer.kinematics;

import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;

/** Angles that mean something in an upright person only. */
final class StandingOnly {
  private StandingOnly() {}

  /** Why somebody who lies on the side has no such angle. */
  static Reason sideLying() {
    return new Reason("side-lying", Texts.get("reason.side-lying"));
  }

  static Reason reason() {
    return new Reason("other-position", Texts.get("reason.other-position"));
  }
}
