package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/**
 * Whether another exercise than the one that was named is noticed: sets of the right exercise must
 * not be refused, and of wrong ones it is shown how many repetitions are refused and how many are
 * still judged by some rule of movement.
 */
public final class GuardSuite implements ValidationSuite {
  /** Other than those of the tests, and of all that the limits were chosen on. */
  private static final int FIRST_SEED = 7201;

  private static final List<NoiseLevel> LEVELS =
      List.of(NoiseLevel.none(), NoiseLevel.nominal(), NoiseLevel.hard());

  /** Done; that none of the others is refused is seen in their simulated sets. */
  private static final List<Exercise> EXERCISES =
      List.of(
          Exercise.SQUAT,
          Exercise.BRIDGE,
          Exercise.SINGLE_LEG_SQUAT,
          Exercise.MARCHING_BRIDGE,
          Exercise.SIT_TO_STAND);

  /** Named instead of what is done. */
  private static final List<String> NAMED =
      List.of(
          "squat",
          "bridge",
          "marching-bridge",
          "single-leg-squat",
          "sit-to-stand",
          "hip-hinge",
          "lunge",
          "clamshell",
          "leg-lift-straight",
          "leg-lift-prone");

  private final int seeds;

  /**
   * So many people for each exercise and kind of session.
   *
   * @param seeds consecutive ones
   */
  GuardSuite(int seeds) {
    this.seeds = seeds;
  }

  /** As many as the published figures have: 150 right sets. */
  GuardSuite() {
    this(5);
  }

  /** Repetitions counted, refused, and answered by a rule. */
  private record Tally(int counted, int refused, int answered) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(counted + other.counted, refused + other.refused, answered + other.answered);
    }

    static Tally of(SessionResult result) {
      Tally all = NONE;
      for (SessionResult.SetResult set : result.sets()) {
        for (RepetitionResult repetition : set.repetitions()) {
          boolean refused = repetition.verdicts().stream().anyMatch(GuardSuite::isRefusal);
          boolean answered =
              repetition.verdicts().stream()
                  .anyMatch(verdict -> verdict.outcome() != Outcome.NOT_ASSESSABLE);
          all = all.plus(new Tally(1, refused ? 1 : 0, answered ? 1 : 0));
        }
      }
      return all;
    }
  }

  private static boolean isRefusal(Verdict verdict) {
    return verdict instanceof Verdict.NotAssessable none
        && none.reason().code().equals("other-exercise");
  }

  @Override
  public String id() {
    return "guard";
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (Workers workers = new Workers()) {
      rightOnes(workers, inputs, figures);
      for (boolean setUp : new boolean[] {true, false}) {
        for (Exercise done : EXERCISES) {
          inputs.progress().accept(done.id());
          wrongOnes(workers, done, setUp, figures);
        }
      }
    }
    Optional<Path> squat6 = inputs.folder(Squat6.FOLDER);
    if (squat6.isPresent()) {
      real(Squat6.in(squat6.get()), inputs, figures);
    }
    return figures;
  }

  private void rightOnes(Workers workers, Inputs inputs, List<Figure> figures) throws IOException {
    List<Callable<Tally>> work = new ArrayList<>();
    for (Exercise exercise : EXERCISES) {
      for (NoiseLevel level : LEVELS) {
        for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
          Scenario scenario = Scenario.of(exercise, seed).withNoise(level);
          work.add(() -> analyze(scenario, exercise.id()));
          work.add(() -> analyze(scenario.withSetUp(SetUpPlan.swings()), exercise.id()));
        }
      }
    }
    inputs.progress().accept(Texts.get("validate.guard.progress"));
    List<Tally> tallies = workers.inOrder("right exercises", work);
    long falsely = tallies.stream().filter(tally -> tally.refused() > 0).count();
    figures.add(info("validate.guard.right", tallies.size(), "sets"));
    figures.add(
        Figure.atMost(
            0,
            Texts.get("validate.guard.false"),
            falsely,
            "sets",
            Origin.SYNTHETIC,
            Texts.get("validate.source.guard")));
  }

  private void wrongOnes(Workers workers, Exercise done, boolean setUp, List<Figure> figures)
      throws IOException {
    for (String named : NAMED) {
      if (named.equals(done.id())) {
        continue;
      }
      List<Callable<Tally>> work = new ArrayList<>();
      for (int seed = FIRST_SEED; seed < FIRST_SEED + Math.min(2, seeds); seed++) {
        Scenario plain = Scenario.of(done, seed);
        Scenario scenario = setUp ? plain.withSetUp(SetUpPlan.swings()) : plain;
        work.add(() -> analyze(scenario, named));
      }
      Tally tally =
          workers.inOrder(done.id() + " as " + named, work).stream()
              .reduce(Tally.NONE, Tally::plus);
      figures.add(
          Figure.info(
              Texts.get(
                  "validate.guard.pair",
                  done.id(),
                  named,
                  Texts.get(setUp ? "validate.guard.set-up" : "validate.guard.plain")),
              tally.counted() == 0 ? 0 : 100.0 * tally.answered() / tally.counted(),
              "%",
              Origin.SYNTHETIC,
              Texts.get("validate.source.guard-pair", tally.refused(), tally.counted())));
    }
  }

  private static void real(Squat6 data, Inputs inputs, List<Figure> figures) throws IOException {
    int sets = 0;
    int refused = 0;
    for (Path file : data.files()) {
      inputs.progress().accept(String.valueOf(file.getFileName()));
      Optional<Squat6.HandSet> hand = data.hand(file);
      if (hand.isPresent()) {
        sets++;
        refused += Tally.of(Squat6.evaluate(file, hand.get()).result()).refused() > 0 ? 1 : 0;
      }
    }
    figures.add(
        Figure.atMost(
            0,
            Texts.get("validate.guard.real", sets),
            refused,
            "sets",
            Origin.MEASURED,
            Texts.get("validate.source.squat6")));
  }

  private static Figure info(String words, double value, String unit) {
    return Figure.info(
        Texts.get(words), value, unit, Origin.SYNTHETIC, Texts.get("validate.source.guard"));
  }

  private static Tally analyze(Scenario scenario, String named) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(named), List.of(), Optional.empty())
            .with(Optional.empty(), side(named), Optional.empty());
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    boolean begun = false;
    for (SessionEvent event : new SimulatedBody(scenario.withEmg(Optional.empty())).events()) {
      analyzer.accept(event);
      if (!begun) {
        analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
        begun = true;
      }
    }
    return Tally.of(analyzer.result());
  }

  /** The operator names a leg where the exercise asks for one. */
  private static Optional<Side> side(String named) {
    return named.startsWith("single-leg") ? Optional.of(Side.RIGHT) : Optional.empty();
  }
}
