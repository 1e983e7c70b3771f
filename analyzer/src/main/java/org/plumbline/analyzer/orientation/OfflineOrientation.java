package org.plumbline.analyzer.orientation;

import java.util.BitSet;

/** What {@link VqfOffline} makes of a record. */
public final class OfflineOrientation {
  private final double[] inclined;
  private final double[] offsetRad;
  private final BitSet rest;
  private final BitSet disturbed;

  OfflineOrientation(double[] inclined, double[] offsetRad, BitSet rest, BitSet disturbed) {
    this.inclined = inclined;
    this.offsetRad = offsetRad;
    this.rest = rest;
    this.disturbed = disturbed;
  }

  public int samples() {
    return inclined.length / 4;
  }

  /** Whether there was a magnetometer, so that heading means something. */
  public boolean hasHeading() {
    return offsetRad.length > 0;
  }

  /** Writes the 6D orientation of a sample as w, x, y, z. */
  public void inclination(int sample, double[] wxyz) {
    System.arraycopy(inclined, 4 * sample, wxyz, 0, 4);
  }

  /** Writes the orientation of a sample as w, x, y, z: 9D with a magnetometer, 6D without. */
  public void orientation(int sample, double[] wxyz) {
    inclination(sample, wxyz);
    if (offsetRad.length > 0) {
      HeadingTurn.apply(offsetRad[sample], wxyz);
    }
  }

  /** Whether past or future show that the sensor lay still. */
  public boolean rest(int sample) {
    return rest.get(sample);
  }

  /** Whether neither past nor future know the magnetic field. */
  public boolean disturbed(int sample) {
    return disturbed.get(sample);
  }
}
