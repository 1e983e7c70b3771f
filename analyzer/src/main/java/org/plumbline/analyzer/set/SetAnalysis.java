package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.body.SensorLearning;
import org.plumbline.analyzer.body.Withdrawal;
import org.plumbline.analyzer.emg.EmgMeasurement;
import org.plumbline.analyzer.emg.IsolationMeasurement;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.result.SessionResult.EmgScore;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.Titles;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.MuscleReferences;
import org.plumbline.analyzer.stream.RestLevels;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * One set from its start to its stop: counts, measures and judges repetitions.
 *
 * <p>The first {@value SensorLearning#SETTLING} repetitions are judged at once and again, once,
 * when calibration and muscle reference have been taken from all of them. A sensor that has to
 * learn again later how it sits does so from as many, and the repetitions from then on are judged
 * again in the same way.
 */
public final class SetAnalysis {

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
  private final ExerciseGuard guard;
  private final MovementFigures movement;
  private final CountedRepetitions found = new CountedRepetitions();

  /** Sensors with which was judged while nothing had borne out their stored calibration. */
  private final Set<String> unconfirmed = new LinkedHashSet<>();

  private final JudgedRepetitions judged;
  private OptionalDouble loadKg = OptionalDouble.empty();
  private boolean settled;

  /** Movements that were counted and were none. */
  private int struck;

  /** Index of the first repetition from which a sensor learns again; beyond the last if none. */
  private int againFrom = Integer.MAX_VALUE;

  /**
   * A set that begins now.
   *
   * @param announced whether the operator said that it begins, so that every movement is meant
   */
  public SetAnalysis(
      int index,
      long opened,
      boolean announced,
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
            : new InclinationCounter(context.exercise(), context.side(), body, announced);
    this.movement = new MovementFigures(context.exercise(), body);
    this.guard = new ExerciseGuard(context.exercise(), body);
    this.corrected =
        new CorrectedCounting(
            index, corrections, new PhasesByHand(counter), opened, counting.maximumSeconds());
    this.rules = RuleBook.of(context, this::wears, () -> Optional.of(conditions()));
    this.judged = new JudgedRepetitions(index, rules, notices);
  }

  public void load(double kilograms) {
    loadKg = OptionalDouble.of(kilograms);
  }

  /** Takes the next grid step. */
  public void step(long step) {
    counter.step(step, corrected::offer);
    mistaken(counter.takeMistaken(), step);
    corrected.release(step, (repetition, byHand) -> take(repetition, byHand, step));
    if (!settled && !found.isEmpty() && step - found.get(0).start() > LONGEST_UNSETTLED_STEPS) {
      settle(step);
    } else if (againFrom < found.size()
        && step - found.get(againFrom).start() > LONGEST_UNSETTLED_STEPS) {
      settleAgain(step);
    }
  }

  /**
   * What was counted is none. Where nothing else was counted the set begins anew, among others they
   * are refused.
   */
  private void mistaken(List<Repetition> none, long step) {
    if (none.isEmpty()) {
      return;
    }
    corrected.forget(none);
    if (found.isOnly(none)) {
      struck += found.size();
      found.clear();
      unconfirmed.clear();
      settled = false;
      againFrom = Integer.MAX_VALUE;
      references.forgetFirstRepetitions();
      tiring.clear();
      judged.strike(step);
    } else {
      Reason why = guard.walked();
      found.refuse(none, why).forEach(i -> judged.refuse(i, why, step));
    }
  }

  private void take(Repetition repetition, List<HandCorrections.Entry> byHand, long step) {
    Optional<Reason> refusal =
        guard.refusal(repetition, counter.working(repetition, new Measurements()));
    found.add(repetition, byHand.stream().anyMatch(HandCorrections.Entry::isAdded), refusal);
    if (repetition.complete()) {
      body.repeated(context.exercise(), repetition, step);
      body.confirm(context.exercise(), repetition, step);
      unconfirmed.addAll(body.unconfirmed());
    }
    byHand.forEach(entry -> entry.at(index, found.size()));
    if (found.size() == 1) {
      body.firstRepetitionFrom(repetition.start());
    }
    boolean learnedAgain = false;
    if (repetition.complete() && !settled && !found.completeOnes().isEmpty()) {
      body.learning().calibrate(context.exercise(), found.completeOnes(), step);
    } else if (repetition.complete()
        && settled
        && body.learning().again(context.exercise()).isPresent()) {
      againFrom = Math.min(againFrom, found.size() - 1);
      learnedAgain = body.learning().calibrateAgain(context.exercise(), found.completeOnes(), step);
    }
    judged.add(judge(found.size(), repetition), step);
    if (repetition.complete() && found.refusal(found.size() - 1).isEmpty()) {
      movement.ended(repetition, known(repetition));
    }
    if (!settled && found.completeOnes().size() == SensorLearning.SETTLING) {
      settle(step);
    } else {
      judged.raise(step);
    }
    if (learnedAgain) {
      settleAgain(step);
    }
  }

  /** Judges the repetitions so far again with what all of them taught. */
  private void settle(long step) {
    settled = true;
    if (!found.completeOnes().isEmpty()) {
      references.learn(
          muscles(found.get(0).start(), found.last()), rest::volts, found.completeOnes());
    }
    body.learning().settle(found.completeOnes());
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
  public void withdraw(Withdrawal withdrawal, long step) {
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
      movement.angles(repetition, known(repetition), legs, measurements);
      EmgMeasurement.measure(
          muscles, rest::volts, repetition, endBefore(number), legs, measurements);
    }
    if (repetition.complete()) {
      Optional<double[]> excursion = counter.excursion(repetition);
      tiring.measure(
          number,
          repetition,
          endBefore(number).orElse(Long.MIN_VALUE),
          muscles,
          excursion,
          measurements);
      movement.pace(repetition, known(repetition), excursion, measurements);
    }
    List<Side> working = counter.working(repetition, measurements);
    if (repetition.complete() && isIsolation()) {
      working.forEach(side -> IsolationMeasurement.measure(side, measurements));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (QualityRule rule : rules) {
      if (!rule.isAsked(number)) {
        continue;
      }
      for (Side side : rule.sides().of(working)) {
        Optional<Reason> refusal = refusal(number, side);
        verdicts.add(
            refusal.isPresent()
                ? new Verdict.NotAssessable(rule.id(), side, refusal.get())
                : rule.judge(measurements, side));
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
        EmgScore.of(muscles));
  }

  /** Why no rule is asked about a side of a repetition. */
  private Optional<Reason> refusal(int number, Side side) {
    if (!found.get(number - 1).complete()) {
      return Optional.of(new Reason("incomplete", Texts.get("reason.incomplete")));
    }
    if (found.refusal(number - 1).isPresent()) {
      return found.refusal(number - 1);
    }
    if (side != Side.MIDLINE && counter.isLegUnknown()) {
      return Optional.of(new Reason("side-not-named", Texts.get("reason.side-not-named")));
    }
    return Optional.empty();
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
  public long needsFrom(long step) {
    long undecided = Math.min(corrected.needsFrom(step), counter.needsFrom());
    return Math.min(neededByMeasures(step), undecided - BEFORE_STEPS);
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
    return found.firstSince(since).orElseGet(() -> found.get(againFrom));
  }

  /** Under which circumstances the set is done. */
  private Conditions conditions() {
    return new Conditions(
        context.exercise().id(),
        context.variant(),
        loadKg.orElse(0),
        context.ruleSet(),
        body.streams().placementIds(),
        references.appliedAnew() ? Optional.of(Conditions.APPLIED_ANEW) : context.electrodes());
  }

  /** Why nothing of the own reference set holds. */
  private Optional<String> lapsed() {
    return context
        .baseline()
        .flatMap(AnalysisContext.Baseline::conditions)
        .flatMap(then -> then.lapsedAltogether(conditions(), context.exercise()));
  }

  /** Says what is to be said of the set as a whole. */
  public void remark(SessionNotes notes) {
    SetNotes all = new SetNotes(index, context, notes);
    all.otherExercise(found.refusals());
    if (struck > 0) {
      all.struck(struck, guard.walked());
    }
    all.reference(lapsed());
    all.unconfirmed(unconfirmed);
    if (found.isEmpty() && struck == 0) {
      all.nothing(counter.nothing());
    }
  }

  /** Whether anything has been counted. */
  public boolean isBegun() {
    return !found.isEmpty();
  }

  public double progress() {
    return counter.progress();
  }

  /** Ends the set at a grid step. */
  public ClosedSet close(long step) {
    counter.stop(step).forEach(corrected::offer);
    corrected.close(step, (repetition, byHand) -> take(repetition, byHand, step));
    if (!settled && !found.completeOnes().isEmpty()) {
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
        context.baseline().isEmpty() ? "none" : lapsed().isPresent() ? "lapsed" : "own",
        judged,
        context.variant().orElse(""),
        Titles.of(context.exercise(), context.variant()));
  }

  private static long nanos(long step) {
    return step * GridTrack.STEP_NANOS;
  }
}
