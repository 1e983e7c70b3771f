package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** Logs of simulated sessions with inertial sensors alone, and their analysis. */
final class SetUpSession {
  private SetUpSession() {}

  /** Ten repetitions after a guided set-up. */
  static List<SessionEvent> guided(Scenario scenario) {
    return log(scenario.withSetUp(SetUpPlan.swings()));
  }

  /** The log of a scenario, with the rules of its exercise. */
  static List<SessionEvent> log(Scenario scenario) {
    AnalysisContext context =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get(scenario.exercise().id()), List.of(), Optional.empty());
    List<SessionEvent> log =
        new ArrayList<>(new SimulatedBody(scenario.withEmg(Optional.empty())).events());
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "validation"));
    return log;
  }

  static SessionResult analyze(List<SessionEvent> log, Consumer<Notice> notices) {
    SessionAnalyzer analyzer = new SessionAnalyzer(notices);
    log.forEach(analyzer::accept);
    return analyzer.result();
  }
}
