package org.plumbline.analyzer.emg;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * Levels of gluteals, hamstrings and back extensors over lift and hold of one repetition, with the
 * power of their rest taken off; the ratio of the first two, their co-contraction, the difference
 * between the sides, and how far the muscles relaxed before it. Always both levels: a ratio alone
 * hides that both rose (Hollman 2018).
 */
public final class EmgMeasurement {
  private static final String GLUTEAL = "gluteusMaximus";
  private static final String HAMSTRINGS = "hamstrings";
  private static final String BACK = "erectorSpinae";
  private static final String LEVEL = "Level";

  /** A rest is looked for so far before a repetition at most: 3 s. */
  private static final long LONGEST_REST_STEPS = 300;

  /** The calmest stretch of a rest that is read, 0.3 s. */
  private static final int REST_STEPS = 30;

  private final List<RecordedMuscle> muscles;
  private final ToDoubleFunction<OnMuscle> restVolts;
  private final Repetition repetition;
  private final OptionalLong previousEnd;
  private final Measurements measurements;

  private EmgMeasurement(
      List<RecordedMuscle> muscles,
      ToDoubleFunction<OnMuscle> restVolts,
      Repetition repetition,
      OptionalLong previousEnd,
      Measurements measurements) {
    this.muscles = muscles;
    this.restVolts = restVolts;
    this.repetition = repetition;
    this.previousEnd = previousEnd;
    this.measurements = measurements;
  }

  /**
   * Adds levels, ratio and curves of each leg, or why they are not there.
   *
   * @param restVolts RMS of a muscle at rest, NaN where it is not known
   * @param previousEnd last step of the repetition before, if there was one
   */
  public static void measure(
      List<RecordedMuscle> muscles,
      ToDoubleFunction<OnMuscle> restVolts,
      Repetition repetition,
      OptionalLong previousEnd,
      List<Side> legs,
      Measurements measurements) {
    EmgMeasurement measurement =
        new EmgMeasurement(muscles, restVolts, repetition, previousEnd, measurements);
    Map<Side, GroupLevel> gluteals = new EnumMap<>(Side.class);
    Map<Side, GroupLevel> hamstrings = new EnumMap<>(Side.class);
    for (Side leg : legs) {
      measurement
          .group(GLUTEAL, leg, muscle -> muscle == Muscle.GLUTEUS_MAXIMUS)
          .ifPresent(level -> gluteals.put(leg, level));
      measurement
          .group(HAMSTRINGS, leg, Muscle::isHamstring)
          .ifPresent(level -> hamstrings.put(leg, level));
      measurement.ratio(
          leg, Optional.ofNullable(gluteals.get(leg)), Optional.ofNullable(hamstrings.get(leg)));
      if (measurement.worn(leg, muscle -> muscle == Muscle.ERECTOR_SPINAE)) {
        measurement.group(BACK, leg, muscle -> muscle == Muscle.ERECTOR_SPINAE);
      }
    }
    measurement.asymmetry(GLUTEAL, gluteals);
    measurement.asymmetry(HAMSTRINGS, hamstrings);
  }

  /**
   * Mean of the muscles of a group, volts and in the unit of their common reference.
   *
   * @param noiseError 90 % half-width of both as a share, the reference's not included
   */
  private record GroupLevel(
      double volts,
      double level,
      LevelReference reference,
      double noiseError,
      List<RecordedMuscle> members) {

    double relativeError() {
      return rss(reference.relativeError(), noiseError);
    }
  }

  private boolean worn(Side leg, Predicate<Muscle> member) {
    return muscles.stream()
        .anyMatch(one -> one.location().side() == leg && member.test(one.location().muscle()));
  }

  private void ratio(Side leg, Optional<GroupLevel> gluteal, Optional<GroupLevel> hamstrings) {
    if (gluteal.isEmpty() || hamstrings.isEmpty()) {
      String missing = (gluteal.isEmpty() ? GLUTEAL : HAMSTRINGS) + LEVEL;
      Reason reason = measurements.reason(missing, leg).orElseThrow();
      measurements.missing("gluteToHamstringRatio", leg, reason);
      measurements.missing("gluteToHamstringRawRatio", leg, reason);
      return;
    }
    GroupLevel glute = gluteal.get();
    GroupLevel ham = hamstrings.get();
    if (glute.reference().isMvic() && ham.reference().isMvic()) {
      double ratio = glute.level() / ham.level();
      double error = rss(glute.relativeError(), ham.relativeError()) * ratio;
      measurements.add(new Metric("gluteToHamstringRatio", leg, ratio, error, "1"));
    }
    double raw = glute.volts() / ham.volts();
    double electrodes = LevelReference.none().relativeError();
    double within = rss(rss(electrodes, glute.noiseError()), rss(electrodes, ham.noiseError()));
    measurements.add(new Metric("gluteToHamstringRawRatio", leg, raw, within * raw, "1"));
    coContraction(leg, glute, ham);
  }

  /** Rudolph's formula; levels of one kind only. */
  private void coContraction(Side leg, GroupLevel a, GroupLevel b) {
    boolean comparable =
        a.reference().unit().equals(b.reference().unit()) && !a.reference().unit().equals("uV");
    if (!comparable) {
      return;
    }
    double value = CoContraction.rudolph(levels(a), levels(b));
    // Of low/high * (low + high) a share of error in both makes about as much of the whole.
    double error = rss(a.relativeError(), b.relativeError()) * value;
    measurements.add(
        new Metric("gluteHamstringCoContraction", leg, value, error, a.reference().unit()));
  }

  private double[] levels(GroupLevel group) {
    long n = repetition.holdEnd() - repetition.start() + 1;
    double[] levels = new double[(int) n];
    for (int i = 0; i < levels.length; i++) {
      for (RecordedMuscle one : group.members()) {
        double volts = one.track().value(repetition.start() + i, one.column());
        levels[i] += referenceOf(one, group.reference()).level(volts) / group.members().size();
      }
    }
    return levels;
  }

  /** Only with maxima of both sides: volts of two pairs of electrodes do not compare. */
  private void asymmetry(String name, Map<Side, GroupLevel> sides) {
    GroupLevel left = sides.get(Side.LEFT);
    GroupLevel right = sides.get(Side.RIGHT);
    String metric = name + "Asymmetry";
    if (left == null || right == null) {
      measurements.missing(
          metric,
          Side.MIDLINE,
          new Reason("needs-both-sides", Texts.get("reason.needs-both-sides")));
    } else if (!left.reference().isMvic() || !right.reference().isMvic()) {
      measurements.missing(
          metric, Side.MIDLINE, new Reason("needs-mvic-both", Texts.get("reason.needs-mvic-both")));
    } else {
      LevelAsymmetry asymmetry =
          LevelAsymmetry.of(
              left.level(), left.relativeError(), right.level(), right.relativeError());
      measurements.add(
          new Metric(metric, Side.MIDLINE, Math.abs(asymmetry.percent()), asymmetry.error(), "%"));
      measurements.place(
          metric,
          Side.MIDLINE,
          Texts.get(
              "place.higher", Texts.get("side." + (asymmetry.percent() < 0 ? "left" : "right"))));
    }
  }

  /** The calmest moment since the repetition before, held against the same reference. */
  private void rest(String name, Side leg, GroupLevel group) {
    String metric = name + "RestLevel";
    long from =
        Math.max(previousEnd.orElse(Long.MIN_VALUE), repetition.start() - LONGEST_REST_STEPS);
    long to = repetition.start();
    double calmest = Double.NaN;
    for (long first = from; first + REST_STEPS <= to; first++) {
      double sum = 0;
      for (RecordedMuscle one : group.members()) {
        LevelReference own = referenceOf(one, group.reference());
        double mean = one.meanVolts(first, first + REST_STEPS - 1);
        sum += own.level(mean) / group.members().size();
      }
      calmest = sum < calmest || Double.isNaN(calmest) ? sum : calmest;
    }
    if (Double.isNaN(calmest)) {
      measurements.missing(
          metric, leg, new Reason("no-rest-between", Texts.get("reason.no-rest-between")));
    } else if (group.reference().unit().equals("uV")) {
      measurements.missing(
          metric,
          leg,
          new Reason("needs-level-reference", Texts.get("reason.needs-level-reference")));
    } else {
      // 0.3 s of 150 Hz: amplitudes scatter by 7 %.
      double error = rss(group.reference().relativeError(), 0.12) * calmest;
      measurements.add(new Metric(metric, leg, calmest, error, group.reference().unit()));
    }
  }

  private Optional<GroupLevel> group(String name, Side leg, Predicate<Muscle> member) {
    String metric = name + LEVEL;
    List<RecordedMuscle> group =
        muscles.stream()
            .filter(one -> one.location().side() == leg && member.test(one.location().muscle()))
            .toList();
    Optional<Reason> unusable = unusable(metric, leg, group);
    if (unusable.isPresent()) {
      measurements.missing(metric, leg, unusable.get());
      return Optional.empty();
    }
    LevelReference reference = common(group);
    double volts = 0;
    double level = 0;
    double noise = 0;
    for (RecordedMuscle one : group) {
      WorkingLevel working = working(one);
      volts += working.volts() / group.size();
      level += referenceOf(one, reference).level(working.volts()) / group.size();
      noise = Math.max(noise, working.noiseError());
    }
    GroupLevel found = new GroupLevel(volts, level, reference, noise, group);
    measurements.add(
        new Metric(metric, leg, level, found.relativeError() * level, reference.unit()));
    measurements.add(curve(metric, leg, group, reference));
    rest(name, leg, found);
    return Optional.of(found);
  }

  private WorkingLevel working(RecordedMuscle one) {
    double rest = restVolts.applyAsDouble(one.location());
    return WorkingLevel.of(one, repetition.start(), repetition.holdEnd(), rest);
  }

  /** Why a group has no level. */
  private Optional<Reason> unusable(String metric, Side leg, List<RecordedMuscle> group) {
    if (group.isEmpty()) {
      String what = Texts.get("muscles." + metric) + ", " + Texts.get("side." + leg.id());
      return Optional.of(
          new Reason("missing-electrodes", Texts.get("reason.missing-electrodes", what)));
    }
    for (RecordedMuscle one : group) {
      if (one.problem().isPresent()) {
        return one.problem();
      }
      WorkingLevel working = working(one);
      String code =
          Double.isNaN(working.volts())
              ? "lost-samples"
              : working.isClear() ? "" : "emg-within-noise";
      if (!code.isEmpty()) {
        String place = Names.place(one.location().id());
        return Optional.of(new Reason(code, Texts.get("reason." + code, place)));
      }
    }
    return Optional.empty();
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

  private static double rss(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
