package org.plumbline.analyzer.kinematics;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How much further inwards a thigh or a shank is turned on the way back than on the way out, at
 * equal inclination. A knee that falls inwards swings: the leg turns in about the vertical on the
 * way up. One sensor is enough, and how it sits cancels, for both ways are read at equal poses.
 */
final class InwardTurnMeasurement {

  /** Shares of the way at which out and back are compared: away from where they meet. */
  private static final double[] LEVELS = {
    0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9
  };

  /**
   * Skin and muscle under a sensor turn about the bone, 90 % half-width (engineering choice: 1 deg
   * of soft tissue, the nominal level of the simulated bodies).
   */
  private static final double SOFT_TISSUE_DEG = 1.5;

  /**
   * What does not close over a repetition is spread evenly over time; of the part that did not grow
   * evenly, so much is left between two middle instants (engineering choice).
   */
  private static final double UNEVEN_SHARE = 0.15;

  private final RepetitionPoses repetition;
  private final Measurements measurements;

  InwardTurnMeasurement(RepetitionPoses repetition, Measurements measurements) {
    this.repetition = repetition;
    this.measurements = measurements;
  }

  void measure(Segment segment, Side leg) {
    String name = segment == Segment.THIGH ? "thighInwardTurnGap" : "shankInwardTurnGap";
    Found found = repetition.find(Body.placement(segment, leg));
    if (found.reason().isPresent()) {
      measurements.missing(name, leg, found.reason().get());
      return;
    }
    Posed posed = found.get(0);
    if (posed.segment().inclinationOnly()) {
      measurements.missing(name, leg, Body.noGyroscope(posed.segment().placement()));
      return;
    }
    if (Inclination.isOnItsSide(repetition.at(posed, 0))) {
      measurements.missing(name, leg, StandingOnly.sideLying());
      return;
    }
    Optional<OutAndBack> way = OutAndBack.along(way(leg, posed), repetition);
    if (way.isEmpty()) {
      measurements.missing(name, leg, OutAndBack.tooSmall());
      return;
    }
    Quaternion start = repetition.at(posed, 0);
    Trace inward = repetition.segment(posed, pose -> inwardDeg(start, pose, leg));
    double gap = 0;
    for (double level : LEVELS) {
      OutAndBack.Crossing at = way.get().at(level);
      gap += (inward.value(at.back()) - inward.value(at.out())) / LEVELS.length;
    }
    double open = UNEVEN_SHARE * FastMath.toDegrees(openRad(posed));
    // All of it is another one in every repetition: how the sensor sits has cancelled already.
    double error = FastMath.hypot(SOFT_TISSUE_DEG, open);
    measurements.add(repetition.metric(name, leg, gap, new MetricError(error, error), posed));
    measurements.add(repetition.curve(inward, name.replace("Gap", ""), leg));
  }

  /** Inclination of the thigh, which moves most; without one, of the segment itself. */
  private Trace way(Side leg, Posed own) {
    Found thigh = repetition.find(Body.placement(Segment.THIGH, leg));
    Posed led = thigh.reason().isEmpty() ? thigh.get(0) : own;
    return repetition.segment(led, Inclination::anteriorTiltDeg).fromStart();
  }

  private static double openRad(Posed posed) {
    SegmentPoses poses = posed.poses();
    return poses.byGyroscope() ? poses.closureRad() : Math.abs(poses.turnedRad());
  }

  /** Part about the vertical of the rotation since the start, front towards the other leg. */
  private static double inwardDeg(Quaternion start, Quaternion pose, Side leg) {
    Quaternion turned = pose.times(start.conjugate());
    double w = turned.w() < 0 ? -turned.w() : turned.w();
    double z = turned.w() < 0 ? -turned.z() : turned.z();
    double sine =
        Math.sqrt(turned.x() * turned.x() + turned.y() * turned.y() + turned.z() * turned.z());
    double angle = 2 * FastMath.atan2(sine, w);
    double toTheLeft = sine < 1e-12 ? 2 * z : angle * z / sine;
    return FastMath.toDegrees(leg == Side.RIGHT ? toTheLeft : -toTheLeft);
  }
}
