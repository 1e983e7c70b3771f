package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Set;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Measures the angles of one repetition: metrics with their errors, curves, and what is missing.
 *
 * <pre>
 * worn segments ─▶ Body ─▶ RepetitionPoses ─┬─▶ KneeMeasurement ─▶ FppaMeasurement
 *                  (headings together)      ├─▶ HipMeasurement
 *                                           ├─▶ LegSegmentMeasurement
 *                                           ├─▶ InwardTurnMeasurement
 *                                           ├─▶ PelvicTuckMeasurement
 *                                           ├─▶ PelvicLeanMeasurement
 *                                           ├─▶ StanceMeasurement
 *                                           ├─▶ PelvisMeasurement
 *                                           ├─▶ TrunkMeasurement
 *                                           └─▶ TurnMeasurement
 * </pre>
 */
public final class KinematicMeasurement {
  private KinematicMeasurement() {}

  /**
   * Adds to {@code measurements} all that the worn segments allow.
   *
   * @param ambiguous segments with more than one sensor
   * @param stances how the person stood at the ends of earlier repetitions of the set
   * @param legs sides that are asked for
   * @param posture at both ends of the repetition
   */
  public static void measure(
      List<WornSegment> worn,
      Set<OnSegment> ambiguous,
      Repetition repetition,
      Stances stances,
      StartsIn posture,
      List<Side> legs,
      Measurements measurements) {
    Repetition whole = StartPosition.included(repetition, worn);
    RepetitionPoses poses =
        new RepetitionPoses(
            whole,
            (int) (repetition.start() - whole.start()),
            new Body(worn, ambiguous, whole, posture == StartsIn.STANDING),
            posture);
    for (Side leg : legs) {
      KneeMeasurement.measure(poses, leg, measurements);
      HipMeasurement.measure(poses, leg, measurements);
      LegSegmentMeasurement segments = new LegSegmentMeasurement(poses, measurements);
      segments.measure(Segment.THIGH, leg);
      segments.measure(Segment.SHANK, leg);
      segments.measure(Segment.FOOT, leg);
      InwardTurnMeasurement turns = new InwardTurnMeasurement(poses, measurements);
      turns.measure(Segment.THIGH, leg);
      turns.measure(Segment.SHANK, leg);
    }
    new PelvisMeasurement(poses, measurements).measure();
    new TrunkMeasurement(poses, measurements).measure();
    PelvicTuckMeasurement.measure(poses, legs, measurements);
    TurnMeasurement.measure(whole, worn, ambiguous, measurements);
    PelvicLeanMeasurement.measure(poses, legs, measurements);
    StanceMeasurement.measure(poses, stances, legs, measurements);
  }
}
