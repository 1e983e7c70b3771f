package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrappingCounterTest {

  @Property
  void stepsBelowHalfATurnEitherWayAreFollowed(
      @ForAll @IntRange(min = 1, max = 63) int bits, @ForAll long[] steps) {
    WrappingCounter counter = new WrappingCounter(bits);
    long mask = (1L << bits) - 1;
    long half = 1L << (bits - 1);
    long truth = counter.next(0);
    for (long step : steps) {
      long next = truth + Math.floorMod(step, 2 * half) - half;
      if (Math.abs(next) > Long.MAX_VALUE / 4) {
        return;
      }
      truth = next;
      assertThat(counter.next(truth & mask)).isEqualTo(truth);
    }
  }

  @Test
  void theMicrosecondClockWrapsAfter71Minutes() {
    WrappingCounter micros = new WrappingCounter(32);
    assertThat(micros.next(0xFFFF_FF00L)).isEqualTo(0xFFFF_FF00L);
    assertThat(micros.next(0x100)).isEqualTo(0x1_0000_0100L);
    assertThat(micros.next(0xFFFF_FFFFL)).isEqualTo(0xFFFF_FFFFL);
    micros.reset();
    assertThat(micros.next(7)).isEqualTo(7);
  }

  @Test
  void aValueWiderThanTheCounterIsRefused() {
    assertThatThrownBy(() -> new WrappingCounter(8).next(256)).hasMessageContaining("8 bits");
    assertThatThrownBy(() -> new WrappingCounter(64)).hasMessageContaining("64 bits");
  }
}
