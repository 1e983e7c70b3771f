package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * How long a repetition and its hold last, and how smoothly it goes out and back.
 *
 * <p>Times are read where a share of the way is passed: at its ends a movement is so slow that skin
 * moves more than the body does, and the instant is anybody's.
 */
public final class PaceMeasurement {
  /** What is measured: all of it is a time, or read off speed. */
  public static final List<String> NAMES = List.of("duration", "holdTime", "smoothness");

  /** From where to where a repetition lasts, a share of its way. */
  private static final double AWAY_SHARE = 0.2;

  /** So near to the far position is a hold. */
  private static final double HOLD_SHARE = 0.9;

  /** 0.15 s to either side: keeps most of the wobble of the skin, 2 to 6 Hz, out of the times. */
  private static final int SMOOTHING_STEPS = 15;

  /**
   * Sway of the sensor at such an instant, 90 % half-width (engineering choice: 1 deg of soft
   * tissue, the nominal level of the simulated bodies), and the least error of a time.
   */
  private static final double SWAY_DEG = 1.6;

  private static final double LEAST_SECONDS = 0.1;

  /**
   * Skin that wobbles shows as speed of its own and makes every movement look less smooth, the more
   * so the slower it is: 90 % half-width of the arc length over the inverse of the mean speed of
   * the movement (simulated sets at the nominal level, seeds 1 to 3).
   */
  private static final double WOBBLE_DEG_PER_S = 48;

  /** What of it is another one in every repetition with the same sensors. */
  private static final double REPEATED_WOBBLE_DEG_PER_S = 16;

  /** Without a movement a time is as good as two bounds of a muscle's activity. */
  private static final double MUSCLE_SECONDS = 0.3;

  private PaceMeasurement() {}

  /**
   * Adds {@code duration}, {@code holdTime} and {@code smoothness}.
   *
   * @param excursion of what counts, degrees from the start position, one value a step of the
   *     repetition; empty when nothing moves
   * @param counting sensors that it comes from
   */
  public static void measure(
      Repetition repetition,
      Optional<double[]> excursion,
      List<WornSegment> counting,
      Measurements measurements) {
    List<WornSegment> usable = counting.stream().filter(WornSegment::usable).toList();
    if (excursion.isPresent() && usable.isEmpty() && !counting.isEmpty()) {
      String which = counting.get(0).placement().id();
      missing(
          new Reason("sensor-unusable", Texts.get("reason.sensor-unusable", which)), measurements);
      return;
    }
    if (excursion.isPresent()) {
      moving(repetition, excursion.get(), usable, measurements);
      return;
    }
    double seconds = GridTrack.seconds(repetition.end() - repetition.start());
    double hold = GridTrack.seconds(repetition.holdEnd() - repetition.holdStart());
    measurements.add(new Metric("duration", Side.MIDLINE, seconds, MUSCLE_SECONDS, "s"));
    measurements.add(new Metric("holdTime", Side.MIDLINE, hold, MUSCLE_SECONDS, "s"));
    measurements.missing(
        "smoothness", Side.MIDLINE, new Reason("nothing-moves", Texts.get("reason.nothing-moves")));
  }

  /** Says why none of it can be measured. */
  public static void missing(Reason reason, Measurements measurements) {
    NAMES.forEach(name -> measurements.missing(name, Side.MIDLINE, reason));
  }

  private static void moving(
      Repetition repetition,
      double[] excursionDeg,
      List<WornSegment> from,
      Measurements measurements) {
    Trace smooth = new Trace(excursionDeg).smoothed(SMOOTHING_STEPS);
    double way = smooth.max();
    double seconds = secondsAbove(smooth, AWAY_SHARE * way);
    double hold = secondsAbove(smooth, HOLD_SHARE * way);
    // Mean speed on the way out and back, degrees a second.
    double speed = 2 * (HOLD_SHARE - AWAY_SHARE) * way / Math.max(1e-3, seconds - hold);
    double error = LEAST_SECONDS + Math.sqrt(2) * SWAY_DEG / speed;
    Caveat caveat = from.stream().map(WornSegment::caveat).reduce(Caveat.NONE, Caveat::and);
    measurements.add(new Metric("duration", Side.MIDLINE, seconds, error, "s", caveat));
    measurements.add(new Metric("holdTime", Side.MIDLINE, hold, error, "s", caveat));
    double arc = smoothness(repetition, excursionDeg);
    if (Double.isNaN(arc)) {
      measurements.missing(
          "smoothness",
          Side.MIDLINE,
          new Reason("nothing-moves", Texts.get("reason.nothing-moves")));
    } else {
      measurements.add(
          new Metric(
              "smoothness",
              Side.MIDLINE,
              arc,
              WOBBLE_DEG_PER_S / speed,
              "1",
              caveat,
              REPEATED_WOBBLE_DEG_PER_S / speed,
              CalibrationMark.ofWorn(from)));
    }
  }

  private static double secondsAbove(Trace excursion, double deg) {
    return GridTrack.seconds(excursion.lastReaching(deg) - excursion.firstReaching(deg, 0));
  }

  /** Mean of the way out and the way back. */
  private static double smoothness(Repetition repetition, double[] excursion) {
    int turn = (int) (repetition.turn() - repetition.start());
    double out = arc(excursion, 0, turn);
    double back = arc(excursion, turn, excursion.length - 1);
    return (out + back) / 2;
  }

  private static double arc(double[] excursion, int from, int to) {
    double[] speed = new double[Math.max(0, to - from)];
    for (int i = 0; i < speed.length; i++) {
      speed[i] = excursion[from + i + 1] - excursion[from + i];
    }
    return speed.length == 0 ? Double.NaN : SpectralArcLength.of(speed, GridTrack.RATE_HZ);
  }
}
