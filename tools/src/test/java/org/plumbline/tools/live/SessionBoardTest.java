package org.plumbline.tools.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.protocol.FeedbackSchedule;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Operator;

/** What the window would show after each thing that happens. */
class SessionBoardTest {
  private final SessionBoard board = new SessionBoard();

  private void judged(int index) {
    board.notice(new Notice.RepetitionJudged(0, 1, HandMadeSession.repetition(index)));
  }

  @Test
  void aRevisedRepetitionTakesThePlaceOfTheFirstTelling() {
    board.notice(new Notice.SetStarted(0, 1, "squat"));
    judged(1);
    judged(2);
    judged(3);
    board.notice(new Notice.RepetitionRevised(0, 1, HandMadeSession.repetition(1)));
    assertThat(board.view().repetitions())
        .extracting(RepetitionResult::index)
        .containsExactly(1, 2, 3);
    assertThat(board.view().completed()).isEqualTo(3);
  }

  @Test
  void whatIsStruckOutLeavesTheScreen() {
    board.notice(new Notice.SetStarted(0, 1, "bridge"));
    judged(1);
    board.notice(new Notice.RepetitionsStruck(1, 1, 1));
    assertThat(board.view().repetitions()).isEmpty();
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.RUNNING);
  }

  @Test
  void aNewSetBeginsWithAnEmptyStrip() {
    board.notice(new Notice.SetStarted(0, 1, "squat"));
    judged(1);
    board.notice(new Notice.SetEnded(0, 1, 1));
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.PAUSED);
    board.notice(new Notice.SetStarted(0, 2, "squat"));
    assertThat(board.view().repetitions()).isEmpty();
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.RUNNING);
  }

  @Test
  void aPainStopStaysOnTheScreenWhenTheSetEnds() {
    board.notice(new Notice.SetStarted(0, 1, "squat"));
    board.accept(Operator.of(1, Operator.Action.PAIN_STOP));
    board.notice(new Notice.SetEnded(1, 1, 0));
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.PAIN_STOPPED);
  }

  @Test
  void aViewDoesNotChangeAfterItWasTaken() {
    board.notice(new Notice.SetStarted(0, 1, "squat"));
    judged(1);
    SessionView before = board.view();
    judged(2);
    board.accept(new Ended(9, "done"));
    assertThat(before.repetitions()).hasSize(1);
    assertThat(board.view().version()).isGreaterThan(before.version());
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.ENDED);
  }

  @Test
  void aRepetitionThatIsNotToldIsCountedAndShowsNothingUntilItIsAskedFor() {
    SessionBoard board = new SessionBoard();
    board.notice(new Notice.SetStarted(0, 1, "squat"));
    board.notice(new Notice.RepetitionJudged(0, 1, HandMadeSession.repetition(1), false));
    assertThat(board.view().repetitions()).hasSize(1);
    assertThat(board.view().repetitions().get(0).verdicts()).isEmpty();
    assertThat(board.view().isWithheld()).isTrue();
    board.notice(new Notice.RepetitionRevised(0, 1, HandMadeSession.repetition(1), false));
    assertThat(board.view().isWithheld()).isTrue();
    board.notice(new Notice.FeedbackGiven(0, 1, HandMadeSession.repetition(1)));
    assertThat(board.view().repetitions()).containsExactly(HandMadeSession.repetition(1));
    assertThat(board.view().isWithheld()).isFalse();
  }

  private static Notice.SetStarted planned(FeedbackSchedule.Kind kind, double restSeconds) {
    Protocol.Block block =
        new Protocol.Block(
            "without",
            "Without a band",
            "squat",
            Optional.empty(),
            2,
            8,
            restSeconds,
            FeedbackSchedule.of(kind));
    return new Notice.SetStarted(0, 1, "Squat", Optional.of(new Protocol.Place(block, 1, 1)));
  }

  @Test
  void whatIsKeptBackMayBeAskedForUnlessTheBlockTellsNothing() {
    for (FeedbackSchedule.Kind kind :
        List.of(FeedbackSchedule.Kind.ON_REQUEST, FeedbackSchedule.Kind.NONE)) {
      SessionBoard board = new SessionBoard();
      board.notice(planned(kind, 60));
      RepetitionResult one = HandMadeSession.repetition(1);
      board.notice(new Notice.RepetitionJudged(1, 1, one, false));
      assertThat(board.view().isWithheld()).isEqualTo(kind == FeedbackSchedule.Kind.ON_REQUEST);
      board.accept(new Operator(2, Operator.Action.SETUP, Double.NaN, "hinge"));
      assertThat(board.view().isWithheld()).as("while setting up").isFalse();
    }
  }

  @Test
  void theRestIsDueAfterASetInWhichSomethingWasCounted() {
    SessionBoard board = new SessionBoard();
    board.notice(planned(FeedbackSchedule.Kind.EVERY, 60));
    assertThat(board.view().planned().orElseThrow().block().name()).isEqualTo("Without a band");
    board.notice(new Notice.SetEnded(1, 1, 0));
    assertThat(board.view().rests()).isFalse();
    board.notice(planned(FeedbackSchedule.Kind.EVERY, 60));
    board.notice(new Notice.SetEnded(1, 1, 8));
    assertThat(board.view().rests()).isTrue();
  }
}
