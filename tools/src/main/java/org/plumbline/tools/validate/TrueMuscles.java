package org.plumbline.tools.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.TrueRepetition;

/**
 * The analyzer's metrics of muscles in one repetition, read from the simulator's own script: mean
 * activity over the way out and the hold, as the program means a level.
 */
final class TrueMuscles implements TrueFigures {
  private static final double STEP_SECONDS = 0.005;

  /** As near to its plateau as the program calls a squeeze held. */
  private static final double HOLD_SHARE = 0.6;

  /** A pause is looked at so long before a repetition. */
  private static final double REST_SECONDS = 0.3;

  /** Scripted activity. */
  @FunctionalInterface
  interface Activity {
    /** As a share of MVIC. */
    double shareAt(Muscle muscle, Side side, double seconds);
  }

  private final TrueRepetition repetition;
  private final Activity activity;
  private final ToDoubleFunction<Side> glutealNoiseShare;
  private final ToDoubleFunction<Side> kneePeakDeg;
  private final Map<String, Double> known = new HashMap<>();

  /**
   * @param glutealNoiseShare RMS of the electrodes' noise on a side, as a share of MVIC
   * @param kneePeakDeg largest flexion of a knee in it; NaN where it is not known
   */
  TrueMuscles(
      TrueRepetition repetition,
      Activity activity,
      ToDoubleFunction<Side> glutealNoiseShare,
      ToDoubleFunction<Side> kneePeakDeg) {
    this.repetition = repetition;
    this.activity = activity;
    this.glutealNoiseShare = glutealNoiseShare;
    this.kneePeakDeg = kneePeakDeg;
  }

  @Override
  public TrueRepetition repetition() {
    return repetition;
  }

  @Override
  public OptionalDouble of(String name, Side side) {
    double value = known.computeIfAbsent(name + " " + side.id(), key -> value(name, side));
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private double value(String name, Side side) {
    return switch (name) {
      case "gluteusMaximusLevel" -> 100 * level(Muscle.GLUTEUS_MAXIMUS, side);
      case "hamstringsLevel" -> 100 * level(Muscle.HAMSTRINGS, side);
      case "erectorSpinaeLevel" -> 100 * level(Muscle.ERECTOR_SPINAE, side);
      case "gluteToHamstringRatio" ->
          level(Muscle.GLUTEUS_MAXIMUS, side) / level(Muscle.HAMSTRINGS, side);
      case "otherSideShare" -> otherSideShare(side);
      case "gluteusMaximusAsymmetry" -> asymmetry();
      case "gluteusMaximusRestLevel" -> restLevel(side);
      case "holdTime" -> holdSeconds();
      case "kneeFlexionPeak" -> kneePeakDeg.applyAsDouble(side);
      default -> Double.NaN;
    };
  }

  private double level(Muscle muscle, Side side) {
    double from = repetition.startSeconds();
    int steps = (int) Math.ceil((repetition.holdEndSeconds() - from) / STEP_SECONDS);
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      sum += activity.shareAt(muscle, side, from + i * STEP_SECONDS);
    }
    return sum / (steps + 1);
  }

  private double otherSideShare(Side working) {
    Side other = working == Side.LEFT ? Side.RIGHT : Side.LEFT;
    return 100 * level(Muscle.GLUTEUS_MAXIMUS, other) / level(Muscle.GLUTEUS_MAXIMUS, working);
  }

  private double asymmetry() {
    double left = level(Muscle.GLUTEUS_MAXIMUS, Side.LEFT);
    double right = level(Muscle.GLUTEUS_MAXIMUS, Side.RIGHT);
    return 100 * Math.abs(right - left) / Math.max(right, left);
  }

  /** The program cannot tell the noise of the electrodes from a muscle that does not relax. */
  private double restLevel(Side side) {
    double before = repetition.startSeconds() - REST_SECONDS;
    double tension = activity.shareAt(Muscle.GLUTEUS_MAXIMUS, side, before);
    return 100 * Math.hypot(tension, glutealNoiseShare.applyAsDouble(side));
  }

  /** Of the side that squeezes most, from rest. */
  private double holdSeconds() {
    Side side = repetition.side() == Side.LEFT ? Side.LEFT : Side.RIGHT;
    double peak = activity.shareAt(Muscle.GLUTEUS_MAXIMUS, side, repetition.turnSeconds());
    double from = repetition.startSeconds();
    int steps = (int) Math.ceil((repetition.endSeconds() - from) / STEP_SECONDS);
    int held = 0;
    for (int i = 0; i <= steps; i++) {
      double share = activity.shareAt(Muscle.GLUTEUS_MAXIMUS, side, from + i * STEP_SECONDS);
      held += share >= HOLD_SHARE * peak ? 1 : 0;
    }
    return held * STEP_SECONDS;
  }
}
