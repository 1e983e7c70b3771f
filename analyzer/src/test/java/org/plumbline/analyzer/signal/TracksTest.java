package org.plumbline.analyzer.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TracksTest {

  /** A tone has half the square of its amplitude; the other bins are at right angles to it. */
  @Test
  void aToneBankReadsThePowerOfItsToneAndNothingOfOthers() {
    ToneBank bank = new ToneBank(500, 50, 60);
    for (int i = 0; i < 500; i++) {
      bank.update(3 * Math.sin(2 * Math.PI * 50 * i / 500 + 0.4));
    }
    assertThat(bank.meanSquare(0)).isCloseTo(4.5, within(1e-9));
    assertThat(bank.meanSquare(1)).isCloseTo(0, within(1e-9));
  }

  @Test
  void aSignalTrackKeepsWhatWasNotDropped() {
    SignalTrack track = new SignalTrack(2);
    for (int i = 0; i < 5000; i++) {
      track.append(i * 1_000_000L, new double[] {i, -i});
      if (i % 100 == 0) {
        track.dropBefore((i - 300) * 1_000_000L);
      }
    }
    int at = track.indexAt(4_700_500_000L);
    assertThat(track.value(at, 0)).isEqualTo(4701);
    assertThat(track.value(at, 1)).isEqualTo(-4701);
    assertThat(track.nanos(at)).isEqualTo(4_701_000_000L);
    assertThat(track.indexAt(0)).isZero();
    assertThat(track.value(0, 0)).isEqualTo(4600);
    assertThat(track.indexAt(Long.MAX_VALUE)).isEqualTo(track.size());
  }

  @Test
  void aBlockTrackFindsTheBlocksThatEndInAStretch() {
    BlockTrack track = new BlockTrack(1);
    for (int i = 1; i <= 1000; i++) {
      track.append(i * 100L, new double[] {i});
    }
    assertThat(track.value(track.firstAfter(500), 0)).isEqualTo(6);
    assertThat(track.value(track.firstAfter(599), 0)).isEqualTo(6);
    track.dropBefore(90_000);
    assertThat(track.value(0, 0)).isEqualTo(900);
    assertThat(track.firstAfter(100_000)).isEqualTo(track.size());
  }
}
