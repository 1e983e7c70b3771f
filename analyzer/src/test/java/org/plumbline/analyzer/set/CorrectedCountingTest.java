package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.Correction.Kind;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Fate;
import org.plumbline.device.log.Side;

/** Which repetition a correction finds, and that it waits for no more than it must. */
class CorrectedCountingTest {
  private static final double LONGEST_SECONDS = 10;

  private final HandCorrections corrections = new HandCorrections();
  private final List<Repetition> judged = new ArrayList<>();
  private final CorrectedCounting counting =
      new CorrectedCounting(1, corrections, new PhasesByHand(new Triangle()), 0, LONGEST_SECONDS);

  /** Up for 1 s after a start, then down. */
  private static final class Triangle implements RepetitionCounter {
    @Override
    public void step(long step, Consumer<Repetition> counted) {}

    @Override
    public Optional<Repetition> stop(long step) {
      return Optional.empty();
    }

    @Override
    public double progress() {
      return 0;
    }

    @Override
    public List<Side> legs() {
      return List.of();
    }

    @Override
    public List<Side> working(Repetition repetition, Measurements measurements) {
      return List.of();
    }

    @Override
    public double reach(long start, long step) {
      return 100 - Math.abs(step - start - 100);
    }

    @Override
    public double holdShare() {
      return 0.9;
    }
  }

  private static Correction correction(
      Kind kind, double from, double to, Optional<Double> start, Optional<Double> end) {
    boolean add = kind == Kind.ADD;
    return new Correction(
        kind,
        add ? Optional.empty() : Optional.of(from),
        add ? Optional.empty() : Optional.of(to),
        add ? Optional.of(from) : start,
        add ? Optional.of(to) : end,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "p1",
        "2026-03-01T10:15:00Z",
        "a test");
  }

  private static Repetition repetition(double start, double end) {
    long from = HandCorrections.step(start);
    long to = HandCorrections.step(end);
    return new Repetition(from, (from + to) / 2, (from + to) / 2, to, 50, true);
  }

  private void offerAt(double seconds, Repetition repetition) {
    counting.offer(repetition);
    releaseAt(seconds);
  }

  private void releaseAt(double seconds) {
    counting.release(
        HandCorrections.step(seconds), (repetition, entries) -> judged.add(repetition));
  }

  private Fate fate() {
    return corrections.results().get(0).fate();
  }

  @Test
  void withoutCorrectionsARepetitionPassesAtOnce() {
    offerAt(3.2, repetition(1, 3));
    assertThat(judged).hasSize(1);
  }

  @Test
  void theRepetitionThatOverlapsMostIsMeantEvenWhenItComesSecond() {
    corrections.add(correction(Kind.REJECT, 2.5, 5, Optional.empty(), Optional.empty()), 0);
    offerAt(3.2, repetition(1, 3));
    assertThat(judged).isEmpty();
    offerAt(5.2, repetition(3, 5));
    assertThat(judged).isEmpty();
    offerAt(7.2, repetition(5, 7));
    assertThat(judged).containsExactly(repetition(1, 3), repetition(5, 7));
    assertThat(fate()).isEqualTo(Fate.APPLIED);
  }

  @Test
  void waitingEndsWhenNoRepetitionCanComeAnyMore() {
    corrections.add(correction(Kind.BOUNDS, 1, 3, Optional.of(0.9), Optional.of(3.4)), 0);
    offerAt(3.2, repetition(1, 3));
    releaseAt(3 + LONGEST_SECONDS);
    assertThat(judged).isEmpty();
    releaseAt(3 + LONGEST_SECONDS + 1.1);
    assertThat(judged.get(0).start()).isEqualTo(90);
    assertThat(judged.get(0).end()).isEqualTo(340);
    // What was not corrected stays: the hold lies within the new bounds.
    assertThat(judged.get(0).holdStart()).isEqualTo(200);
  }

  @Test
  void aHoldOutsideOfTheNewBoundsIsLookedForAnew() {
    corrections.add(correction(Kind.BOUNDS, 1, 5, Optional.of(1.0), Optional.of(2.9)), 0);
    offerAt(5.2, repetition(1, 5));
    counting.close(600, (repetition, entries) -> judged.add(repetition));
    // The triangle reaches 90 % of its height 0.9 to 1.1 s after the start.
    assertThat(judged.get(0).holdStart()).isEqualTo(190);
    assertThat(judged.get(0).holdEnd()).isEqualTo(210);
  }

  @Test
  void aMissedOneComesInItsPlace() {
    corrections.add(correction(Kind.ADD, 3.5, 5.5, Optional.empty(), Optional.empty()), 0);
    offerAt(3.2, repetition(1, 3));
    offerAt(8.2, repetition(6, 8));
    assertThat(judged).extracting(Repetition::start).containsExactly(100L, 350L, 600L);
    assertThat(fate()).isEqualTo(Fate.APPLIED);
  }

  @Test
  void oneThatIsThereIsNotAddedAgain() {
    corrections.add(correction(Kind.ADD, 1.2, 3, Optional.empty(), Optional.empty()), 0);
    offerAt(3.2, repetition(1, 3));
    offerAt(8.2, repetition(6, 8));
    assertThat(judged).hasSize(2);
    assertThat(fate()).isEqualTo(Fate.ALREADY_THERE);
  }

  @Test
  void newBoundsDoNotTakeInTheNeighbour() {
    corrections.add(correction(Kind.BOUNDS, 1, 3, Optional.of(1.0), Optional.of(7.5)), 0);
    offerAt(3.2, repetition(1, 3));
    offerAt(8.2, repetition(6, 8));
    counting.close(900, (repetition, entries) -> judged.add(repetition));
    assertThat(fate()).isEqualTo(Fate.COVERS_ANOTHER);
    assertThat(judged).extracting(Repetition::end).containsExactly(300L, 800L);
  }

  @Test
  void aNeighbourThatIsRejectedMayBeTakenIn() {
    corrections.add(correction(Kind.BOUNDS, 1, 3, Optional.of(1.0), Optional.of(7.5)), 0);
    corrections.add(correction(Kind.REJECT, 6, 8, Optional.empty(), Optional.empty()), 0);
    offerAt(3.2, repetition(1, 3));
    offerAt(8.2, repetition(6, 8));
    counting.close(900, (repetition, entries) -> judged.add(repetition));
    assertThat(judged).extracting(Repetition::end).containsExactly(750L);
  }

  @Test
  void aCorrectionOfThePastIsTooLate() {
    corrections.add(correction(Kind.REJECT, 1, 3, Optional.empty(), Optional.empty()), 200);
    offerAt(3.2, repetition(1, 3));
    assertThat(judged).hasSize(1);
    assertThat(fate()).isEqualTo(Fate.TOO_LATE);
  }

  @Test
  void theLaterOfTwoHolds() {
    corrections.add(correction(Kind.REJECT, 1, 3, Optional.empty(), Optional.empty()), 0);
    corrections.add(correction(Kind.BOUNDS, 1, 3, Optional.of(1.1), Optional.of(3.0)), 0);
    offerAt(3.2, repetition(1, 3));
    offerAt(8.2, repetition(6, 8));
    assertThat(judged).extracting(Repetition::start).containsExactly(110L, 600L);
    assertThat(fate()).isEqualTo(Fate.REPLACED);
  }
}
