package org.plumbline.analyzer.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;

/**
 * Whether gyroscopes turn further or less far than gravity shows. One that does so alone has a
 * wrong scale. All by the same factor have time that runs wrong, which stretches every turn alike,
 * or share a measuring range; nothing in a movement tells these two apart. One thread.
 */
final class FactorWatch {
  /** Good gyroscopes are within 3 %; skin and strap turn some more. */
  private static final double LEAST_ALONE = 0.1;

  /** Of the mean of several: what limb and strap do to one is not done to all. */
  private static final double LEAST_TOGETHER = 0.06;

  /** Standard errors that a factor must be away from 1 to be named, and to stay named. */
  private static final double CLEARLY = 3;

  private static final double STILL_CLEARLY = 1.5;

  /** Standard errors that one may be away from the others' factor. */
  private static final double ALIKE = 2.5;

  /** What the sensors of one body have in common in the error of their factors. */
  private static final double COMMON_ERROR = 0.015;

  /** Powers of two apart, as the ranges of gyroscopes are. */
  private static final double[] RANGES = {2, 0.5, 4, 0.25, 8, 0.125};

  private static final double LIKE_RANGE = 0.12;

  private static final int LEAST_SENSORS = 3;
  private static final double MOST_OF_THEM = 0.75;

  private final Map<OnSegment, TurnFactor> alone = new LinkedHashMap<>();
  private final Map<OnSegment, TurnFactor> all = new LinkedHashMap<>();
  private double together = 1;
  private double togetherError;
  private int alike;

  void forget(OnSegment placement) {
    alone.remove(placement);
    all.remove(placement);
  }

  /** Takes what is known of all worn sensors at a moment. */
  void update(Map<OnSegment, TurnFactor> factors) {
    all.clear();
    all.putAll(factors);
    judgeTogether();
    for (Map.Entry<OnSegment, TurnFactor> one : factors.entrySet()) {
      TurnFactor factor = one.getValue();
      double off = Math.abs(factor.left() - 1);
      double limit = alone.containsKey(one.getKey()) ? STILL_CLEARLY : CLEARLY;
      if (factor.meaningless() || isRange(factor.left())) {
        alone.remove(one.getKey());
      } else if (factor.known() && off > LEAST_ALONE && off > limit * factor.error()) {
        alone.put(one.getKey(), factor);
      } else if (factor.known() || factor.done() != 1) {
        alone.remove(one.getKey());
      }
    }
  }

  /** Another measuring range, which is found and put right where it is ({@link SensorCare}). */
  private static boolean isRange(double left) {
    for (double power : RANGES) {
      if (Math.abs(left / power - 1) < LIKE_RANGE) {
        return true;
      }
    }
    return false;
  }

  private void judgeTogether() {
    Mean mean = mean(Optional.empty());
    alike =
        (int)
            all.values().stream().filter(one -> one.told() && isAlike(one, mean.factor())).count();
    boolean enough =
        alike >= Math.min(LEAST_SENSORS, Math.max(2, all.size()))
            && alike >= MOST_OF_THEM * mean.sensors();
    double limit = together == 1 ? CLEARLY : STILL_CLEARLY;
    boolean clear = enough && mean.isOff(limit);
    // One that is wrong alone must not speak for others of which little is known.
    for (OnSegment one : all.keySet()) {
      Mean without = mean(Optional.of(one));
      clear &= without.isOff(STILL_CLEARLY) && without.factor() * mean.factor() > 0;
    }
    together = clear ? FastMath.exp(mean.factor()) : 1;
    togetherError = mean.error();
  }

  /** Logarithm of a factor, of so many sensors. */
  private record Mean(double factor, double error, int sensors) {
    boolean isOff(double errors) {
      return Math.abs(factor) > Math.max(LEAST_TOGETHER, errors * error);
    }
  }

  private Mean mean(Optional<OnSegment> without) {
    double weights = 0;
    double sum = 0;
    int told = 0;
    for (Map.Entry<OnSegment, TurnFactor> entry : all.entrySet()) {
      TurnFactor one = entry.getValue();
      if (one.told() && !without.equals(Optional.of(entry.getKey()))) {
        double weight = 1 / (one.share() * one.share());
        weights += weight;
        sum += weight * FastMath.log(one.all());
        told++;
      }
    }
    double error = Math.sqrt(1 / weights + COMMON_ERROR * COMMON_ERROR);
    return told == 0 ? new Mean(0, 1, 0) : new Mean(sum / weights, error, told);
  }

  private static boolean isAlike(TurnFactor one, double mean) {
    double apart = Math.abs(FastMath.log(one.all()) - mean);
    return apart < Math.max(ALIKE * one.share(), LEAST_TOGETHER);
  }

  /** Whether all gyroscopes are off by the same factor, so that time may be wrong. */
  boolean timeInDoubt() {
    return together != 1;
  }

  private boolean sharesIt(OnSegment placement) {
    TurnFactor one = all.get(placement);
    return timeInDoubt() && one != null && (!one.told() || isAlike(one, FastMath.log(together)));
  }

  /** Whether angles from a sensor come out too large or too small. */
  boolean suspect(OnSegment placement) {
    if (alone.containsKey(placement)) {
      return true;
    }
    TurnFactor one = all.get(placement);
    return one != null
        && sharesIt(placement)
        && Math.abs(together / one.done() - 1) > LEAST_TOGETHER;
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    TurnFactor one = alone.get(placement);
    if (sharesIt(placement)) {
      double turns = 1 / together;
      String text =
          Texts.get(
              "health.clock-factor",
              Integer.toString(alike),
              Texts.number(turns, 2),
              Texts.number(turns * togetherError, 2));
      return Optional.of(of(Code.CLOCK_FACTOR, turns, LEAST_TOGETHER, text));
    } else if (one == null) {
      return Optional.empty();
    }
    double turns = 1 / one.left();
    String text =
        Texts.get(
            "health.gyroscope-scale",
            Texts.number(turns, 2),
            Texts.number(turns * one.error() / one.left(), 2));
    return Optional.of(of(Code.GYROSCOPE_SCALE, turns, LEAST_ALONE, text));
  }

  private static HealthFinding of(Code code, double turns, double limit, String text) {
    return new HealthFinding(code, "gyroscope", turns, 1 + limit, "1", text);
  }
}
