package org.plumbline.analyzer.result;

import java.util.List;
import org.plumbline.analyzer.kinematics.JointReading;
import org.plumbline.analyzer.kinematics.SegmentReading;

/** Takes the angles of every grid step, in order. */
public interface AngleListener {

  /** Slow exercise is kept up to 2.6 Hz then. */
  double EXERCISE_REACH_SECONDS = 0.2;

  /**
   * Most time on either side over which poses may be smoothed, as far as the movement is slow
   * enough; angles come as much later. 0: each as it is known at its step.
   */
  double reachSeconds();

  /**
   * The angles of one grid step.
   *
   * @param sessionSeconds of the step
   * @param joints those that have angles then
   * @param segments those that have an inclination then
   */
  void angles(double sessionSeconds, List<JointReading> joints, List<SegmentReading> segments);
}
