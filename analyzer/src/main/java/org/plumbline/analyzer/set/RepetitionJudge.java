package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.analyzer.emg.EmgMeasurement;
import org.plumbline.analyzer.emg.IsolationMeasurement;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Working;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SessionResult.EmgScore;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/** What a repetition of a set is found to be by all that is known when it is asked. One thread. */
final class RepetitionJudge {
  private final CountedRepetitions found;
  private final RepetitionCounter counter;
  private final MovementFigures movement;
  private final WornMuscles worn;
  private final SetTiring tiring;
  private final List<QualityRule> rules;

  /** Whether one side is to work alone. */
  private final boolean isolation;

  RepetitionJudge(
      Exercise exercise,
      CountedRepetitions found,
      RepetitionCounter counter,
      MovementFigures movement,
      WornMuscles worn,
      SetTiring tiring,
      List<QualityRule> rules) {
    this.found = found;
    this.counter = counter;
    this.movement = movement;
    this.worn = worn;
    this.tiring = tiring;
    this.rules = rules;
    isolation =
        exercise.counting().muscle().filter(one -> one.working() != Working.BOTH).isPresent();
  }

  /** Quality is read a moment before the end, which every stream has passed. */
  static long known(Repetition repetition) {
    return Math.max(repetition.start(), repetition.end() - 5);
  }

  /** Measures and judges the repetition with this number, from 1. */
  RepetitionResult judge(int number, Repetition repetition) {
    Measurements measurements = new Measurements();
    List<Side> legs = counter.legs();
    double start = GridTrack.seconds(repetition.start());
    double turn = GridTrack.seconds(repetition.turn());
    double end = GridTrack.seconds(repetition.end());
    List<RecordedMuscle> muscles =
        repetition.complete() ? worn.of(repetition.start(), repetition) : List.of();
    if (repetition.complete()) {
      movement.angles(repetition, known(repetition), legs, measurements);
      EmgMeasurement.measure(
          muscles, worn::restVolts, repetition, endBefore(number), legs, measurements);
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
    if (repetition.complete() && isolation) {
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

  /** Last step of the repetition before the one with this number. */
  private OptionalLong endBefore(int number) {
    return number < 2 ? OptionalLong.empty() : OptionalLong.of(found.get(number - 2).end());
  }
}
