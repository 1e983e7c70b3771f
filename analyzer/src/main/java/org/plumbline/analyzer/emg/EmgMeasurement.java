package org.plumbline.analyzer.emg;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * Levels of the gluteals and hamstrings over lift and hold of one repetition, and their ratio.
 * Always both levels: a ratio alone hides that both rose (Hollman 2018).
 */
public final class EmgMeasurement {
  private final List<RecordedMuscle> muscles;
  private final Repetition repetition;
  private final Measurements measurements;

  private EmgMeasurement(
      List<RecordedMuscle> muscles, Repetition repetition, Measurements measurements) {
    this.muscles = muscles;
    this.repetition = repetition;
    this.measurements = measurements;
  }

  /** Adds levels, ratio and curves of each leg, or why they are not there. */
  public static void measure(
      List<RecordedMuscle> muscles,
      Repetition repetition,
      List<Side> legs,
      Measurements measurements) {
    EmgMeasurement measurement = new EmgMeasurement(muscles, repetition, measurements);
    for (Side leg : legs) {
      measurement.leg(leg);
    }
  }

  /** Mean of the muscles of a group, volts and in the unit of their common reference. */
  private record GroupLevel(double volts, double level, LevelReference reference) {}

  private void leg(Side leg) {
    Optional<GroupLevel> gluteal =
        group("gluteusMaximusLevel", leg, muscle -> muscle == Muscle.GLUTEUS_MAXIMUS);
    Optional<GroupLevel> hamstrings = group("hamstringsLevel", leg, Muscle::isHamstring);
    if (gluteal.isEmpty() || hamstrings.isEmpty()) {
      String missing = gluteal.isEmpty() ? "gluteusMaximusLevel" : "hamstringsLevel";
      Reason reason = measurements.reason(missing, leg).orElseThrow();
      measurements.missing("gluteToHamstringRatio", leg, reason);
      measurements.missing("gluteToHamstringRawRatio", leg, reason);
      return;
    }
    GroupLevel glute = gluteal.get();
    GroupLevel ham = hamstrings.get();
    if (!(ham.volts() > 0)) {
      return;
    }
    double relative =
        Math.sqrt(
            square(glute.reference().relativeError()) + square(ham.reference().relativeError()));
    if (glute.reference().isMvic() && ham.reference().isMvic()) {
      double ratio = glute.level() / ham.level();
      measurements.add(new Metric("gluteToHamstringRatio", leg, ratio, relative * ratio, "1"));
    }
    double raw = glute.volts() / ham.volts();
    double within = LevelReference.none().relativeError() * Math.sqrt(2);
    measurements.add(new Metric("gluteToHamstringRawRatio", leg, raw, within * raw, "1"));
  }

  private Optional<GroupLevel> group(String metric, Side leg, Predicate<Muscle> member) {
    List<RecordedMuscle> group =
        muscles.stream()
            .filter(one -> one.location().side() == leg && member.test(one.location().muscle()))
            .toList();
    if (group.isEmpty()) {
      String what = Texts.get("muscles." + metric) + ", " + Texts.get("side." + leg.id());
      measurements.missing(
          metric,
          leg,
          new Reason("missing-electrodes", Texts.get("reason.missing-electrodes", what)));
      return Optional.empty();
    }
    for (RecordedMuscle one : group) {
      if (one.problem().isPresent()) {
        measurements.missing(metric, leg, one.problem().get());
        return Optional.empty();
      }
    }
    LevelReference reference = common(group);
    double volts = 0;
    double level = 0;
    for (RecordedMuscle one : group) {
      double mean = one.meanVolts(repetition.start(), repetition.holdEnd());
      volts += mean / group.size();
      level += referenceOf(one, reference).level(mean) / group.size();
    }
    if (Double.isNaN(volts)) {
      String what = group.get(0).location().id();
      measurements.missing(
          metric, leg, new Reason("lost-samples", Texts.get("reason.lost-samples", what)));
      return Optional.empty();
    }
    measurements.add(
        new Metric(metric, leg, level, reference.relativeError() * level, reference.unit()));
    measurements.add(curve(metric, leg, group, reference));
    return Optional.of(new GroupLevel(volts, level, reference));
  }

  /** A level in per cent of different things is none: then the group is told in microvolts. */
  private static LevelReference common(List<RecordedMuscle> group) {
    LevelReference first = group.get(0).reference();
    return group.stream().allMatch(one -> one.reference().unit().equals(first.unit()))
        ? first
        : LevelReference.none();
  }

  private static LevelReference referenceOf(RecordedMuscle muscle, LevelReference common) {
    return muscle.reference().unit().equals(common.unit()) ? muscle.reference() : common;
  }

  private Curve curve(String metric, Side leg, List<RecordedMuscle> group, LevelReference common) {
    double[] points = new double[Curve.POINTS];
    for (int p = 0; p < Curve.POINTS; p++) {
      double at = repetition.start() + p / 100.0 * (repetition.end() - repetition.start());
      long step = (long) Math.floor(at);
      long next = Math.min(repetition.end(), step + 1);
      for (RecordedMuscle one : group) {
        double a = one.track().value(step, one.column());
        double b = one.track().value(next, one.column());
        points[p] += referenceOf(one, common).level(a + (b - a) * (at - step)) / group.size();
      }
    }
    return new Curve(metric, leg, common.unit(), points);
  }

  private static double square(double x) {
    return x * x;
  }
}
