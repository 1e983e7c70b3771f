package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.SessionResult.EmgScore;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.emg.EmgMeasurement;
import org.plumbline.analyzer.emg.IsolationMeasurement;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.kinematics.KinematicMeasurement;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * One set from its start to its stop: counts, measures and judges repetitions.
 *
 * <p>The first {@value #SETTLING} repetitions are judged at once and again, once, when calibration
 * and muscle reference have been taken from all of them. A sensor that has to learn again later how
 * it sits does so from as many, and the repetitions from then on are judged again in the same way.
 */
final class SetAnalysis {

  /** As many repetitions settle the functional axes and the session's muscle reference. */
  static final int SETTLING = 3;

  /** Five minutes: after that the first repetitions are settled with what there is. */
  private static final long LONGEST_UNSETTLED_STEPS = 300L * GridTrack.RATE_HZ;

  /** What rest and onsets of a repetition are read from before it, 4 s. */
  private static final long BEFORE_STEPS = 4L * GridTrack.RATE_HZ;

  private final int index;
  private final AnalysisContext context;
  private final BodyFold body;
  private final List<EmgStream> emg;
  private final MuscleReferences references;
  private final RestLevels rest;
  private final SetTiring tiring;
  private final Consumer<Notice> notices;
  private final RepetitionCounter counter;
  private final CorrectedCounting corrected;
  private final List<QualityRule> rules;
  private final List<Repetition> found = new ArrayList<>();
  private final JudgedRepetitions judged;
  private OptionalDouble loadKg = OptionalDouble.empty();
  private boolean settled;

  /** Index of the first repetition from which a sensor learns again; beyond the last if none. */
  private int againFrom = Integer.MAX_VALUE;

  SetAnalysis(
      int index,
      long opened,
      AnalysisContext context,
      BodyFold body,
      List<EmgStream> emg,
      MuscleReferences references,
      RestLevels rest,
      HandCorrections corrections,
      Consumer<Notice> notices) {
    this.index = index;
    this.context = context;
    this.body = body;
    this.emg = emg;
    this.references = references;
    this.rest = rest;
    this.tiring = new SetTiring(index, rest, corrections);
    this.notices = notices;
    Exercise.Counting counting = context.exercise().counting();
    this.counter =
        counting.muscle().isPresent()
            ? new MuscleCounter(counting, counting.muscle().get(), emg, rest)
            : new InclinationCounter(context.exercise(), body);
    this.corrected =
        new CorrectedCounting(
            index, corrections, new PhasesByHand(counter), opened, counting.maximumSeconds());
    this.rules = RuleBook.of(context, this::wears);
    this.judged = new JudgedRepetitions(index, rules, notices);
  }

  void load(double kilograms) {
    loadKg = OptionalDouble.of(kilograms);
  }

  /** Takes the next grid step. */
  void step(long step) {
    counter.step(step, corrected::offer);
    corrected.release(step, (repetition, byHand) -> take(repetition, byHand, step));
    if (!settled && !found.isEmpty() && step - found.get(0).start() > LONGEST_UNSETTLED_STEPS) {
      settle(step);
    } else if (againFrom < found.size()
        && step - found.get(againFrom).start() > LONGEST_UNSETTLED_STEPS) {
      settleAgain(step);
    }
  }

  private void take(Repetition repetition, List<HandCorrections.Entry> byHand, long step) {
    found.add(repetition);
    byHand.forEach(entry -> entry.at(index, found.size()));
    if (found.size() == 1) {
      body.firstRepetitionFrom(repetition.start());
    }
    boolean learnedAgain = false;
    if (repetition.complete() && !settled) {
      body.learning().calibrate(context.exercise(), completeOnes(), step);
    } else if (repetition.complete() && body.learning().again(context.exercise()).isPresent()) {
      againFrom = Math.min(againFrom, found.size() - 1);
      learnedAgain = body.learning().calibrateAgain(context.exercise(), completeOnes(), step);
    }
    judged.add(judge(found.size(), repetition), step);
    if (!settled && completeOnes().size() == SETTLING) {
      settle(step);
    } else {
      judged.raise(step);
    }
    if (learnedAgain) {
      settleAgain(step);
    }
  }

  private List<Repetition> completeOnes() {
    return found.stream().filter(Repetition::complete).toList();
  }

  /** Judges the repetitions so far again with what all of them taught. */
  private void settle(long step) {
    settled = true;
    if (!completeOnes().isEmpty()) {
      references.learn(
          muscles(found.get(0).start(), found.get(found.size() - 1)), rest::volts, completeOnes());
    }
    body.learning().settle(completeOnes());
    revise(0, step);
  }

  /** The same for the repetitions from which a sensor has learned again. */
  private void settleAgain(long step) {
    body.learning().foundAgain();
    revise(againFrom, step);
    againFrom = Integer.MAX_VALUE;
  }

  private void revise(int from, long step) {
    for (int i = from; i < found.size(); i++) {
      judged.replace(i, judge(i + 1, found.get(i)), step);
    }
    judged.raiseAgain(step);
  }

  /** What was judged with a sensor does not stand. */
  void withdraw(Withdrawal withdrawal, long step) {
    judged.withdraw(withdrawal, step);
  }

  private RepetitionResult judge(int number, Repetition repetition) {
    Measurements measurements = new Measurements();
    List<Side> legs = counter.legs();
    double start = GridTrack.seconds(repetition.start());
    double turn = GridTrack.seconds(repetition.turn());
    double end = GridTrack.seconds(repetition.end());
    List<RecordedMuscle> muscles =
        repetition.complete() ? muscles(repetition.start(), repetition) : List.of();
    if (repetition.complete()) {
      boolean standing = context.exercise().position() == Position.STANDING;
      KinematicMeasurement.measure(
          body.worn(repetition.start(), known(repetition)),
          body.streams().ambiguous(),
          repetition,
          standing,
          legs,
          measurements);
      EmgMeasurement.measure(
          muscles, rest::volts, repetition, endBefore(number), legs, measurements);
    }
    if (repetition.complete()) {
      tiring.measure(
          number,
          repetition,
          endBefore(number).orElse(Long.MIN_VALUE),
          muscles,
          excursion(repetition),
          measurements);
    }
    List<Side> working = counter.working(measurements);
    if (repetition.complete() && isIsolation()) {
      working.forEach(side -> IsolationMeasurement.measure(side, measurements));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (QualityRule rule : rules) {
      if (!rule.isAsked(number)) {
        continue;
      }
      for (Side side : RuleBook.sidesOf(rule.id(), working)) {
        verdicts.add(
            repetition.complete()
                ? rule.judge(measurements, side)
                : new Verdict.NotAssessable(
                    rule.id(), side, new Reason("incomplete", Texts.get("reason.incomplete"))));
      }
    }
    return new RepetitionResult(
        number,
        start,
        turn,
        end,
        repetition.complete(),
        measurements.metrics(),
        verdicts,
        measurements.curves(),
        scores(muscles));
  }

  private static List<EmgScore> scores(List<RecordedMuscle> muscles) {
    List<EmgScore> scores = new ArrayList<>();
    for (RecordedMuscle muscle : muscles) {
      muscle
          .quality()
          .ifPresent(quality -> scores.add(new EmgScore(muscle.location().id(), quality)));
    }
    return scores;
  }

  /** How far the counting segment has turned since the start, degrees; empty when none is worn. */
  private Optional<double[]> excursion(Repetition repetition) {
    if (context.exercise().counting().muscle().isPresent()) {
      return Optional.empty();
    }
    Segment segment = context.exercise().counting().segment();
    Vector3[] start = body.ups(segment, repetition.start());
    double[] degrees = new double[(int) (repetition.end() - repetition.start() + 1)];
    double largest = 0;
    for (int i = 0; i < degrees.length; i++) {
      Vector3[] now = body.ups(segment, repetition.start() + i);
      double sum = 0;
      int known = 0;
      for (int s = 0; s < Math.min(now.length, start.length); s++) {
        if (now[s].isKnown() && start[s].isKnown()) {
          sum += start[s].angleToRad(now[s]);
          known++;
        }
      }
      degrees[i] = known == 0 ? 0 : FastMath.toDegrees(sum / known);
      largest = Math.max(largest, degrees[i]);
    }
    return largest > 0 ? Optional.of(degrees) : Optional.empty();
  }

  private boolean wears(Muscle muscle) {
    return emg.stream()
        .flatMap(stream -> stream.envelopes().stream())
        .anyMatch(one -> one.location().muscle() == muscle);
  }

  /** Whether one side is to work alone. */
  private boolean isIsolation() {
    return context
        .exercise()
        .counting()
        .muscle()
        .filter(muscle -> muscle.working() != Exercise.Working.BOTH)
        .isPresent();
  }

  /** Last step of the repetition before the one with this number. */
  private OptionalLong endBefore(int number) {
    return number < 2 ? OptionalLong.empty() : OptionalLong.of(found.get(number - 2).end());
  }

  /** Quality is read a moment before the end, which every stream has passed. */
  private static long known(Repetition repetition) {
    return Math.max(repetition.start(), repetition.end() - 5);
  }

  /** Muscles with their quality from a step to the end of a repetition. */
  private List<RecordedMuscle> muscles(long from, Repetition last) {
    List<RecordedMuscle> muscles = new ArrayList<>();
    for (EmgStream stream : emg) {
      muscles.addAll(stream.muscles(references::of, from, known(last)));
    }
    return muscles;
  }

  /** First grid step that this set still needs. */
  long needsFrom(long step) {
    return Math.min(neededByMeasures(step), corrected.needsFrom(step) - BEFORE_STEPS);
  }

  private long neededByMeasures(long step) {
    if (found.isEmpty()) {
      return step - 60L * GridTrack.RATE_HZ;
    }
    double longest = context.exercise().counting().maximumSeconds() + 10;
    if (!settled) {
      return found.get(0).start() - BEFORE_STEPS;
    }
    long usual = step - Math.round(longest * GridTrack.RATE_HZ);
    return againFrom < found.size() ? Math.min(usual, neededAgain().start() - BEFORE_STEPS) : usual;
  }

  /** The first repetition that is judged again or that teaches a sensor again. */
  private Repetition neededAgain() {
    long since = body.learning().again(context.exercise()).orElse(Long.MAX_VALUE);
    for (Repetition one : found) {
      if (one.start() >= since) {
        return one;
      }
    }
    return found.get(againFrom);
  }

  /** Whether anything has been counted. */
  boolean isBegun() {
    return !found.isEmpty();
  }

  double progress() {
    return counter.progress();
  }

  /** Ends the set at a grid step. */
  ClosedSet close(long step) {
    counter.stop(step).ifPresent(corrected::offer);
    corrected.close(step, (repetition, byHand) -> take(repetition, byHand, step));
    if (!settled && !completeOnes().isEmpty()) {
      settle(step);
    } else if (againFrom < found.size()) {
      settleAgain(step);
    }
    notices.accept(new Notice.SetEnded(nanos(step), index, found.size()));
    List<Side> legs = counter.legs();
    return new ClosedSet(
        index,
        context.exercise().id(),
        legs.size() == 1 ? legs.get(0).id() : "both",
        loadKg,
        context.baseline().isPresent() ? "own" : "none",
        judged);
  }

  private static long nanos(long step) {
    return step * GridTrack.STEP_NANOS;
  }
}
