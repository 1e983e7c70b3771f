package org.plumbline.analyzer.repetition;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How much higher a sensor is at the turn of a movement than at its start, from its accelerometer:
 * what rises is heavier at first and lighter before it stops. How the sensor sits does not matter.
 *
 * <p>The height is taken to follow from how far the movement has gone, {@code s} (0 at the start, 1
 * at the turn): {@code h = a s + b s2}, so that the specific force along "up" is {@code c + d s + e
 * s2 + a s'' + b (s2)''}, where d and e are the zero error of the accelerometer, which turns with
 * the sensor. Least squares over the movement and what was before and after; the height of the turn
 * is a + b. Nothing is integrated, so nothing drifts. Where a person neither rests nor hurries, as
 * on a sine, s and s'' are the same, and the error is large. Stateless.
 */
public final class TurnHeight {

  /** Both sides are averaged over twice 0.15 s: shorter than any way out, longer than tremor. */
  private static final int LAG = 15;

  private static final double LAG_SECONDS = 0.15;

  /** Values of one average are no independent ones; so many steps count as one. */
  private static final double AVERAGED_STEPS = 2.0 * LAG;

  private static final int COLUMNS = 5;

  /** A second of the movement is the least that five columns can be told apart in. */
  private static final int LEAST_ROWS = 100;

  /** Of a force; what a chip of today makes of noise in 0.15 s. */
  private static final double NOISE_MPS2 = 0.003;

  private TurnHeight() {}

  /**
   * The height of the turn over the start.
   *
   * @param way how far the movement has gone, step by step of 10 ms; NaN where not measured
   * @param alongUpMps2 specific force along "up" at the same steps
   * @return empty where too little was measured
   */
  public static Optional<HeightDifference> estimate(double[] way, double[] alongUpMps2) {
    if (way.length != alongUpMps2.length) {
      throw new IllegalArgumentException(
          way.length + " positions and " + alongUpMps2.length + " forces");
    }
    double[] squared = Arrays.stream(way).map(s -> s * s).toArray();
    double[][] rows = new double[way.length][];
    double[] forces = new double[way.length];
    int known = 0;
    for (int i = LAG; i < way.length - LAG; i++) {
      double force = average(alongUpMps2, i);
      double[] row = {
        1, average(way, i), average(squared, i), bend(way, i), bend(squared, i),
      };
      if (!Double.isNaN(force + row[1] + row[COLUMNS - 1])) {
        rows[known] = row;
        forces[known++] = force;
      }
    }
    return known < LEAST_ROWS
        ? Optional.empty()
        : fit(
            new Array2DRowRealMatrix(Arrays.copyOf(rows, known), false),
            new ArrayRealVector(forces, 0, known));
  }

  private static Optional<HeightDifference> fit(RealMatrix rows, RealVector forces) {
    QRDecomposition split = new QRDecomposition(rows, 1e-9);
    if (!split.getSolver().isNonSingular()) {
      return Optional.empty();
    }
    RealVector found = split.getSolver().solve(forces);
    double rest = rows.operate(found).getDistance(forces);
    double variance = Math.max(NOISE_MPS2 * NOISE_MPS2, rest * rest / rows.getRowDimension());
    RealMatrix r = split.getR().getSubMatrix(0, COLUMNS - 1, 0, COLUMNS - 1);
    RealVector both = new ArrayRealVector(new double[] {0, 0, 0, 1, 1});
    RealVector spread = both.copy();
    MatrixUtils.solveLowerTriangularSystem(r.transpose(), spread);
    double error = Math.sqrt(variance * AVERAGED_STEPS) * spread.getNorm();
    double metres = found.dotProduct(both);
    return error > 0 && Double.isFinite(error) && Double.isFinite(metres)
        ? Optional.of(new HeightDifference(metres, error))
        : Optional.empty();
  }

  /** Triangle over {@value #LAG} steps to either side: what {@link #bend} does to s''. */
  private static double average(double[] values, int at) {
    double sum = 0;
    for (int k = 1 - LAG; k < LAG; k++) {
      sum += (LAG - Math.abs(k)) * values[at + k];
    }
    return sum / (LAG * LAG);
  }

  /** The mean of the second derivative in time over the same triangle, 1/s2. */
  private static double bend(double[] values, int at) {
    return (values[at + LAG] - 2 * values[at] + values[at - LAG]) / (LAG_SECONDS * LAG_SECONDS);
  }
}
