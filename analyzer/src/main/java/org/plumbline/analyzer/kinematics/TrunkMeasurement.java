package org.plumbline.analyzer.kinematics;

import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How far the trunk of a standing person leans over one repetition, against the vertical. Lying,
 * the trunk turns in space with the hips, and lean means nothing.
 */
final class TrunkMeasurement {
  private static final String[] METRICS = {"trunkForwardLeanPeak", "trunkForwardLeanChange"};
  private static final String SIDE_LEAN = "trunkSideLean";

  private final RepetitionPoses repetition;
  private final Measurements measurements;

  TrunkMeasurement(RepetitionPoses repetition, Measurements measurements) {
    this.repetition = repetition;
    this.measurements = measurements;
  }

  void measure() {
    Found found = repetition.find(Body.placement(Segment.TRUNK, Side.MIDLINE));
    if (found.reason().isPresent()) {
      missing(found.reason().get());
    } else if (!repetition.standing()) {
      missing(StandingOnly.reason());
    } else {
      forward(found.get(0));
      sideways(found.get(0));
    }
  }

  private void missing(Reason reason) {
    for (String name : METRICS) {
      measurements.missing(name, Side.MIDLINE, reason);
    }
    measurements.missing(SIDE_LEAN, Side.LEFT, reason);
    measurements.missing(SIDE_LEAN, Side.RIGHT, reason);
  }

  private void forward(Posed trunk) {
    Trace lean = repetition.segment(trunk, Inclination::anteriorTiltDeg);
    int peak = lean.argMax();
    if (peak >= 0) {
      measurements.add(
          repetition.metric(
              METRICS[0],
              Side.MIDLINE,
              lean.value(peak),
              repetition.absoluteError(trunk, Inclination::anteriorTiltDeg, peak),
              trunk));
      measurements.add(
          repetition.metric(
              METRICS[1],
              Side.MIDLINE,
              lean.value(peak) - lean.start(),
              repetition.changeError(trunk, Inclination::anteriorTiltDeg, 0, peak),
              trunk));
      measurements.add(repetition.curve(lean, "trunkInclination", Side.MIDLINE));
    }
  }

  private void sideways(Posed trunk) {
    Trace toTheRight = repetition.segment(trunk, TrunkMeasurement::rightLeanDeg).fromStart();
    lean(trunk, Side.LEFT, toTheRight.negated());
    lean(trunk, Side.RIGHT, toTheRight);
    measurements.add(repetition.curve(toTheRight, SIDE_LEAN, Side.MIDLINE));
  }

  private void lean(Posed trunk, Side side, Trace towards) {
    int peak = towards.argMax();
    if (peak >= 0) {
      MetricError error = repetition.changeError(trunk, TrunkMeasurement::rightLeanDeg, 0, peak);
      measurements.add(repetition.metric(SIDE_LEAN, side, towards.value(peak), error, trunk));
    }
  }

  /** Top of the trunk to the person's right: the right side goes down. */
  private static double rightLeanDeg(Quaternion pose) {
    return -Inclination.obliquityDeg(pose);
  }
}
