package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.kinematics.KneePlace.Range;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The angles of a knee over one repetition: as a pose at fixed places, and as a path. */
final class KneeMeasurement {

  /** Shares of the thigh's way at which out and back are compared: away from both ends. */
  private static final double[] LEVELS = {0.3, 0.4, 0.5, 0.6, 0.7};

  private final RepetitionPoses repetition;
  private final Measurements measurements;
  private final Side leg;
  private final Posed thigh;
  private final Posed shank;
  private final Trace flexion;
  private final Trace frontal;
  private final Trace rotation;

  private KneeMeasurement(
      RepetitionPoses repetition, Measurements measurements, Side leg, Posed thigh, Posed shank) {
    this.repetition = repetition;
    this.measurements = measurements;
    this.leg = leg;
    this.thigh = thigh;
    this.shank = shank;
    flexion = repetition.joint(thigh, shank, JointAngles::kneeFlexionDeg);
    frontal = repetition.joint(thigh, shank, angles -> angles.abductionDeg(leg)).fromStart();
    rotation =
        repetition.joint(thigh, shank, angles -> angles.internalRotationDeg(leg)).fromStart();
  }

  static void measure(RepetitionPoses repetition, Side leg, Measurements measurements) {
    Found found =
        repetition.find(Body.placement(Segment.THIGH, leg), Body.placement(Segment.SHANK, leg));
    if (found.reason().isPresent()) {
      for (String name :
          new String[] {
            "kneeFlexionPeak",
            "kneeFlexionRange",
            "kneeFrontalDeviation",
            "kneeMedialGap",
            "kneeFppaAtTurn"
          }) {
        measurements.missing(name, leg, found.reason().get());
      }
      return;
    }
    new KneeMeasurement(repetition, measurements, leg, found.get(0), found.get(1)).measure();
  }

  private void measure() {
    addFlexion();
    List<KneePlace> places = KneePlace.of(repetition, flexion);
    addFrontalDeviation(places);
    addMedialGap();
    for (KneePlace place : places) {
      addAt(place);
    }
    new FppaMeasurement(repetition, measurements, leg, thigh, shank).measure(places);
    measurements.add(repetition.curve(flexion, "kneeFlexion", leg));
    measurements.add(repetition.curve(frontal, "kneeFrontalDeviation", leg));
    if (RotationAxes.known(thigh, shank)) {
      measurements.add(repetition.curve(rotation, "kneeRotation", leg));
    }
  }

  private void addFlexion() {
    int peak = flexion.argMax();
    if (peak < 0) {
      return;
    }
    double range = flexion.value(peak) - flexion.start();
    JointMetricErrors absolute = repetition.absoluteErrors(thigh, shank, peak);
    add("kneeFlexionPeak", flexion.value(peak), absolute.flexion());
    add("kneeFlexionRange", range, repetition.changeErrors(thigh, shank, 0, peak).flexion());
  }

  /** Largest frontal deviation from the start position over the places, with its error there. */
  private void addFrontalDeviation(List<KneePlace> places) {
    KneePlace largest = places.get(0);
    double value = Double.NaN;
    for (KneePlace place : places) {
      double there = place.range().map(at -> frontal.mean(at.from(), at.to())).orElse(Double.NaN);
      if (Double.isNaN(value) || there > value) {
        value = there;
        largest = place;
      }
    }
    if (!Double.isNaN(value)) {
      measurements.place("kneeFrontalDeviation", leg, largest.text());
      add(
          "kneeFrontalDeviation",
          value,
          change(0, largest.range().orElseThrow().middle()).abduction());
    }
  }

  private void addAt(KneePlace place) {
    if (place.range().isEmpty()) {
      measurements.missing("kneeFrontal" + place.id(), leg, place.notReached());
      measurements.missing("kneeRotation" + place.id(), leg, place.notReached());
      return;
    }
    Range at = place.range().get();
    JointMetricErrors errors = change(0, at.middle());
    add("kneeFrontal" + place.id(), frontal.mean(at.from(), at.to()), errors.abduction());
    if (RotationAxes.known(thigh, shank)) {
      add("kneeRotation" + place.id(), rotation.mean(at.from(), at.to()), errors.rotation());
    } else {
      measurements.missing("kneeRotation" + place.id(), leg, RotationAxes.unknown());
    }
  }

  /**
   * How much further in the knee is on the way back than on the way out, at equal inclination of
   * the thigh: the mean over five levels. From a chair the way out is the way up, on which a knee
   * falls in, so there it is the other way round. How the sensors sit cancels nearly all of it.
   */
  private void addMedialGap() {
    Trace tilt = repetition.segment(thigh, Inclination::anteriorTiltDeg).fromStart();
    Optional<OutAndBack> way = OutAndBack.along(tilt, repetition);
    if (way.isEmpty()) {
      measurements.missing("kneeMedialGap", leg, OutAndBack.tooSmall());
      return;
    }
    double gap = 0;
    MetricError error = new MetricError(0, 0);
    for (double level : LEVELS) {
      OutAndBack.Crossing at = way.get().at(level);
      gap += (frontal.value(at.back()) - frontal.value(at.out())) / LEVELS.length;
      error = error.or(change(at.out(), at.back()).abduction());
    }
    add("kneeMedialGap", repetition.posture() == StartsIn.SITTING ? -gap : gap, error);
  }

  private JointMetricErrors change(int from, int to) {
    return repetition.placeErrors(thigh, shank, from, to);
  }

  private void add(String name, double valueDeg, MetricError error) {
    measurements.add(repetition.metric(name, leg, valueDeg, error, thigh, shank));
  }
}
