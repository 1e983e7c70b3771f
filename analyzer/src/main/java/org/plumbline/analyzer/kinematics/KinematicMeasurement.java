package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Measures the angles of one repetition: metrics with their errors, curves, and what is missing.
 */
public final class KinematicMeasurement {

  /** Knee flexion angles at which the frontal plane is read (rule table, VAL-1; Uhlar 2021). */
  private static final double[] CHECKPOINTS_DEG = {30, 45, 60};

  /** 50 ms on either side: keeps noise out of a maximum. */
  private static final int SMOOTHING = 5;

  private final Repetition repetition;
  private final Body body;
  private final Measurements measurements;

  private KinematicMeasurement(Repetition repetition, Body body, Measurements measurements) {
    this.repetition = repetition;
    this.body = body;
    this.measurements = measurements;
  }

  /**
   * Adds to {@code measurements} all that the worn segments allow.
   *
   * @param ambiguous segments with more than one sensor
   * @param legs sides that are asked for
   * @param standing whether the person stands at both ends of the repetition
   */
  public static void measure(
      List<WornSegment> worn,
      Set<OnSegment> ambiguous,
      Repetition repetition,
      boolean standing,
      List<Side> legs,
      Measurements measurements) {
    KinematicMeasurement measurement =
        new KinematicMeasurement(
            repetition, new Body(worn, ambiguous, repetition, standing), measurements);
    for (Side leg : legs) {
      measurement.knee(leg);
      measurement.hip(leg);
    }
    measurement.lumbopelvic();
    measurement.pelvis();
  }

  private void knee(Side leg) {
    Found found = body.find(Body.placement(Segment.THIGH, leg), Body.placement(Segment.SHANK, leg));
    if (found.reason().isPresent()) {
      measurements.missing("kneeFlexionPeak", leg, found.reason().get());
      measurements.missing("kneeFrontalDeviation", leg, found.reason().get());
      return;
    }
    Posed thigh = found.get(0);
    Posed shank = found.get(1);
    Trace flexion = joint(thigh, shank, angles -> angles.kneeFlexionDeg()).smoothed(SMOOTHING);
    Trace frontal =
        joint(thigh, shank, angles -> angles.abductionDeg(leg)).smoothed(SMOOTHING).fromStart();
    double peak = flexion.max();
    JointErrors errors = AngleError.joint(thigh, shank, FastMath.toRadians(peak - flexion.start()));
    if (flexion.argMax() >= 0) {
      AngleErrors atPeak = errors.absolute(pose(thigh, shank, flexion.argMax()));
      measurements.add(
          new Metric("kneeFlexionPeak", leg, peak, FastMath.toDegrees(atPeak.flexionRad()), "deg"));
    }
    addFrontal(leg, thigh, shank, flexion, frontal, errors);
    measurements.add(flexion.toCurve("kneeFlexion", leg));
    measurements.add(frontal.toCurve("kneeFrontalDeviation", leg));
  }

  /**
   * Largest frontal deviation from the start position over the checkpoints of the way out and the
   * hold. With its error at the same place.
   */
  private void addFrontal(
      Side leg, Posed thigh, Posed shank, Trace flexion, Trace frontal, JointErrors errors) {
    int holdStart = (int) (repetition.holdStart() - repetition.start());
    int holdEnd = (int) (repetition.holdEnd() - repetition.start());
    int at = (holdStart + holdEnd) / 2;
    double value = meanBetween(frontal, holdStart, holdEnd);
    String place = Texts.get("place.turn");
    for (double checkpoint : CHECKPOINTS_DEG) {
      int crossing = flexion.start() < checkpoint ? flexion.firstReaching(checkpoint, 0) : -1;
      if (crossing >= 0 && crossing < holdStart && frontal.value(crossing) > value) {
        value = frontal.value(crossing);
        at = crossing;
        place = Texts.get("place.knee-flexion", Texts.number(checkpoint, 0));
      }
    }
    if (!Double.isNaN(value)) {
      AngleErrors change = errors.change(pose(thigh, shank, 0), pose(thigh, shank, at));
      measurements.place("kneeFrontalDeviation", leg, place);
      measurements.add(
          new Metric(
              "kneeFrontalDeviation",
              leg,
              value,
              FastMath.toDegrees(change.abductionRad()),
              "deg"));
    }
  }

  /** Both segments at a step of the repetition; all steps are measured where this is asked. */
  private JointErrors.Pose pose(Posed proximal, Posed distal, int at) {
    long step = repetition.start() + at;
    return new JointErrors.Pose(proximal.poses().at(step), distal.poses().at(step));
  }

  private void hip(Side leg) {
    Found both = body.find(Body.placement(Segment.PELVIS, leg), Body.placement(Segment.THIGH, leg));
    if (both.reason().isEmpty()) {
      Trace flexion =
          joint(both.get(0), both.get(1), angles -> angles.hipFlexionDeg()).smoothed(SMOOTHING);
      double range = flexion.max() - flexion.min();
      measurements.add(
          new Metric(
              "hipExtensionRange",
              leg,
              range,
              flexionChangeDeg(both.get(0), both.get(1), flexion.argMin(), flexion.argMax()),
              "deg"));
      measurements.add(flexion.toCurve("hipFlexion", leg));
      return;
    }
    Found thigh = body.find(Body.placement(Segment.THIGH, leg));
    if (thigh.reason().isPresent()) {
      measurements.missing("hipExtensionRange", leg, thigh.reason().get());
    } else {
      Trace inclination = trace(thigh.get(0), Inclination::anteriorTiltDeg).smoothed(SMOOTHING);
      double range = inclination.max() - inclination.min();
      measurements.add(
          new Metric(
              "thighInclinationRange", leg, range, tiltChangeDeg(thigh.get(0), range), "deg"));
      measurements.missing("hipExtensionRange", leg, both.reason().get());
    }
  }

  private void lumbopelvic() {
    Found found =
        body.find(
            Body.placement(Segment.PELVIS, Side.MIDLINE),
            Body.placement(Segment.TRUNK, Side.MIDLINE));
    if (found.reason().isPresent()) {
      measurements.missing("lumbopelvicTilt", Side.MIDLINE, found.reason().get());
      return;
    }
    Trace tilt =
        joint(found.get(0), found.get(1), angles -> angles.lumbopelvicTiltDeg())
            .smoothed(SMOOTHING)
            .fromStart();
    double largest = tilt.max();
    measurements.add(
        new Metric(
            "lumbopelvicTilt",
            Side.MIDLINE,
            largest,
            flexionChangeDeg(found.get(0), found.get(1), 0, tilt.argMax()),
            "deg"));
    measurements.add(tilt.toCurve("lumbopelvicTilt", Side.MIDLINE));
  }

  private void pelvis() {
    Found found = body.find(Body.placement(Segment.PELVIS, Side.MIDLINE));
    if (found.reason().isPresent()) {
      measurements.missing("pelvicObliquity", Side.MIDLINE, found.reason().get());
      measurements.missing("pelvicInclination", Side.MIDLINE, found.reason().get());
      return;
    }
    Posed pelvis = found.get(0);
    Trace tilt = trace(pelvis, Inclination::anteriorTiltDeg).smoothed(SMOOTHING).fromStart();
    Trace obliquity = trace(pelvis, Inclination::obliquityDeg).smoothed(SMOOTHING).fromStart();
    double forward = Math.abs(tilt.max()) >= Math.abs(tilt.min()) ? tilt.max() : tilt.min();
    double sideways =
        Math.abs(obliquity.max()) >= Math.abs(obliquity.min()) ? obliquity.max() : obliquity.min();
    double error = tiltChangeDeg(pelvis, forward);
    double leak =
        FastMath.toDegrees(AngleError.calibration(pelvis).lateralErrorRad())
            * Math.abs(FastMath.toRadians(forward));
    measurements.add(new Metric("pelvicInclination", Side.MIDLINE, forward, error, "deg"));
    measurements.add(
        new Metric("pelvicObliquity", Side.MIDLINE, sideways, AngleError.rss(error, leak), "deg"));
    measurements.add(tilt.toCurve("pelvicInclination", Side.MIDLINE));
    measurements.add(obliquity.toCurve("pelvicObliquity", Side.MIDLINE));
  }

  private Trace joint(Posed proximal, Posed distal, ToDoubleFunction<JointAngles> angle) {
    return trace(
        step ->
            proximal.poses().has(step) && distal.poses().has(step)
                ? angle.applyAsDouble(
                    JointAngles.between(proximal.poses().at(step), distal.poses().at(step)))
                : Double.NaN);
  }

  private Trace trace(Posed segment, ToDoubleFunction<Quaternion> angle) {
    return trace(
        step ->
            segment.poses().has(step) ? angle.applyAsDouble(segment.poses().at(step)) : Double.NaN);
  }

  private Trace trace(java.util.function.LongToDoubleFunction value) {
    double[] values = new double[(int) (repetition.end() - repetition.start()) + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(repetition.start() + i);
    }
    return new Trace(values);
  }

  private static double meanBetween(Trace trace, int from, int to) {
    double sum = 0;
    int n = 0;
    for (int i = from; i <= to; i++) {
      if (!Double.isNaN(trace.value(i))) {
        sum += trace.value(i);
        n++;
      }
    }
    return sum / n;
  }

  /** Error of the flexion at one step against that at another. */
  private double flexionChangeDeg(Posed proximal, Posed distal, int from, int to) {
    if (from < 0 || to < 0) {
      return Double.NaN;
    }
    JointErrors.Pose start = pose(proximal, distal, from);
    JointErrors.Pose end = pose(proximal, distal, to);
    double turned = start.relative().angleToRad(end.relative());
    return FastMath.toDegrees(
        AngleError.joint(proximal, distal, turned).change(start, end).flexionRad());
  }

  private static double tiltChangeDeg(Posed posed, double turnedDeg) {
    double turned = Math.abs(FastMath.toRadians(turnedDeg));
    return FastMath.toDegrees(
        AngleError.rss(AngleError.tiltRad(posed, turned), JointErrors.softTissueRad(turned)));
  }
}
