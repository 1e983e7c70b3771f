package org.plumbline.tools.validate;

import java.util.List;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.device.log.Side;

/** Knee angles from a sensor on the thigh and one on the shank. */
@FunctionalInterface
interface KneeEstimator {

  /**
   * What is known before the movement begins. Nothing of it is fitted to a reference.
   *
   * @param side whose knee; both sensors are worn on the outside of the leg, their z axes away from
   *     the skin, so z points to the person's left on the left leg. That is where the sign of the
   *     lateral axis comes from
   * @param quietFirst first row of the first second of standing still
   * @param quietLast last row of it
   * @param standing angles of the knee in that second: all 0 when nobody said otherwise
   */
  record SetUp(Side side, int quietFirst, int quietLast, JointAngles standing) {}

  /**
   * Angles after each row, as {@code docs/conventions.md} defines them.
   *
   * @param thigh row by row beside {@code shank}
   */
  List<JointAngles> angles(SensorTable thigh, SensorTable shank, SetUp setUp);
}
