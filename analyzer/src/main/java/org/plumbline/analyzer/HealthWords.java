package org.plumbline.analyzer;

import java.util.List;
import org.plumbline.analyzer.SessionResult.Health;
import org.plumbline.analyzer.orientation.SensorHealth;

/** Interim. */
final class HealthWords {
  private HealthWords() {}

  static List<Health> of(List<SensorHealth.Finding> findings) {
    return findings.stream().map(f -> new Health(f.code(), f.effect())).toList();
  }
}
