package org.plumbline.analyzer.body;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.kinematics.MetricSources;
import org.plumbline.analyzer.kinematics.PaceMeasurement;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;

/**
 * A sensor was found to have been wrong from its beginning: what was read off it does not stand.
 *
 * @param from first grid step that the sensor showed
 * @param to grid step at which it was found
 * @param reason what was found
 * @param time whether times do not stand either
 */
public record Withdrawal(OnSegment placement, long from, long to, Reason reason, boolean time) {

  /** Whether a repetition that begins at a grid step read the sensor before it was found wrong. */
  boolean covers(long start) {
    return start >= from && start < to;
  }

  /**
   * A repetition that was judged before, without what it read off the sensor. Its samples are not
   * needed for that.
   *
   * @param rules those it was judged by
   */
  public RepetitionResult applyTo(RepetitionResult judged, List<QualityRule> rules) {
    if (!covers(Math.round(judged.startSeconds() * GridTrack.RATE_HZ))) {
      return judged;
    }
    Measurements left = new Measurements();
    for (Metric metric : judged.metrics()) {
      if (reads(metric)) {
        left.missing(metric.name(), metric.side(), reason);
      } else {
        left.add(metric);
      }
    }
    judged.curves().stream()
        .filter(curve -> !MetricSources.reads(curve.name(), curve.side(), placement))
        .forEach(left::add);
    List<Verdict> verdicts = new ArrayList<>();
    judged.verdicts().forEach(verdict -> verdicts.add(withoutIt(verdict, left, rules)));
    return new RepetitionResult(
        judged.index(),
        judged.startSeconds(),
        judged.turnSeconds(),
        judged.endSeconds(),
        judged.complete(),
        left.metrics(),
        verdicts,
        left.curves(),
        judged.emgQuality());
  }

  private boolean reads(Metric metric) {
    return MetricSources.reads(metric.name(), metric.side(), placement)
        || (time && PaceMeasurement.NAMES.contains(metric.name()));
  }

  /** A verdict stands as long as its rule still finds what it was made from. */
  private static Verdict withoutIt(Verdict verdict, Measurements left, List<QualityRule> rules) {
    if (verdict.outcome() == Outcome.NOT_ASSESSABLE) {
      return verdict;
    }
    for (QualityRule rule : rules) {
      if (rule.id().equals(verdict.rule())) {
        Verdict again = rule.judge(left, verdict.side());
        return readsTheSame(again, verdict) ? verdict : again;
      }
    }
    throw new IllegalStateException("no rule " + verdict.rule() + " in this set");
  }

  /** A rule with several pieces of evidence may still find another one than it had. */
  private static boolean readsTheSame(Verdict again, Verdict before) {
    return again instanceof Verdict.Assessed now
        && before instanceof Verdict.Assessed then
        && now.value() == then.value()
        && now.unit().equals(then.unit());
  }
}
