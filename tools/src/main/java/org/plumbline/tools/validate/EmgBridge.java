package org.plumbline.tools.validate;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.EmgDisturbances;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/**
 * One simulated person bridging with electrodes, analyzed by the whole program. The maxima that the
 * program is told scatter as published ones do.
 */
final class EmgBridge {

  private final Scenario scenario;
  private final List<SessionEvent> events;
  private final Truth truth;

  EmgBridge(long seed, long person, double decibels, List<RepetitionPlan> plans, boolean tiring) {
    Scenario plain = Scenario.bridge(seed).byPerson(person).withRepetitions(plans);
    EmgDisturbances disturbances = EmgDisturbances.none().withSnr(decibels);
    scenario =
        plain.withNoise(
            plain
                .noise()
                .with(
                    tiring
                        ? disturbances.withFatigue(EmgDisturbances.Fatigue.usual())
                        : disturbances));
    SimulatedBody body = new SimulatedBody(scenario);
    events = body.events();
    truth = body.truth();
  }

  Truth truth() {
    return truth;
  }

  List<TrueRepetition> repetitions() {
    return truth.repetitions();
  }

  int channel(Muscle muscle, Side side) {
    return truth.emgChannel(new OnMuscle(muscle, side));
  }

  double share(Muscle muscle, Side side, TrueRepetition repetition) {
    return truth.meanActivityShare(channel(muscle, side), repetition);
  }

  /** Gluteals over hamstrings, each as a share of its maximum. */
  double ratio(Side side, TrueRepetition repetition) {
    return share(Muscle.GLUTEUS_MAXIMUS, side, repetition)
        / share(Muscle.HAMSTRINGS, side, repetition);
  }

  /** The same in volts. */
  double rawRatio(Side side, TrueRepetition repetition) {
    return ratio(side, repetition)
        * truth.mvicVolts(channel(Muscle.GLUTEUS_MAXIMUS, side))
        / truth.mvicVolts(channel(Muscle.HAMSTRINGS, side));
  }

  /** Maxima as a session before would have measured them; the same for the same person. */
  List<Normalisation> maxima() {
    return ToldMaxima.of(
        scenario.person(),
        scenario.emg().orElseThrow().muscles(),
        muscle -> truth.mvicVolts(truth.emgChannel(muscle)));
  }

  /** Repetitions as the program finds them. */
  List<RepetitionResult> analyze(List<Normalisation> maxima, Optional<Baseline> baseline) {
    return result(maxima, baseline).sets().stream()
        .flatMap(set -> set.repetitions().stream())
        .toList();
  }

  /** A reference set of this session. */
  Optional<Baseline> baseline() {
    return ReferenceSet.of(result(List.of(), Optional.empty()), "validation");
  }

  private SessionResult result(List<Normalisation> maxima, Optional<Baseline> baseline) {
    AnalysisContext context =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get(scenario.exercise().id()), maxima, baseline);
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    analyzer.accept(events.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
    events.subList(1, events.size()).forEach(analyzer::accept);
    return analyzer.result();
  }
}
