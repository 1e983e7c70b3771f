package org.plumbline.analyzer.health;

/** What a step of the set-up has the person do, as far as it is known which segments move. */
public enum AskedMovement {
  /** A hanging leg swings: thigh and shank. */
  SWING,
  /** A thigh is lifted forward; its shank may hang. */
  LIFT,
  /** A shank is stretched by the knee, on a chair. */
  EXTEND,
  /** Bowing on two legs: pelvis and trunk. */
  BOW,
  /** Anything else. */
  OTHER
}
