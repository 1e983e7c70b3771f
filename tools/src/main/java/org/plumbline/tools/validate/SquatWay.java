package org.plumbline.tools.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways of squatting of the squat recordings, and the rule that each fault departs from. */
enum SquatWay {
  CORRECT("correct", ""),
  KNEE_VALGUS("knee_valgus", "knee-valgus"),
  BUTT_WINK("butt_wink", "butt-wink"),
  EXCESSIVE_LEAN("excessive_lean", "forward-lean"),
  PARTIAL("partial", "depth");

  private final String label;
  private final String rule;

  SquatWay(String label, String rule) {
    this.label = label;
    this.rule = rule;
  }

  /** Those with a fault. */
  static List<SquatWay> faults() {
    return Stream.of(values()).filter(way -> way != CORRECT).toList();
  }

  /** As the labels call it. */
  static Optional<SquatWay> of(String label) {
    return Stream.of(values()).filter(way -> way.label.equals(label)).findFirst();
  }

  /** The rule that finds it; empty for {@link #CORRECT}. */
  String rule() {
    return rule;
  }
}
