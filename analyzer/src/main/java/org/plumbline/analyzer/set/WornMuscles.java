package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.MuscleReferences;
import org.plumbline.analyzer.stream.RestLevels;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;

/** The muscles that are recorded, with what 100 % of each is and its level at rest. */
final class WornMuscles {
  private final List<EmgStream> emg;
  private final MuscleReferences references;
  private final RestLevels rest;

  WornMuscles(List<EmgStream> emg, MuscleReferences references, RestLevels rest) {
    this.emg = emg;
    this.references = references;
    this.rest = rest;
  }

  boolean wears(Muscle muscle) {
    return emg.stream()
        .flatMap(stream -> stream.envelopes().stream())
        .anyMatch(one -> one.location().muscle() == muscle);
  }

  /** Muscles with their quality from a step to the end of a repetition. */
  List<RecordedMuscle> of(long from, Repetition last) {
    List<RecordedMuscle> muscles = new ArrayList<>();
    for (EmgStream stream : emg) {
      muscles.addAll(stream.muscles(references::of, from, RepetitionJudge.known(last)));
    }
    return muscles;
  }

  double restVolts(OnMuscle muscle) {
    return rest.volts(muscle);
  }

  /** The mean level of these repetitions is 100 % where nothing else says what is. */
  void learn(CountedRepetitions first) {
    references.learn(of(first.get(0).start(), first.last()), rest::volts, first.completeOnes());
  }

  /** What were taken for first repetitions were none. */
  void forgetFirstRepetitions() {
    references.forgetFirstRepetitions();
  }

  /** Whether electrodes were applied during the session. */
  boolean appliedAnew() {
    return references.appliedAnew();
  }
}
