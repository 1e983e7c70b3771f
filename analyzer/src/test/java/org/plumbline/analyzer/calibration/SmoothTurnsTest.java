package org.plumbline.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;

/** Sines of known frequency; the mean over n samples is a Dirichlet kernel. */
class SmoothTurnsTest {
  private static final double RATE_HZ = 100;

  private static List<Vector3> sine(double hz, Vector3 axis) {
    List<Vector3> turns = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      turns.add(axis.times(Math.sin(2 * Math.PI * hz * i / RATE_HZ)));
    }
    return turns;
  }

  private static double left(double hz) {
    return SmoothTurns.of(sine(hz, Vector3.Z), RATE_HZ).subList(100, 900).stream()
        .mapToDouble(turn -> Math.abs(turn.z()))
        .max()
        .orElseThrow();
  }

  private static double dirichlet(double hz) {
    double half = Math.PI * hz / RATE_HZ;
    double mean = Math.sin(31 * half) / (31 * Math.sin(half));
    return mean * mean;
  }

  @Test
  void movementStaysAndShakingGoes() {
    for (double hz : new double[] {0.5, 2, 4}) {
      assertThat(left(hz)).as("%s Hz", hz).isCloseTo(dirichlet(hz), within(0.01));
    }
    assertThat(left(0.5)).isGreaterThan(0.9);
    assertThat(left(4)).isLessThan(0.06);
  }

  @Test
  void asManyComeOutAsWentInAndASteadyTurnIsKept() {
    List<Vector3> steady = List.of(Vector3.X, Vector3.X, Vector3.X);
    assertThat(SmoothTurns.of(steady, RATE_HZ))
        .allSatisfy(turn -> assertThat(turn.minus(Vector3.X).norm()).isLessThan(1e-12))
        .hasSize(3);
    assertThat(SmoothTurns.of(List.of(), RATE_HZ)).isEmpty();
  }
}
