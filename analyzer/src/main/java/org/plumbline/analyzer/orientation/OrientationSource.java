package org.plumbline.analyzer.orientation;

import org.plumbline.analyzer.text.Texts;

/**
 * Something that knows the orientation of a sensor, and how much of it: ask {@link #capability}
 * before using heading. Orientations take sensor to earth coordinates (z up). One thread.
 */
public interface OrientationSource {
  /** What an orientation from here means. */
  Capability capability();

  /** Writes the orientation after the last sample as w, x, y, z. */
  void orientation(double[] wxyz);

  /** The orientation after the last sample. */
  default Quaternion orientation() {
    double[] q = new double[4];
    orientation(q);
    return new Quaternion(q[0], q[1], q[2], q[3]);
  }

  /**
   * Says that samples are missing before the next one and how much time they covered, whether or
   * not interpolated ones were handed in for them. What such a gap makes doubtful is learned anew
   * from the samples that follow; what it leaves true (gyroscope bias) is kept.
   */
  void resettle(double missingSeconds);

  /** Back to the state of a new one. */
  void reset();

  /** How much of an orientation is measured. */
  enum Capability {
    /**
     * Which way is up. Heading is a convention and says nothing, not even from sample to sample.
     */
    INCLINATION,
    /** Inclination, and turns about the vertical against an arbitrary heading that drifts. */
    DRIFTING_HEADING,
    /** Inclination, and heading to the magnetic north of the place. */
    NORTH,
    /** Whatever the device that computed it says; nothing of it was checked here. */
    DEVICE;

    /** Whether turns about the vertical over a few seconds can be read from it. */
    public boolean followsTurns() {
      return this != INCLINATION;
    }

    /** In words. */
    public String label() {
      return Texts.get("orientation." + name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
