package org.plumbline.analyzer.stream;

import java.util.Optional;
import org.plumbline.analyzer.health.TurnFactor;
import org.plumbline.analyzer.kinematics.SensorErrors;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * What is known of a sensor, on the common grid: a verdict must not know more of one stream than of
 * the others, or the order of arrival would show. One thread.
 */
final class HealthRows {
  private static final int FILTER = 0;
  private static final int LEVEL = 1;
  private static final int USABLE = 2;

  /** How often the numbers have changed their meaning. */
  private static final int EPOCH = 3;

  /** How many repairs bear on how the sensor was found to sit. */
  private static final int READJUSTED = 4;

  private static final int FORCE = 5;
  private static final int TISSUE = 6;
  private static final int TURN_LEFT = 7;
  private static final int TURN_ERROR = 8;
  private static final int TURN_DONE = 9;

  private final double[] row = {
    0, 0, 1, 0, 0, Math.PI / 2, SkinWobble.PRIOR_RAD, 1, TurnFactor.UNKNOWN, 1
  };
  private final GridTrack track;

  HealthRows(long longestHoleNanos) {
    track = new GridTrack(row.length, false, longestHoleNanos);
  }

  void interrupt() {
    track.interrupt();
  }

  void dropBefore(long step) {
    track.dropBefore(step);
  }

  void newMeaning() {
    row[EPOCH]++;
  }

  void readjusted(int times) {
    row[READJUSTED] = times;
  }

  /** Looks at a sensor; what is seen goes into the rows from then on. */
  void look(SensorChain sensor, boolean clockTrusted) {
    SensorErrors errors = sensor.errors();
    row[FILTER] = errors.filterRad();
    row[FORCE] = errors.forceRad();
    row[TISSUE] = errors.tissueRad();
    TurnFactor turns = sensor.turnFactor();
    row[TURN_LEFT] = turns.left();
    row[TURN_ERROR] = turns.error();
    row[TURN_DONE] = turns.done();
    row[LEVEL] = sensor.level() ? 1 : 0;
    row[USABLE] = sensor.usable() && clockTrusted ? 1 : 0;
  }

  void append(long nanos) {
    track.append(nanos, row);
  }

  boolean usable(long step) {
    return !(track.value(step, USABLE) < 0.5);
  }

  boolean level(long step) {
    return track.value(step, LEVEL) > 0.5;
  }

  int meaning(long step) {
    return track.has(step) ? (int) track.value(step, EPOCH) : 0;
  }

  int readjusted(long step) {
    return track.has(step) ? (int) track.value(step, READJUSTED) : 0;
  }

  boolean sameMeaning(long step, long later) {
    return !(track.value(step, EPOCH) != track.value(later, EPOCH))
        || !track.has(step)
        || !track.has(later);
  }

  SensorErrors errors(long step) {
    return track.has(step)
        ? new SensorErrors(
            track.value(step, FILTER), track.value(step, FORCE), track.value(step, TISSUE))
        : SensorUncertainty.unknown();
  }

  Optional<TurnFactor> turnFactor(long step) {
    return track.has(step)
        ? Optional.of(
            new TurnFactor(
                track.value(step, TURN_LEFT),
                track.value(step, TURN_ERROR),
                track.value(step, TURN_DONE)))
        : Optional.empty();
  }
}
