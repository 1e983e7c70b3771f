package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.emg.Burst;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Change;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnMuscle;

/** When a muscle came on and went off: as it was found, or as a person says. Judged by no rule. */
final class BurstByHand {

  /** 90 % half-width of an edge that a person reads off a plot: engineering choice. */
  private static final double HAND_ERROR_SECONDS = 0.03;

  /** A burst that was found to go on up to the end of the hold was looked at no further. */
  private static final double CUT_SECONDS = 0.1;

  /**
   * 90 % half-width of an onset against the script of simulated bridges at 20, 12 and 6 dB (0.09,
   * 0.17, 0.25 s): a slow rise leaves the noise the later the more noise there is.
   */
  private static double onsetErrorSeconds(double snrDecibels) {
    return 0.06 + 0.42 * FastMath.pow(10, -Math.max(0, snrDecibels) / 20);
  }

  private BurstByHand() {}

  /**
   * Adds onset, and the offset where it was set by hand.
   *
   * @param group name in the metrics
   * @param found times from the start of the repetition
   */
  static void add(
      String group,
      OnMuscle place,
      Repetition repetition,
      Optional<Burst> found,
      Optional<HandCorrections.Entry> byHand,
      Measurements measurements) {
    Optional<Correction> correction = byHand.map(HandCorrections.Entry::correction);
    double start = GridTrack.seconds(repetition.start());
    Optional<Double> onset = correction.flatMap(Correction::onsetSeconds);
    Optional<Double> offset = correction.flatMap(Correction::offsetSeconds);
    if (onset.isPresent()) {
      measurements.add(edge(group + "Onset", place, onset.get() - start));
    } else {
      found.ifPresent(
          burst ->
              measurements.add(
                  new Metric(
                      group + "Onset",
                      place.side(),
                      burst.onsetSeconds(),
                      onsetErrorSeconds(burst.snrDecibels()),
                      "s")));
    }
    offset.ifPresent(at -> measurements.add(edge(group + "Offset", place, at - start)));
    List<Change> changes = new ArrayList<>();
    onset.ifPresent(
        at ->
            changes.add(
                HandCorrections.change(
                    "onset", found.map(one -> start + one.onsetSeconds()).orElse(Double.NaN), at)));
    double looked = GridTrack.seconds(repetition.holdEnd()) - start - CUT_SECONDS;
    offset.ifPresent(
        at ->
            changes.add(
                HandCorrections.change(
                    "offset",
                    found
                        .filter(one -> one.offsetSeconds() < looked)
                        .map(one -> start + one.offsetSeconds())
                        .orElse(Double.NaN),
                    at)));
    byHand.ifPresent(entry -> entry.apply(changes));
  }

  private static Metric edge(String name, OnMuscle place, double seconds) {
    return new Metric(name, place.side(), seconds, HAND_ERROR_SECONDS, "s", Caveat.BY_HAND);
  }
}
