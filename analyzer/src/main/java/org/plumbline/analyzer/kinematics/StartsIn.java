package org.plumbline.analyzer.kinematics;

/** The posture in which a repetition begins and ends, as far as it decides what can be measured. */
public enum StartsIn {
  STANDING,
  /** On a chair: the way out is the way up. */
  SITTING,
  LYING
}
