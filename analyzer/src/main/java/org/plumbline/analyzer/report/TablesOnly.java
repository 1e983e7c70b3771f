package org.plumbline.analyzer.report;

import java.util.Set;

/**
 * What stands in JSON and CSV and not on the page: readings at one flexion angle beside the largest
 * one, and curves that no rule reads. A page with everything on it is not read.
 */
final class TablesOnly {
  private static final Set<String> CURVES =
      Set.of(
          "kneeRotation",
          "hipAbduction",
          "hipRotation",
          "shankFrontal",
          "pelvicInclination",
          "trunkInclination",
          "trunkSideLean");

  private static final Set<String> METRICS =
      Set.of(
          "kneeFrontalAtTurn",
          "kneeFrontalAt30",
          "kneeFrontalAt45",
          "kneeFrontalAt60",
          "kneeRotationAt30",
          "kneeRotationAt45",
          "kneeRotationAt60",
          "kneeFppaAt30",
          "kneeFppaAt45",
          "kneeFppaAt60",
          "thighFrontalRange",
          "pelvicInclination",
          "hipAbductionAtTurn");

  private TablesOnly() {}

  static boolean curve(String name) {
    return CURVES.contains(name);
  }

  static boolean metric(String name) {
    return METRICS.contains(name);
  }
}
