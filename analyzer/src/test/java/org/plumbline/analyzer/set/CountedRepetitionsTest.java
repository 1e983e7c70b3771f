package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;

class CountedRepetitionsTest {
  private static final Reason WHY = new Reason("other-exercise", "upright");

  private final CountedRepetitions counted = new CountedRepetitions();

  private Repetition add(long start, boolean byHand) {
    Repetition one = new Repetition(start, start + 40, start + 50, start + 100, 30, true);
    counted.add(one, byHand, Optional.empty());
    return one;
  }

  @Test
  void whatIsNoneAmongOthersIsRefusedOnceAndTeachesNothing() {
    Repetition first = add(0, false);
    Repetition second = add(200, false);
    Repetition byHand = add(400, true);
    assertThat(counted.isOnly(List.of(first))).isFalse();
    assertThat(counted.refuse(List.of(first), WHY)).containsExactly(0);
    assertThat(counted.refuse(List.of(first), WHY)).isEmpty();
    assertThat(counted.refusal(0)).contains(WHY);
    assertThat(counted.completeOnes()).containsExactly(second);
    assertThat(counted.last()).isEqualTo(byHand);
  }

  @Test
  void allOfItIsNone() {
    Repetition first = add(0, false);
    Repetition second = add(200, false);
    assertThat(counted.isOnly(List.of(second, first))).isTrue();
    counted.clear();
    assertThat(counted.isEmpty()).isTrue();
    assertThat(counted.isOnly(List.of(first))).isFalse();
  }
}
