package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Started;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/** Synthetic sessions and their analysis. */
public final class Sessions {
  private Sessions() {}

  /** Repetitions 1, 2 and 8 good, the others with the fault; a valgus on the right. */
  public static Scenario withFault(Scenario scenario, Fault fault) {
    List<RepetitionPlan> plans = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      boolean good = number <= 2 || number == 8;
      RepetitionPlan faulty = RepetitionPlan.with(fault);
      plans.add(
          good
              ? RepetitionPlan.good()
              : fault == Fault.KNEE_VALGUS ? faulty.onSide(Side.RIGHT) : faulty);
    }
    return scenario.withRepetitions(plans);
  }

  /** The log with a context behind its first event. */
  public static List<SessionEvent> log(Scenario scenario) {
    return withContext(scenario, new SimulatedBody(scenario).events(), Optional.empty());
  }

  public static List<SessionEvent> withContext(
      Scenario scenario, List<SessionEvent> events, Optional<Baseline> baseline) {
    Truth truth = new SimulatedBody(scenario).truth();
    List<Normalisation> mvic = new ArrayList<>();
    if (scenario.emg().isPresent()) {
      for (Muscle muscle : new Muscle[] {Muscle.GLUTEUS_MAXIMUS, Muscle.HAMSTRINGS}) {
        for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
          OnMuscle place = new OnMuscle(muscle, side);
          double microvolts = truth.mvicVolts(truth.emgChannel(place)) * 1e6;
          mvic.add(new Normalisation(place.id(), Normalisation.Kind.MVIC, microvolts));
        }
      }
    }
    List<SessionEvent> log = new ArrayList<>(events);
    log.add(1, context(scenario.exercise().id(), mvic, baseline));
    return log;
  }

  public static ContextApplied context(
      String exercise, List<Normalisation> mvic, Optional<Baseline> baseline) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), mvic, baseline);
    return ContextApplied.of(0, ContextJson.write(context), "test");
  }

  public static SessionResult analyze(List<? extends SessionEvent> log) {
    return analyze(log, new ArrayList<>());
  }

  public static SessionResult analyze(List<? extends SessionEvent> log, List<Notice> notices) {
    SessionAnalyzer analyzer = new SessionAnalyzer(notices::add);
    log.forEach(analyzer::accept);
    return analyzer.result();
  }

  public static SessionEvent started() {
    return new Started("T1", 0, 0, "test", "test");
  }
}
