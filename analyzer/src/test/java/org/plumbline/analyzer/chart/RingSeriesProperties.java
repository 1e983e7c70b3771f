package org.plumbline.analyzer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RingSeriesProperties {

  @Property
  void holdsTheLastSamplesInOrder(
      @ForAll @IntRange(min = 2, max = 40) int capacity,
      @ForAll @IntRange(min = 0, max = 200) int pushed) {
    RingSeries ring = new RingSeries(capacity, "a", "b");
    for (int i = 0; i < pushed; i++) {
      ring.push(i * 0.5, new double[] {i, -i});
    }
    int kept = Math.min(capacity, pushed);
    assertThat(ring.getItemCount(0)).isEqualTo(kept);
    for (int item = 0; item < kept; item++) {
      int sample = pushed - kept + item;
      assertThat(ring.getXValue(0, item)).isEqualTo(sample * 0.5);
      assertThat(ring.getYValue(0, item)).isEqualTo(sample);
      assertThat(ring.getYValue(1, item)).isEqualTo(-sample);
    }
  }

  @Property(tries = 20)
  void refusesTimeThatRunsBackAndAWrongNumberOfValues(
      @ForAll @IntRange(min = 2, max = 10) int capacity) {
    RingSeries ring = new RingSeries(capacity, "a");
    ring.push(2, new double[] {1});
    assertThatThrownBy(() -> ring.push(1.9, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.9 s after one at 2.0 s");
    assertThatThrownBy(() -> ring.push(3, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values for 1 channels");
  }
}
