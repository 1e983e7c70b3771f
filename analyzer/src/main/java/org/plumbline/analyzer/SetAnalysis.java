package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.SessionResult.SetResult;
import org.plumbline.analyzer.emg.EmgMeasurement;
import org.plumbline.analyzer.emg.LevelReference;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.kinematics.KinematicMeasurement;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.FindingTracker;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.RepetitionDetector;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.OnMuscle;
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

  private final int index;
  private final AnalysisContext context;
  private final BodyFold body;
  private final List<EmgStream> emg;
  private final MuscleReferences references;
  private final Consumer<Notice> notices;
  private final RepetitionDetector detector;
  private final List<QualityRule> rules;
  private final List<Repetition> found = new ArrayList<>();
  private final List<RepetitionResult> results = new ArrayList<>();
  private FindingTracker findings = new FindingTracker();
  private OptionalDouble loadKg = OptionalDouble.empty();
  private boolean settled;

  /** Index of the first repetition from which a sensor learns again; beyond the last if none. */
  private int againFrom = Integer.MAX_VALUE;

  private boolean lain;
  private int[] countedMeanings = {};

  SetAnalysis(
      int index,
      AnalysisContext context,
      BodyFold body,
      List<EmgStream> emg,
      MuscleReferences references,
      Consumer<Notice> notices) {
    this.index = index;
    this.context = context;
    this.body = body;
    this.emg = emg;
    this.references = references;
    this.notices = notices;
    Exercise.Counting counting = context.exercise().counting();
    this.detector =
        new RepetitionDetector(
            RepetitionDetector.Parameters.of(
                counting.minimumExcursionDeg(),
                counting.minimumSeconds(),
                counting.maximumSeconds()),
            GridTrack.RATE_HZ);
    this.rules = RuleBook.of(context);
  }

  void load(double kilograms) {
    loadKg = OptionalDouble.of(kilograms);
  }

  /** Takes the next grid step. */
  void step(long step) {
    boolean lay = lain;
    lain = body.hasLain();
    boolean justLain = lain && !lay && context.exercise().position() == Position.SUPINE;
    Vector3[] ups = body.ups(context.exercise().counting().segment(), step);
    int[] meanings = body.streams().meanings(context.exercise().counting().segment(), step);
    for (int s = 0; s < meanings.length && meanings.length == countedMeanings.length; s++) {
      if (meanings[s] < 0) {
        meanings[s] = countedMeanings[s];
      } else if (countedMeanings[s] >= 0 && meanings[s] != countedMeanings[s]) {
        detector.changed(s).ifPresent(repetition -> take(repetition, step));
      }
    }
    countedMeanings = meanings;
    boolean anything = Arrays.stream(ups).anyMatch(Vector3::isKnown);
    if (justLain) {
      // Getting down was no repetition.
      detector.startAnew();
    } else if (body.isElsewhere(context.exercise().position(), step)) {
      detector.startAnew().ifPresent(repetition -> take(repetition, step));
    } else if (!anything) {
      detector.interrupt().ifPresent(repetition -> take(repetition, step));
    } else {
      detector.update(step, ups).ifPresent(repetition -> take(repetition, step));
    }
    if (!settled && !found.isEmpty() && step - found.get(0).start() > LONGEST_UNSETTLED_STEPS) {
      settle(step);
    } else if (againFrom < found.size()
        && step - found.get(againFrom).start() > LONGEST_UNSETTLED_STEPS) {
      settleAgain(step);
    }
  }

  private void take(Repetition repetition, long step) {
    found.add(repetition);
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
    RepetitionResult result = judge(found.size(), repetition);
    results.add(result);
    notices.accept(new Notice.RepetitionJudged(nanos(step), index, result));
    if (!settled && completeOnes().size() == SETTLING) {
      settle(step);
    } else {
      raise(result, step);
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
      references.learn(muscles(known(found.get(found.size() - 1))), completeOnes());
    }
    body.learning().settle(completeOnes());
    revise(0, step);
    findings = new FindingTracker();
    results.forEach(result -> raise(result, step));
  }

  /** The same for the repetitions from which a sensor has learned again. */
  private void settleAgain(long step) {
    body.learning().foundAgain();
    revise(againFrom, step);
    againFrom = Integer.MAX_VALUE;
    Set<Departure> raised = departures();
    findings = new FindingTracker();
    for (RepetitionResult result : results) {
      for (Verdict verdict : result.verdicts()) {
        findings
            .add(result.index(), verdict)
            .filter(finding -> !raised.contains(new Departure(finding.rule(), finding.side())))
            .ifPresent(finding -> tell(finding, step));
      }
    }
  }

  /** What a finding is about. */
  private record Departure(String rule, Side side) {}

  private Set<Departure> departures() {
    return findings.findings().stream()
        .map(finding -> new Departure(finding.rule(), finding.side()))
        .collect(Collectors.toSet());
  }

  private void revise(int from, long step) {
    for (int i = from; i < found.size(); i++) {
      RepetitionResult again = judge(i + 1, found.get(i));
      if (!again.equals(results.get(i))) {
        results.set(i, again);
        notices.accept(new Notice.RepetitionRevised(nanos(step), index, again));
      }
    }
  }

  private void raise(RepetitionResult result, long step) {
    for (Verdict verdict : result.verdicts()) {
      findings.add(result.index(), verdict).ifPresent(finding -> tell(finding, step));
    }
  }

  private void tell(Finding finding, long step) {
    notices.accept(new Notice.FindingRaised(nanos(step), index, finding));
  }

  private RepetitionResult judge(int number, Repetition repetition) {
    Measurements measurements = new Measurements();
    List<Side> legs = body.streams().legs();
    double start = GridTrack.seconds(repetition.start());
    double turn = GridTrack.seconds(repetition.turn());
    double end = GridTrack.seconds(repetition.end());
    if (repetition.complete()) {
      boolean standing = context.exercise().position() == Position.STANDING;
      KinematicMeasurement.measure(
          body.worn(repetition.start(), known(repetition)),
          body.streams().ambiguous(),
          repetition,
          standing,
          legs,
          measurements);
      EmgMeasurement.measure(muscles(known(repetition)), repetition, legs, measurements);
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (QualityRule rule : rules) {
      for (Side side : RuleBook.sidesOf(rule.id(), legs)) {
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
        measurements.curves());
  }

  /** Quality is read a moment before the end, which every stream has passed. */
  private static long known(Repetition repetition) {
    return Math.max(repetition.start(), repetition.end() - 5);
  }

  private List<RecordedMuscle> muscles(long step) {
    List<RecordedMuscle> muscles = new ArrayList<>();
    for (EmgStream stream : emg) {
      muscles.addAll(stream.muscles(references::of, step));
    }
    return muscles;
  }

  /** First grid step that this set still needs. */
  long needsFrom(long step) {
    if (found.isEmpty()) {
      return step - 60L * GridTrack.RATE_HZ;
    }
    double longest = context.exercise().counting().maximumSeconds() + 10;
    if (!settled) {
      return found.get(0).start() - GridTrack.RATE_HZ;
    }
    long usual = step - Math.round(longest * GridTrack.RATE_HZ);
    return againFrom < found.size()
        ? Math.min(usual, neededAgain().start() - GridTrack.RATE_HZ)
        : usual;
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
    return detector.progress();
  }

  /** Ends the set at a grid step. */
  SetResult close(long step) {
    detector.stop(step).ifPresent(repetition -> take(repetition, step));
    if (!settled && !completeOnes().isEmpty()) {
      settle(step);
    } else if (againFrom < found.size()) {
      settleAgain(step);
    }
    notices.accept(new Notice.SetEnded(nanos(step), index, results.size()));
    List<Side> legs = body.streams().legs();
    return new SetResult(
        index,
        context.exercise().id(),
        legs.size() == 1 ? legs.get(0).id() : "both",
        loadKg,
        context.baseline().isPresent() ? "own" : "none",
        results,
        findings.findings());
  }

  private static long nanos(long step) {
    return step * GridTrack.STEP_NANOS;
  }

  /** What 100 % of each muscle is: measured beforehand, or learned from the first repetitions. */
  static final class MuscleReferences {
    private final Map<OnMuscle, LevelReference> known = new LinkedHashMap<>();

    MuscleReferences(List<AnalysisContext.Normalisation> measured) {
      for (AnalysisContext.Normalisation one : measured) {
        if (Location.parse(one.location()) instanceof OnMuscle muscle) {
          known.put(muscle, LevelReference.mvic(one.microvolts() * 1e-6));
        }
      }
    }

    LevelReference of(OnMuscle muscle) {
      LevelReference reference = known.get(muscle);
      return reference == null ? LevelReference.none() : reference;
    }

    /** The mean level over lift and hold of the first repetitions is 100 % from now on. */
    void learn(List<RecordedMuscle> muscles, List<Repetition> repetitions) {
      for (RecordedMuscle muscle : muscles) {
        double volts = 0;
        for (Repetition repetition : repetitions) {
          volts += muscle.meanVolts(repetition.start(), repetition.holdEnd()) / repetitions.size();
        }
        if (volts > 0 && Double.isFinite(volts) && !known.containsKey(muscle.location())) {
          known.put(muscle.location(), LevelReference.firstRepetitions(volts));
        }
      }
    }
  }
}
