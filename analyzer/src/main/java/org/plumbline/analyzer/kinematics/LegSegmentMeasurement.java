package org.plumbline.analyzer.kinematics;

import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How far a thigh, shank or foot swings against the vertical over one repetition, forwards and
 * sideways. One sensor is enough and no heading enters; what it cannot tell is which joint did it.
 */
final class LegSegmentMeasurement {
  private final RepetitionPoses repetition;
  private final Measurements measurements;

  LegSegmentMeasurement(RepetitionPoses repetition, Measurements measurements) {
    this.repetition = repetition;
    this.measurements = measurements;
  }

  void measure(Segment segment, Side leg) {
    String which = Location.idOf(segment);
    String inclination = which + "InclinationRange";
    String frontal = which + "FrontalRange";
    Found found = repetition.find(Body.placement(segment, leg));
    if (found.reason().isPresent()) {
      measurements.missing(inclination, leg, found.reason().get());
      measurements.missing(frontal, leg, found.reason().get());
      return;
    }
    Posed posed = found.get(0);
    if (Inclination.isOnItsSide(repetition.at(posed, 0))) {
      measurements.missing(inclination, leg, StandingOnly.sideLying());
    } else {
      add(inclination, leg, posed, Inclination::anteriorTiltDeg);
    }
    Trace sideways = add(frontal, leg, posed, pose -> medialDeg(pose, leg));
    if (segment == Segment.SHANK) {
      measurements.add(repetition.curve(sideways.fromStart(), "shankFrontal", leg));
    }
  }

  private Trace add(String name, Side leg, Posed posed, ToDoubleFunction<Quaternion> angleDeg) {
    Trace trace = repetition.segment(posed, angleDeg);
    int least = trace.argMin();
    int most = trace.argMax();
    if (least >= 0) {
      MetricError error = repetition.rangeError(posed, angleDeg, least, most);
      double rangeDeg = trace.value(most) - trace.value(least);
      measurements.add(repetition.metric(name, leg, rangeDeg, error, posed));
    }
    return trace;
  }

  /** Top of the segment towards the other leg. */
  private static double medialDeg(Quaternion pose, Side leg) {
    double rightUp = Inclination.obliquityDeg(pose);
    return leg == Side.RIGHT ? rightUp : -rightUp;
  }
}
