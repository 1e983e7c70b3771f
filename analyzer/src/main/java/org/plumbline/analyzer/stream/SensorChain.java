package org.plumbline.analyzer.stream;

import java.util.List;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.health.TurnFactor;
import org.plumbline.analyzer.kinematics.SensorErrors;
import org.plumbline.analyzer.orientation.OrientationMethod;

/**
 * What one sensor's samples become once its rate is known: an orientation, and how far that can be
 * believed. One thread; nothing is allocated per sample.
 */
interface SensorChain {

  /** What it makes orientations from. */
  OrientationMethod method();

  /** How much older an orientation is than the sample that it comes with, ns. */
  long delayNanos();

  /**
   * Puts the numbers of a sample right, in place; the columns are those of {@link SensorColumns}.
   */
  void repair(double[] values);

  /**
   * Takes the next sample, gaps filled.
   *
   * @param row takes the orientation, and behind it the one by turning alone; see {@code
   *     WornSegment}
   * @return whether the sensor has an orientation
   */
  boolean update(double intervalSeconds, boolean filled, double[] values, double[] row);

  /**
   * The specific force along "up" that belongs to the last orientation, m/s2: gravity and how fast
   * the sensor gains speed upwards. NaN without an accelerometer.
   */
  double alongUpMps2();

  /** Whether the samples after the last one mean something else than those before. */
  boolean meaningChanged();

  /** Samples are missing before the next one. */
  void missing(double seconds, boolean bridged);

  /** The same sensor from nothing, at a rate: what was found out about its numbers holds. */
  SensorChain anew(double rateHz);

  /** How far the orientation can be believed. */
  SensorErrors errors();

  /** Whether the accelerometer says where up is. */
  boolean level();

  /** Whether the orientation can be believed at all. */
  boolean usable();

  /** How far the gyroscope turns, against gravity. */
  default TurnFactor turnFactor() {
    return new TurnFactor(1, TurnFactor.UNKNOWN, 1);
  }

  /** What was put right and bears on how the sensor was found to sit, in its order. */
  default List<Readjustment> readjustments() {
    return List.of();
  }

  /** What is held against the sensor, and what was put right. */
  List<HealthFinding> findings();
}
