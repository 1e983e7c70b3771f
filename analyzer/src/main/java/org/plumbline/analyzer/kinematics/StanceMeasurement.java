package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How far the pelvis of a standing person leans forward, and how much further the thighs turn,
 * counted from how the person has stood at the ends of the repetitions of the set so far. Starts of
 * repetitions scatter more than leans do: somebody who has not come up all the way has a smaller
 * change for the same lean.
 */
final class StanceMeasurement {
  private static final String LEAN = "pelvicLeanFromStance";
  private static final String TILT = "pelvicTiltFromStance";
  private static final String TUCK = "thighBeyondLeanFromStance";

  /**
   * Scatter of one segment forwards between the starts of repetitions, deviation: 4.5 deg in real
   * squats (squat6, 20 segments; see also {@link AngleError}).
   */
  private static final double SCATTER_DEG = 4.5;

  private final RepetitionPoses repetition;
  private final Stances stances;
  private final Measurements measurements;

  private StanceMeasurement(
      RepetitionPoses repetition, Stances stances, Measurements measurements) {
    this.repetition = repetition;
    this.stances = stances;
    this.measurements = measurements;
  }

  /** Forward tilt of a segment over the repetition, from how it stood. */
  private record FromStance(Trace tilt, MetricError error) {}

  /** With the legs that are worn. */
  static void measure(
      RepetitionPoses repetition, Stances stances, List<Side> legs, Measurements measurements) {
    new StanceMeasurement(repetition, stances, measurements).measure(legs);
  }

  private void measure(List<Side> legs) {
    Found pelvis = repetition.find(Body.placement(Segment.PELVIS, Side.MIDLINE));
    Optional<Reason> reason =
        repetition.standing() ? pelvis.reason() : Optional.of(StandingOnly.reason());
    if (reason.isPresent()) {
      missing(reason.get(), LEAN, TILT, TUCK);
      return;
    }
    FromStance lean = fromStance(pelvis.get(0));
    int most = lean.tilt().argMax();
    add(TILT, lean.tilt().value(most), lean.error(), pelvis.segments());
    List<Found> thighs =
        legs.stream().map(leg -> repetition.find(Body.placement(Segment.THIGH, leg))).toList();
    List<Posed> worn =
        thighs.stream()
            .filter(thigh -> thigh.reason().isEmpty())
            .map(thigh -> thigh.get(0))
            .toList();
    if (worn.isEmpty()) {
      missing(thighs.get(0).reason().orElseThrow(), LEAN, TUCK);
      return;
    }
    PelvicLeanMeasurement.meanOnTheWay(repetition, worn, lean.tilt())
        .ifPresentOrElse(
            mean -> add(LEAN, mean, lean.error(), pelvis.segments()),
            () -> missing(OutAndBack.tooSmall(), LEAN));
    tuck(pelvis.get(0), lean, worn);
  }

  private void tuck(Posed pelvis, FromStance lean, List<Posed> thighs) {
    double value = -atTurnDeg(lean);
    MetricError error = lean.error();
    List<Posed> all = new ArrayList<>(List.of(pelvis));
    for (Posed thigh : thighs) {
      FromStance turned = fromStance(thigh);
      // Backward tilt of the thigh is hip flexion: the knee goes forward.
      value -= atTurnDeg(turned) / thighs.size();
      error = plus(error, turned.error(), 1.0 / thighs.size());
      all.add(thigh);
    }
    add(TUCK, value, error, all);
  }

  private double atTurnDeg(FromStance segment) {
    return segment.tilt().mean(repetition.holdStart(), repetition.holdEnd());
  }

  private FromStance fromStance(Posed posed) {
    Trace tilt = repetition.segment(posed, Inclination::anteriorTiltDeg);
    MetricError change =
        repetition.changeError(posed, Inclination::anteriorTiltDeg, 0, repetition.turn());
    if (posed.poses().byGyroscope()) {
      // Taken to be upright at both ends, with the error of that.
      return new FromStance(tilt.fromStart(), change);
    }
    List<Double> stood = stoodDeg(posed);
    double sum = 0;
    for (double one : stood) {
      sum += one;
    }
    double scatter = AngleError.HALF_WIDTH_90 * SCATTER_DEG / Math.sqrt(stood.size());
    return new FromStance(
        tilt.less(sum / stood.size()), plus(change, new MetricError(scatter, scatter), 1));
  }

  /** How far forward the segment was tilted at each end. */
  private List<Double> stoodDeg(Posed posed) {
    Repetition whole = repetition.repetition();
    List<Double> tilts = new ArrayList<>();
    for (Vector3 up : stances.until(posed.segment(), whole)) {
      Vector3 inSegment = AngleError.calibration(posed).segmentToSensor().conjugate().rotate(up);
      tilts.add(FastMath.toDegrees(FastMath.atan2(-inSegment.x(), inSegment.y())));
    }
    return tilts;
  }

  private static MetricError plus(MetricError a, MetricError b, double share) {
    return new MetricError(
        FastMath.hypot(a.deg(), share * b.deg()),
        FastMath.hypot(a.repeatDeg(), share * b.repeatDeg()));
  }

  private void add(String name, double valueDeg, MetricError error, List<Posed> segments) {
    measurements.add(repetition.metric(name, Side.MIDLINE, valueDeg, error, segments));
  }

  private void missing(Reason reason, String... names) {
    for (String name : names) {
      measurements.missing(name, Side.MIDLINE, reason);
    }
  }
}
