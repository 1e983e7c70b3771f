package org.plumbline.analyzer.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridTrackTest {
  private static final long MS = 1_000_000L;

  @Test
  void aLineIsInterpolatedExactly() {
    GridTrack track = new GridTrack(1, false, 100 * MS);
    for (long ms = 3; ms < 200; ms += 7) {
      track.append(ms * MS, new double[] {2.0 * ms});
    }
    assertThat(track.has(0)).isFalse();
    for (long step = 1; step < track.end(); step++) {
      assertThat(track.value(step, 0)).isCloseTo(20.0 * step, within(1e-9));
    }
    assertThat(track.end()).isEqualTo(20);
  }

  @Test
  void aHoleIsMissingAndNotALine() {
    GridTrack track = new GridTrack(1, false, 100 * MS);
    track.append(0, new double[] {1});
    track.append(50 * MS, new double[] {1});
    track.append(250 * MS, new double[] {1});
    assertThat(track.has(5)).isTrue();
    assertThat(track.has(6)).isFalse();
    assertThat(track.has(24)).isFalse();
    assertThat(track.has(25)).isTrue();
  }

  @Test
  void whatWasInterruptedIsNotConnected() {
    GridTrack track = new GridTrack(1, false, 100 * MS);
    track.append(0, new double[] {1});
    track.interrupt();
    track.append(40 * MS, new double[] {2});
    assertThat(track.has(2)).isFalse();
    assertThat(track.value(4, 0)).isEqualTo(2);
  }

  /** Half way between turns of 0 and 8 deg is a turn of 4 deg, whatever sign the second has. */
  @Test
  void quaternionsAreBlendedTheShortWayRound() {
    double half = Math.toRadians(4);
    for (int sign : new int[] {1, -1}) {
      GridTrack track = new GridTrack(4, true, 100 * MS);
      track.append(0, new double[] {1, 0, 0, 0});
      track.append(20 * MS, new double[] {sign * Math.cos(half), sign * Math.sin(half), 0, 0});
      double norm = Math.hypot(track.value(1, 0), track.value(1, 1));
      assertThat(norm).isCloseTo(1, within(1e-12));
      assertThat(Math.toDegrees(2 * Math.atan2(track.value(1, 1), track.value(1, 0))))
          .isCloseTo(4, within(1e-9));
    }
  }

  @Test
  void droppingOldRowsKeepsTheRest() {
    GridTrack track = new GridTrack(1, false, 100 * MS);
    for (long ms = 0; ms <= 1000; ms += 10) {
      track.append(ms * MS, new double[] {ms});
    }
    track.dropBefore(80);
    assertThat(track.has(79)).isFalse();
    assertThat(track.value(80, 0)).isEqualTo(800);
    assertThat(track.end()).isEqualTo(101);
  }

  @Test
  void timeThatGoesBackIsIgnored() {
    GridTrack track = new GridTrack(1, false, 100 * MS);
    track.append(10 * MS, new double[] {1});
    track.append(20 * MS, new double[] {1});
    track.append(15 * MS, new double[] {99});
    track.append(30 * MS, new double[] {1});
    assertThat(track.value(2, 0)).isEqualTo(1);
    assertThat(track.value(3, 0)).isEqualTo(1);
  }
}
