package org.plumbline.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;

/** A made-up sensor that swings slowly and wobbles by a known angle. */
class SkinWobbleTest {
  private static final double RATE_HZ = 100;
  private static final double SWING_HZ = 0.4;
  private static final double WOBBLE_HZ = 4;

  /** Half-width after {@code seconds}: 45 deg to and fro, a wobble of so many degrees RMS. */
  private static double fullDeg(double wobbleDeg, double seconds) {
    SkinWobble skin = new SkinWobble(RATE_HZ);
    for (int i = 0; i < seconds * RATE_HZ; i++) {
      double t = i / RATE_HZ;
      double share = Math.abs(FastMath.sin(Math.PI * SWING_HZ * t));
      double swing = rate(45, SWING_HZ, t);
      double wobble = share * rate(Math.sqrt(2) * wobbleDeg, WOBBLE_HZ, t);
      skin.update(1 / RATE_HZ, wobble, wobble, swing + wobble);
    }
    return FastMath.toDegrees(skin.fullRad());
  }

  /** In full swing from the first sample on. */
  private static double rate(double deg, double hz, double t) {
    double w = 2 * Math.PI * hz;
    return FastMath.toRadians(deg) * w * FastMath.cos(w * t);
  }

  @Test
  void beforeAnythingMovesItIsWhatIsUsual() {
    assertThat(fullDeg(0, 0)).isCloseTo(1.3, within(1e-9));
  }

  @Test
  void aWobbleIsMeasuredThoughTheSegmentSwings() {
    // Shift is taken to be as large as the wobble: 1.645 root 2 deviations.
    assertThat(fullDeg(1.4, 300)).isCloseTo(1.645 * Math.sqrt(2) * 1.4, within(0.5));
  }

  @Test
  void aSwingAloneIsNoWobble() {
    assertThat(fullDeg(0, 300)).isLessThan(0.4);
  }

  @Test
  void aKnockIsNoWobble() {
    SkinWobble skin = new SkinWobble(RATE_HZ);
    for (int i = 0; i < 60 * RATE_HZ; i++) {
      double t = i / RATE_HZ;
      // 20 deg to one side and back within a tenth of a second, once.
      double knock = t >= 30 && t < 30.1 ? rate(20, 10, t) : 0;
      skin.update(1 / RATE_HZ, knock, 0, rate(45, SWING_HZ, t));
    }
    assertThat(FastMath.toDegrees(skin.fullRad())).isLessThan(0.8);
  }
}
