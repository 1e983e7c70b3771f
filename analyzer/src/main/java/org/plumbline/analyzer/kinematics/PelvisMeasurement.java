package org.plumbline.analyzer.kinematics;

import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * The pelvis over one repetition: against the trunk, and against the vertical as far as its
 * position lets gravity show it.
 */
final class PelvisMeasurement {

  private final RepetitionPoses repetition;
  private final Measurements measurements;

  PelvisMeasurement(RepetitionPoses repetition, Measurements measurements) {
    this.repetition = repetition;
    this.measurements = measurements;
  }

  void measure() {
    againstTrunk();
    Found found = repetition.find(Body.placement(Segment.PELVIS, Side.MIDLINE));
    if (found.reason().isPresent()) {
      Reason reason = found.reason().get();
      missing(reason, "pelvicTilt", "pelvicInclination", "pelvicObliquity", "pelvicRollBack");
      missingDrop(reason);
      return;
    }
    Posed pelvis = found.get(0);
    if (Inclination.isOnItsSide(repetition.at(pelvis, 0))) {
      Reason unseen = StandingOnly.sideLying();
      missing(unseen, "pelvicTilt", "pelvicInclination", "pelvicObliquity");
      missingDrop(unseen);
      rollBack(pelvis, Inclination.up(repetition.at(pelvis, 0)).z() > 0);
    } else {
      missing(new Reason("not-side-lying", Texts.get("reason.not-side-lying")), "pelvicRollBack");
      inclination(pelvis);
      obliquity(pelvis);
    }
  }

  private void missing(Reason reason, String... names) {
    for (String name : names) {
      measurements.missing(name, Side.MIDLINE, reason);
    }
  }

  private void missingDrop(Reason reason) {
    measurements.missing("pelvicDrop", Side.LEFT, reason);
    measurements.missing("pelvicDrop", Side.RIGHT, reason);
  }

  private void againstTrunk() {
    Found found =
        repetition.find(
            Body.placement(Segment.PELVIS, Side.MIDLINE),
            Body.placement(Segment.TRUNK, Side.MIDLINE));
    if (found.reason().isPresent()) {
      missing(found.reason().get(), "lumbopelvicTilt", "lumbarFlexion");
      return;
    }
    Posed pelvis = found.get(0);
    Posed trunk = found.get(1);
    Trace tilt = repetition.joint(pelvis, trunk, JointAngles::lumbopelvicTiltDeg).fromStart();
    if (tilt.argMax() >= 0) {
      lumbar("lumbopelvicTilt", tilt, pelvis, trunk);
      lumbar("lumbarFlexion", tilt.negated(), pelvis, trunk);
      measurements.add(repetition.curve(tilt, "lumbopelvicTilt", Side.MIDLINE));
    }
  }

  private void lumbar(String name, Trace away, Posed pelvis, Posed trunk) {
    int peak = away.argMax();
    MetricError error = repetition.changeErrors(pelvis, trunk, 0, peak).flexion();
    measurements.add(repetition.metric(name, Side.MIDLINE, away.value(peak), error, pelvis, trunk));
  }

  private void inclination(Posed pelvis) {
    ToDoubleFunction<Quaternion> angleDeg = Inclination::anteriorTiltDeg;
    Trace tilt = repetition.segment(pelvis, angleDeg).fromStart();
    if (repetition.standing()) {
      change("pelvicTilt", Side.MIDLINE, pelvis, angleDeg, tilt, tilt.argMax());
    } else {
      missing(StandingOnly.reason(), "pelvicTilt");
    }
    change("pelvicInclination", Side.MIDLINE, pelvis, angleDeg, tilt, tilt.argExtreme());
    measurements.add(repetition.curve(tilt, "pelvicInclination", Side.MIDLINE));
  }

  private void change(
      String name,
      Side side,
      Posed pelvis,
      ToDoubleFunction<Quaternion> angleDeg,
      Trace trace,
      int at) {
    if (at >= 0) {
      MetricError error = repetition.changeError(pelvis, angleDeg, 0, at);
      measurements.add(repetition.metric(name, side, trace.value(at), error, pelvis));
    }
  }

  /** Right side up is positive, so the left one drops. */
  private void obliquity(Posed pelvis) {
    ToDoubleFunction<Quaternion> angleDeg = Inclination::obliquityDeg;
    Trace rightUp = repetition.segment(pelvis, angleDeg).fromStart();
    Trace leftUp = rightUp.negated();
    change("pelvicObliquity", Side.MIDLINE, pelvis, angleDeg, rightUp, rightUp.argExtreme());
    change("pelvicDrop", Side.LEFT, pelvis, angleDeg, rightUp, rightUp.argMax());
    change("pelvicDrop", Side.RIGHT, pelvis, angleDeg, leftUp, leftUp.argMax());
    measurements.add(repetition.curve(rightUp, "pelvicObliquity", Side.MIDLINE));
  }

  private void rollBack(Posed pelvis, boolean rightUp) {
    ToDoubleFunction<Quaternion> angleDeg = pose -> Inclination.rollBackDeg(pose, rightUp);
    Trace roll = repetition.segment(pelvis, angleDeg).fromStart();
    change("pelvicRollBack", Side.MIDLINE, pelvis, angleDeg, roll, roll.argMax());
    measurements.add(repetition.curve(roll, "pelvicRollBack", Side.MIDLINE));
  }
}
