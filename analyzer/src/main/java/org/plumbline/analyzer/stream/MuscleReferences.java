package org.plumbline.analyzer.stream;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.emg.LevelReference;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.emg.WorkingLevel;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.OnMuscle;

/** What 100 % of each muscle is: measured beforehand, or learned from the first repetitions. */
public final class MuscleReferences {
  private final Map<OnMuscle, LevelReference> known = new LinkedHashMap<>();

  /** Those of them that the first repetitions of a set taught. */
  private final Set<OnMuscle> learned = new HashSet<>();

  private final boolean appliedAnew;

  public MuscleReferences(List<AnalysisContext.Normalisation> measured) {
    appliedAnew = false;
    for (AnalysisContext.Normalisation one : measured) {
      if (Location.parse(one.location()) instanceof OnMuscle muscle) {
        known.put(muscle, reference(one.kind(), one.microvolts() * 1e-6));
      }
    }
  }

  private MuscleReferences() {
    appliedAnew = true;
  }

  /** Of electrodes that were applied during the session: nothing is known of them. */
  public static MuscleReferences ofNewElectrodes() {
    return new MuscleReferences();
  }

  /** Whether electrodes were applied during the session. */
  public boolean appliedAnew() {
    return appliedAnew;
  }

  private static LevelReference reference(AnalysisContext.Normalisation.Kind kind, double volts) {
    return switch (kind) {
      case MVIC -> LevelReference.mvic(volts);
      case SUBMAXIMAL -> LevelReference.submaximal(volts);
      case SESSION -> LevelReference.session(volts);
    };
  }

  public LevelReference of(OnMuscle muscle) {
    LevelReference reference = known.get(muscle);
    return reference == null ? LevelReference.none() : reference;
  }

  /** What were taken for first repetitions were none. */
  public void forgetFirstRepetitions() {
    learned.forEach(known::remove);
    learned.clear();
  }

  /** The mean level over lift and hold of the first repetitions is 100 % from now on. */
  public void learn(
      List<RecordedMuscle> muscles, ToDoubleFunction<OnMuscle> rest, List<Repetition> repetitions) {
    for (RecordedMuscle muscle : muscles) {
      double volts = 0;
      for (Repetition repetition : repetitions) {
        WorkingLevel level =
            WorkingLevel.of(
                muscle,
                repetition.start(),
                repetition.holdEnd(),
                rest.applyAsDouble(muscle.location()));
        volts += level.volts() / repetitions.size();
      }
      boolean usable = muscle.problem().isEmpty() && volts > 0 && Double.isFinite(volts);
      if (usable && !known.containsKey(muscle.location())) {
        known.put(muscle.location(), LevelReference.firstRepetitions(volts));
        learned.add(muscle.location());
      }
    }
  }
}
