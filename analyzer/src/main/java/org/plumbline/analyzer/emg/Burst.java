package org.plumbline.analyzer.emg;

/**
 * One stretch of activity.
 *
 * @param onsetSeconds from the first sample that was looked at
 * @param offsetSeconds likewise
 * @param snrDecibels mean power within it over that of the noise, the noise taken off
 */
public record Burst(double onsetSeconds, double offsetSeconds, double snrDecibels) {
  public Burst {
    if (!(onsetSeconds <= offsetSeconds)) {
      throw new IllegalArgumentException("burst from " + onsetSeconds + " to " + offsetSeconds);
    }
  }
}
