package org.plumbline.device.log;

/** Which component of a vector or quaternion a channel is; {@code NONE} for scalars. */
public enum Axis {
  NONE,
  W,
  X,
  Y,
  Z
}
