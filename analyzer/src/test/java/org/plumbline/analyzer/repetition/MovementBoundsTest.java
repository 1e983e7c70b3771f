package org.plumbline.analyzer.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;

/** Bounds by the speed of turning about one axis: half a sine out, half a sine back. */
class MovementBoundsTest {
  private static final int FIRST = 100;
  private static final int HALF = 100;

  private static Optional<Vector3> turn(long step, long recordedFrom) {
    if (step < recordedFrom) {
      return Optional.empty();
    }
    boolean moves = step >= FIRST && step <= FIRST + 2 * HALF;
    double speed = moves ? 0.02 * Math.sin((step - FIRST) * Math.PI / HALF) : 0;
    return Optional.of(new Vector3(0, 0, speed));
  }

  private static Repetition bounded(long recordedFrom) {
    // Counted from and to a sixth of the way, as a detector with a threshold would.
    Repetition counted = new Repetition(FIRST + 30, FIRST + 95, FIRST + 105, 270, 60, true);
    return new MovementBounds(List.of(step -> turn(step, recordedFrom)), 400)
        .of(counted, Long.MIN_VALUE);
  }

  @Test
  void aRepetitionIsAsLongAsItsMovement() {
    Repetition found = bounded(0);
    // Smoothing reaches 5 steps out, and 2 % of the fastest moment is passed after one step.
    assertThat(found.start()).isBetween(FIRST - 6L, FIRST + 1L);
    assertThat(found.end()).isBetween(FIRST + 2 * HALF - 1L, FIRST + 2 * HALF + 6L);
  }

  @Test
  void whatWasUnderWayWhenRecordingBeganBeginsThere() {
    assertThat(bounded(FIRST + 10).start()).isEqualTo(FIRST + 10 - 1);
  }
}
