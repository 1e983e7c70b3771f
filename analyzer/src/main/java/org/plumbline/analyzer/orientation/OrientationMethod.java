package org.plumbline.analyzer.orientation;

import java.util.Locale;
import org.plumbline.analyzer.text.Texts;

/**
 * How the orientation of a sensor is worked out; chosen for an analysis, and told of each stream.
 */
public enum OrientationMethod {
  /** Gyroscope and accelerometer, heading drifts: {@link VqfFilter}. */
  VQF,
  /** The same with a magnetometer, as published: {@link VqfMagneticFilter}. */
  VQF_9D,
  /** The same with a magnetometer and our own heading filter: {@link SteadyHeading}. */
  STEADY_9D,
  /** What the device computed itself: {@link DeviceOrientation}. */
  DEVICE,
  /** Inclination only: {@link AccelerometerInclination}. */
  ACCELEROMETER;

  /** As it is written on a command line and in results: {@code vqf-9d}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In words. */
  public String label() {
    return Texts.get("orientation.method." + id());
  }

  /** Whether it reads a magnetometer. */
  public boolean magnetic() {
    return this == VQF_9D || this == STEADY_9D;
  }

  /**
   * The method with an id.
   *
   * @throws IllegalArgumentException when there is none, with a message for the user
   */
  public static OrientationMethod parse(String id) {
    for (OrientationMethod method : values()) {
      if (method.id().equals(id)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        Texts.get(id.equals("offline") ? "orientation.offline" : "orientation.unknown", id));
  }
}
