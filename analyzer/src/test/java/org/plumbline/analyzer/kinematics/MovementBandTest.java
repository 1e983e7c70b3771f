package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The frequency of movements that are known. */
class MovementBandTest {
  private static final OnSegment THIGH = new OnSegment(Segment.THIGH, Side.LEFT);
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);

  @Test
  void tenTimesTheFrequencyOfASwing() {
    for (double hz : new double[] {0.25, 0.5, 1}) {
      MovementBand band = new MovementBand();
      follow(band, 30, THIGH, swing(hz, 40));
      // "Up" moves a little less far at the ends of a wide swing than its angle.
      assertThat(band.cutOffHz()).isCloseTo(10 * hz, within(2 * hz));
    }
  }

  @Test
  void theSegmentThatMovesMostTells() {
    MovementBand band = new MovementBand();
    DoubleUnaryOperator thigh = swing(0.25, 40);
    DoubleUnaryOperator pelvis = swing(4, 0.6);
    for (int step = 0; step < 3000; step++) {
      band.step();
      band.take(THIGH, step, up(thigh, step));
      band.take(PELVIS, step, up(pelvis, step));
    }
    assertThat(band.cutOffHz()).isCloseTo(2.5, within(0.5));
  }

  @Test
  void nothingIsKnownOfStillness() {
    MovementBand band = new MovementBand();
    follow(band, 10, THIGH, seconds -> 0.3);
    assertThat(band.cutOffHz()).isInfinite();
  }

  @Test
  void fasterMovementIsNoticedWithinItsFirstSeconds() {
    MovementBand band = new MovementBand();
    DoubleUnaryOperator slow = swing(0.25, 40);
    DoubleUnaryOperator fast = swing(1, 40);
    follow(band, 35, THIGH, s -> s < 30 ? slow.applyAsDouble(s) : fast.applyAsDouble(s));
    assertThat(band.cutOffHz()).isGreaterThan(6);
  }

  private static void follow(
      MovementBand band, int seconds, OnSegment placement, DoubleUnaryOperator angleRad) {
    for (int step = 0; step < seconds * 100; step++) {
      band.step();
      band.take(placement, step, up(angleRad, step));
    }
  }

  private static Vector3 up(DoubleUnaryOperator angleRad, int step) {
    double angle = angleRad.applyAsDouble(step / 100.0);
    return new Vector3(StrictMath.sin(angle), StrictMath.cos(angle), 0);
  }

  private static DoubleUnaryOperator swing(double hz, double deg) {
    return seconds -> Math.toRadians(deg) * StrictMath.sin(2 * Math.PI * hz * seconds);
  }
}
