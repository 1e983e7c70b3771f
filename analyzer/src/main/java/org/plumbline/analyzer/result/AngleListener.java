package org.plumbline.analyzer.result;

import java.util.List;
import org.plumbline.analyzer.kinematics.JointReading;
import org.plumbline.analyzer.kinematics.SegmentReading;

/** Takes the angles of every grid step, in order, as they are known at that step. */
public interface AngleListener {

  /**
   * The angles of one grid step.
   *
   * @param sessionSeconds of the step
   * @param joints those that have angles then
   * @param segments those that have an inclination then
   */
  void angles(double sessionSeconds, List<JointReading> joints, List<SegmentReading> segments);
}
