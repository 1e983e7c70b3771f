package org.plumbline.device.log;

/** A joint whose angle a device measures directly. */
public enum Joint {
  HIP,
  KNEE,
  ANKLE,
  LUMBAR
}
