package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/**
 * One {@link SetPlan} through the program, without a reference set and with one made of its first
 * repetitions.
 *
 * @param repetitions that there were
 * @param counted that were counted
 * @param exact whether each was counted once and in its place
 * @param samples of the rules of movement, of the repetitions that were counted in their place
 */
record SimulatedSet(int repetitions, int counted, boolean exact, List<RuleSample> samples) {

  static SimulatedSet run(Exercise exercise, long seed) {
    SetPlan plan = new SetPlan(exercise, seed);
    SimulatedBody body = new SimulatedBody(plan.scenario());
    List<SessionEvent> log = body.events();
    Segment counting = ExerciseCatalog.builtIn().get(exercise.id()).counting().segment();
    AnalysisContext plain = context(exercise, plan.side(), Optional.empty());
    SessionResult without = analyze(plain, log);
    Truth truth = body.truth();
    List<RepetitionResult> found = found(without);
    List<RuleSample> samples = new ArrayList<>();
    List<TrueMetrics> real =
        truth.repetitions().stream().map(one -> new TrueMetrics(truth, one, counting)).toList();
    List<MatchedRepetition> matched = MatchedRepetition.of(real, found);
    new SetJudge(exercise, plain, matched).judge(Basis.ABSOLUTE, samples);
    // Only good repetitions make a reference.
    if (MatchedRepetition.areFirst(matched, SetPlan.GOOD)) {
      Optional<Baseline> own = ReferenceSet.of(first(without), "the first repetitions");
      AnalysisContext with = context(exercise, plan.side(), own);
      new SetJudge(exercise, with, MatchedRepetition.of(real, found(analyze(with, log))))
          .judge(Basis.OWN, samples);
    }
    boolean exact = found.size() == real.size() && matched.size() == real.size();
    return new SimulatedSet(real.size(), found.size(), exact, samples);
  }

  /**
   * A set with electrodes through the program, held against the limits for everyone and against a
   * reference made of its first repetitions.
   *
   * @param rows that are asked
   * @param real what really was
   */
  static SimulatedSet ofMuscles(
      AnalysisContext context,
      List<RuleLimits> rows,
      List<SessionEvent> log,
      List<TrueMuscles> real) {
    SessionResult result = analyze(context, log);
    List<RepetitionResult> found = found(result);
    List<MatchedRepetition> matched = MatchedRepetition.of(real, found);
    List<RuleSample> samples = new ArrayList<>();
    new MuscleJudge(context, rows, matched).judge(Basis.ABSOLUTE, samples);
    if (MatchedRepetition.areFirst(matched, SetPlan.GOOD)) {
      Optional<Baseline> own = ReferenceSet.of(first(result), "the first repetitions");
      AnalysisContext with = AnalysisContext.of(context.exercise(), List.of(), own);
      // A reference changes no measurement.
      new MuscleJudge(with, rows, matched).judge(Basis.OWN, samples);
    }
    boolean exact = found.size() == real.size() && matched.size() == real.size();
    return new SimulatedSet(real.size(), found.size(), exact, samples);
  }

  private static AnalysisContext context(Exercise exercise, Side side, Optional<Baseline> own) {
    org.plumbline.analyzer.exercise.Exercise known = ExerciseCatalog.builtIn().get(exercise.id());
    boolean named = known.counting().legs().filter(Legs.NAMED::equals).isPresent();
    return AnalysisContext.of(known, List.of(), own)
        .with(Optional.empty(), named ? Optional.of(side) : Optional.empty(), Optional.empty());
  }

  static SessionResult analyze(AnalysisContext context, List<SessionEvent> log) {
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    analyzer.accept(log.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
    log.subList(1, log.size()).forEach(analyzer::accept);
    return analyzer.result();
  }

  static List<RepetitionResult> found(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.repetitions().stream()).toList();
  }

  /** The same result with the first repetitions only. */
  private static SessionResult first(SessionResult all) {
    SetResult set = all.sets().get(0);
    SetResult good =
        new SetResult(
            set.index(),
            set.exercise(),
            set.side(),
            set.loadKg(),
            set.baseline(),
            set.repetitions().subList(0, SetPlan.GOOD),
            List.of(),
            set.variant(),
            set.place(),
            set.titles());
    return new SessionResult(
        all.subject(),
        all.synthetic(),
        all.interrupted(),
        all.context(),
        all.streams(),
        List.of(good),
        all.coverage(),
        all.notes(),
        all.calibrations());
  }
}
