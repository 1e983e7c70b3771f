package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/**
 * How the gluteals and the pace of a simulated set really changed from its first repetition to one
 * of it: lines through the true values of all between, as the program means a change.
 */
final class TrueTiring {
  private static final double STEP_SECONDS = 0.005;

  private final Map<Side, List<Tired>> repetitions = new EnumMap<>(Side.class);

  /** What one repetition really was on one side. */
  private record Tired(double medianHz, double lnDimitrov, double volts, double speed) {}

  /** Of the gluteals of both sides. */
  TrueTiring(Truth truth) {
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      int channel = truth.emgChannel(new OnMuscle(Muscle.GLUTEUS_MAXIMUS, side));
      List<Tired> all = new ArrayList<>();
      for (TrueRepetition one : truth.repetitions()) {
        all.add(
            new Tired(
                truth.medianFrequencyHz(channel, one),
                FastMath.log(truth.dimitrovIndex(channel, one)),
                volts(truth, channel, one),
                1 / (one.holdStartSeconds() - one.startSeconds())));
      }
      repetitions.put(side, all);
    }
  }

  private static double volts(Truth truth, int channel, TrueRepetition one) {
    int steps = (int) ((one.holdEndSeconds() - one.startSeconds()) / STEP_SECONDS);
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      sum += truth.emgVolts(channel, one.startSeconds() + i * STEP_SECONDS);
    }
    return sum / (steps + 1);
  }

  /**
   * A change in the unit of the metric; empty for those that are not about tiring.
   *
   * @param until number of the last repetition of it
   */
  OptionalDouble change(String metric, Side side, int until) {
    List<Tired> set = Objects.requireNonNull(repetitions.get(side)).subList(0, until);
    double value =
        switch (metric) {
          case "gluteusMaximusFrequencyChange" -> change(set, Tired::medianHz, true);
          case "gluteusMaximusDimitrovChange" -> change(set, Tired::lnDimitrov, false);
          case "gluteusMaximusAmplitudeChange" -> change(set, Tired::volts, true);
          case "speedChange" -> change(set, Tired::speed, true);
          default -> Double.NaN;
        };
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static double change(List<Tired> set, ToDoubleFunction<Tired> what, boolean relative) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < set.size(); i++) {
      line.addData(i, what.applyAsDouble(set.get(i)));
    }
    double change = line.getSlope() * (set.size() - 1);
    return relative ? 100 * change / line.getIntercept() : change;
  }
}
