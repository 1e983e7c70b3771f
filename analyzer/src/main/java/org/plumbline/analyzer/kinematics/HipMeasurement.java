package org.plumbline.analyzer.kinematics;

import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The angles of a hip over one repetition, thigh against pelvis. */
final class HipMeasurement {
  private final RepetitionPoses repetition;
  private final Measurements measurements;
  private final Side leg;
  private final Posed pelvis;
  private final Posed thigh;

  private HipMeasurement(
      RepetitionPoses repetition, Measurements measurements, Side leg, Posed pelvis, Posed thigh) {
    this.repetition = repetition;
    this.measurements = measurements;
    this.leg = leg;
    this.pelvis = pelvis;
    this.thigh = thigh;
  }

  static void measure(RepetitionPoses repetition, Side leg, Measurements measurements) {
    Found found =
        repetition.find(Body.placement(Segment.PELVIS, leg), Body.placement(Segment.THIGH, leg));
    if (found.reason().isPresent()) {
      for (String name :
          new String[] {
            "hipExtensionRange", "hipAdductionPeak", "hipAbductionAtTurn", "hipRotationAtTurn"
          }) {
        measurements.missing(name, leg, found.reason().get());
      }
      return;
    }
    new HipMeasurement(repetition, measurements, leg, found.get(0), found.get(1)).measure();
  }

  private void measure() {
    Trace flexion = repetition.joint(pelvis, thigh, JointAngles::hipFlexionDeg);
    int least = flexion.argMin();
    int most = flexion.argMax();
    if (least < 0) {
      return;
    }
    add(
        "hipExtensionRange",
        flexion.value(most) - flexion.value(least),
        repetition.changeErrors(pelvis, thigh, least, most).flexion());
    measurements.add(repetition.curve(flexion, "hipFlexion", leg));
    if (repetition.standing()) {
      addSideways();
    } else {
      Reason reason = new Reason("turned-thigh", Texts.get("reason.turned-thigh"));
      measurements.missing("hipAdductionPeak", leg, reason);
      measurements.missing("hipAbductionAtTurn", leg, reason);
      measurements.missing("hipRotationAtTurn", leg, reason);
    }
  }

  /**
   * Abduction and rotation. They rest on thigh and pelvis facing the same way at the start, which
   * is so while standing; with bent knees on the back thighs face 10 deg and more outwards.
   */
  private void addSideways() {
    Trace abduction =
        repetition.joint(pelvis, thigh, angles -> angles.abductionDeg(leg)).fromStart();
    Trace rotation =
        repetition.joint(pelvis, thigh, angles -> angles.internalRotationDeg(leg)).fromStart();
    add(
        "hipAdductionPeak",
        -abduction.min(),
        repetition.changeErrors(pelvis, thigh, 0, abduction.argMin()).abduction());
    JointMetricErrors turn = repetition.changeErrors(pelvis, thigh, 0, repetition.turn());
    int from = repetition.holdStart();
    int to = repetition.holdEnd();
    add("hipAbductionAtTurn", abduction.mean(from, to), turn.abduction());
    measurements.add(repetition.curve(abduction, "hipAbduction", leg));
    if (RotationAxes.known(pelvis, thigh)) {
      add("hipRotationAtTurn", rotation.mean(from, to), turn.rotation());
      measurements.add(repetition.curve(rotation, "hipRotation", leg));
    } else {
      measurements.missing("hipRotationAtTurn", leg, RotationAxes.unknown());
    }
  }

  private void add(String name, double valueDeg, MetricError error) {
    measurements.add(repetition.metric(name, leg, valueDeg, error, pelvis, thigh));
  }
}
