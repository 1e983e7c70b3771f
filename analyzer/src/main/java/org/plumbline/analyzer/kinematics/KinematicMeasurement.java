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
    Repetition whole = StartPosition.included(repetition, worn);
    RepetitionPoses poses =
        new RepetitionPoses(
            whole,
            (int) (repetition.start() - whole.start()),
            new Body(worn, ambiguous, whole, standing),
            standing);
    for (Side leg : legs) {
      KneeMeasurement.measure(poses, leg, measurements);
      HipMeasurement.measure(poses, leg, measurements);
      LegSegmentMeasurement segments = new LegSegmentMeasurement(poses, measurements);
      segments.measure(Segment.THIGH, leg);
      segments.measure(Segment.SHANK, leg);
    }
    new PelvisMeasurement(poses, measurements).measure();
    new TrunkMeasurement(poses, measurements).measure();
    TurnMeasurement.measure(whole, worn, ambiguous, measurements);
  }
}
