package org.plumbline.analyzer.set;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.exercise.Exercise.Counting;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.set.RepetitionCounter.Nothing;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;

/**
 * What the counting segment did in a set, so that a set without a repetition can say why. One
 * thread.
 */
final class CountedMovement {
  private Vector3[] first = {};
  private double farthestRad;
  private long steps;
  private long elsewhere;
  private long known;

  /**
   * Takes the next grid step.
   *
   * @param ups "up" in the sensors that count
   * @param isElsewhere whether the person is not in the position of the exercise
   */
  void step(Vector3[] ups, boolean isElsewhere) {
    steps++;
    if (isElsewhere) {
      elsewhere++;
      return;
    }
    if (first.length != ups.length) {
      first = ups.clone();
    }
    boolean any = false;
    for (int s = 0; s < ups.length; s++) {
      if (ups[s].isKnown()) {
        any = true;
        if (first[s].isKnown()) {
          farthestRad = Math.max(farthestRad, first[s].angleToRad(ups[s]));
        } else {
          first[s] = ups[s];
        }
      }
    }
    known += any ? 1 : 0;
  }

  /** Getting into the position was no movement of the exercise. */
  void startAnew() {
    first = new Vector3[0];
    farthestRad = 0;
  }

  /** Why nothing was counted, worn being at least one sensor that counts. */
  Optional<Nothing> nothing(Counting counting) {
    String segment = Location.idOf(counting.segment());
    if (steps == 0) {
      return said("no-time");
    }
    if (2 * elsewhere > steps) {
      return said("elsewhere");
    }
    if (known == 0) {
      return said("no-values", segment);
    }
    String degrees = Texts.number(FastMath.toDegrees(farthestRad), 0);
    String least = Texts.number(counting.minimumExcursionDeg(), 0);
    return FastMath.toDegrees(farthestRad) < counting.minimumExcursionDeg()
        ? said("little", segment, degrees, least)
        : said(
            "not-back",
            segment,
            degrees,
            Texts.number(counting.minimumSeconds(), 1),
            Texts.number(counting.maximumSeconds(), 0));
  }

  private static Optional<Nothing> said(String key, String... figures) {
    return Optional.of(new Nothing(key, List.of(figures)));
  }
}
