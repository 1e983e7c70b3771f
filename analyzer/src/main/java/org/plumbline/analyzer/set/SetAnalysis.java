package org.plumbline.analyzer.set;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.body.SensorLearning;
import org.plumbline.analyzer.body.Withdrawal;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.result.Titles;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.MuscleReferences;
import org.plumbline.analyzer.stream.RestLevels;
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
  private final WornMuscles muscles;
  private final SetTiring tiring;
  private final Consumer<Notice> notices;
  private final RepetitionCounter counter;
  private final CorrectedCounting corrected;
  private final ExerciseGuard guard;
  private final MovementFigures movement;
  private final CountedRepetitions found = new CountedRepetitions();

  /** Sensors with which was judged while nothing had borne out their stored calibration. */
  private final Set<String> unconfirmed = new LinkedHashSet<>();

  private final RepetitionJudge judge;
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
    this.muscles = new WornMuscles(emg, references, rest);
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
    List<QualityRule> rules = RuleBook.of(context, muscles::wears, () -> Optional.of(conditions()));
    this.judge =
        new RepetitionJudge(context.exercise(), found, counter, movement, muscles, tiring, rules);
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
      muscles.forgetFirstRepetitions();
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
    judged.add(judge.judge(found.size(), repetition), step);
    if (repetition.complete() && found.refusal(found.size() - 1).isEmpty()) {
      movement.ended(repetition, RepetitionJudge.known(repetition));
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
      muscles.learn(found);
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
      judged.replace(i, judge.judge(i + 1, found.get(i)), step);
    }
    judged.raiseAgain(step);
  }

  /** What was judged with a sensor does not stand. */
  public void withdraw(Withdrawal withdrawal, long step) {
    judged.withdraw(withdrawal, step);
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
        muscles.appliedAnew() ? Optional.of(Conditions.APPLIED_ANEW) : context.electrodes());
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
