package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** A reference set that was done otherwise does not decide, and the verdict says so. */
class LapsedReferenceTest {
  private static final Scenario SCENARIO = Scenario.squat(61).withEmg(Optional.empty());
  private static final List<SessionEvent> LOG = new SimulatedBody(SCENARIO).events();

  private static SessionResult analyze(
      Optional<String> variant, Optional<Baseline> own, SessionEvent... more) {
    return analyze(LOG, variant, own, more);
  }

  private static SessionResult analyze(
      List<SessionEvent> events,
      Optional<String> variant,
      Optional<Baseline> own,
      SessionEvent... more) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), own)
            .with(variant, Optional.empty(), Optional.empty());
    List<SessionEvent> log = new ArrayList<>(events);
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    for (SessionEvent event : more) {
      log.add(2, event);
    }
    return Sessions.analyze(log);
  }

  private static List<Verdict> verdicts(SessionResult result, String rule) {
    return result.sets().get(0).repetitions().stream()
        .map(RepetitionResult::verdicts)
        .flatMap(List::stream)
        .filter(verdict -> verdict.rule().equals(rule))
        .toList();
  }

  @Test
  void theSameVariantIsHeldAgainstTheReferenceAndAnotherOneIsNot() {
    Optional<Baseline> own = ReferenceSet.of(analyze(Optional.empty(), Optional.empty()), "then");
    SessionResult same = analyze(Optional.of("body-weight"), own);
    assertThat(same.sets().get(0).baseline()).isEqualTo("own");
    assertThat(verdicts(same, "forward-lean"))
        .isNotEmpty()
        .allMatch(verdict -> ((Verdict.Assessed) verdict).basis() == Basis.OWN);
    assertThat(same.notes()).isEmpty();

    SessionResult banded = analyze(Optional.of("banded"), own);
    SetResult set = banded.sets().get(0);
    assertThat(set.variant()).isEqualTo("banded");
    assertThat(set.baseline()).isEqualTo("lapsed");
    assertThat(banded.notes()).hasSize(1).allMatch(note -> note.contains("body-weight"));
    assertThat(verdicts(banded, "butt-wink"))
        .isNotEmpty()
        .allMatch(verdict -> ((Verdict.Assessed) verdict).basis() == Basis.ABSOLUTE)
        .allMatch(verdict -> ((Verdict.Assessed) verdict).source().contains("does not hold"));
    // The lean of the trunk has no limit for everyone.
    assertThat(verdicts(banded, "forward-lean"))
        .isNotEmpty()
        .allMatch(
            verdict ->
                verdict instanceof Verdict.NotAssessable none
                    && none.reason().code().equals("reference-lapsed"));
  }

  @Test
  void aLoadThatIsEnteredEndsTheReferenceWithoutOne() {
    Optional<Baseline> own = ReferenceSet.of(analyze(Optional.empty(), Optional.empty()), "then");
    SessionResult loaded =
        analyze(Optional.empty(), own, new Operator(0, Operator.Action.LOAD, 20, ""));
    assertThat(loaded.sets().get(0).baseline()).isEqualTo("lapsed");
    assertThat(loaded.notes()).anyMatch(note -> note.contains("20.0 kg"));
    Optional<Baseline> ownLoaded =
        ReferenceSet.of(
            analyze(
                Optional.empty(), Optional.empty(), new Operator(0, Operator.Action.LOAD, 20, "")),
            "then");
    assertThat(
            analyze(Optional.empty(), ownLoaded, new Operator(0, Operator.Action.LOAD, 20, ""))
                .sets()
                .get(0)
                .baseline())
        .isEqualTo("own");
  }

  @Test
  void whoMissesTheReferenceStillSaysThatItRestsOnAnAccelerometerAlone() {
    List<SessionEvent> log = OtherSensors.without(LOG, stream -> true, Quantity.ANGULAR_RATE);
    SessionResult plain = analyze(log, Optional.empty(), Optional.empty());
    SessionResult banded = analyze(log, Optional.of("banded"), ReferenceSet.of(plain, "then"));
    assertThat(verdicts(banded, "butt-wink"))
        .isNotEmpty()
        .allSatisfy(
            verdict -> {
              Verdict.Assessed assessed = (Verdict.Assessed) verdict;
              assertThat(assessed.source()).contains("does not hold");
              assertThat(assessed.caveat()).isEqualTo(Caveat.ACCELEROMETER_ALONE);
            });
  }
}
