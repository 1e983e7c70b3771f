package org.plumbline.tools.validate;

import java.util.List;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.Side;
import org.plumbline.tools.validate.Squat6.SetOutcome;

/**
 * A squat set as the pipeline measured it, to be judged by any rules.
 *
 * @param number of the sets that the person did this way
 * @param performed intent of the whole set
 * @param made how many repetitions were made, by hand count
 * @param repetitions what was measured in each that was found; nothing in incomplete ones
 */
record SquatSet(
    String person,
    int number,
    SquatWay performed,
    int made,
    List<Side> legs,
    List<Measurements> repetitions,
    SessionResult result) {

  static SquatSet of(SetOutcome outcome, SquatWay performed) {
    return new SquatSet(
        outcome.hand().person(),
        outcome.hand().number(),
        performed,
        outcome.hand().bounds().size(),
        legs(outcome.result()),
        outcome.found().stream()
            .map(found -> measurements(found.complete() ? found.metrics() : List.of()))
            .toList(),
        outcome.result());
  }

  private static List<Side> legs(SessionResult result) {
    return result.sets().isEmpty() || result.sets().get(0).side().equals("both")
        ? List.of(Side.LEFT, Side.RIGHT)
        : List.of(result.sets().get(0).side().equals("left") ? Side.LEFT : Side.RIGHT);
  }

  static Measurements measurements(List<Metric> metrics) {
    Measurements measurements = new Measurements();
    metrics.forEach(measurements::add);
    return measurements;
  }

  /** The same set, called another one. */
  SquatSet performed(SquatWay way, int itsNumber) {
    return new SquatSet(person, itsNumber, way, made, legs, repetitions, result);
  }

  /** The same set with other measurements. */
  SquatSet with(List<Measurements> others) {
    return new SquatSet(person, number, performed, made, legs, others, result);
  }
}
