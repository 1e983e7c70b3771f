package org.plumbline.analyzer.health;

/**
 * Factor of the gyroscope on a segment that turns about a pivot above or below its sensor.
 *
 * <p>A swinging leg is a pendulum: the acceleration of its own turning nearly cancels what gravity
 * shows of it, and a good gyroscope looks twice too large. With the pivot at a height {@code h}
 * over the sensor, {@code da/dt = k (a x w + h |a| (u x w''))}, to first order; {@code k} and
 * {@code k h} are found by least squares. In a swing of one frequency both say the same: then
 * nothing is said. One thread, no allocation.
 */
final class PivotFit {
  /** Share of the turning that must not be explainable by the height of the pivot. */
  private static final double APART = 0.1;

  private double pp;
  private double pq;
  private double qq;
  private double py;
  private double qy;
  private double yy;

  void clear() {
    scale(0);
  }

  /** Older evidence counts for less. */
  void scale(double by) {
    pp *= by;
    pq *= by;
    qq *= by;
    py *= by;
    qy *= by;
    yy *= by;
  }

  /**
   * One axis at one moment.
   *
   * @param turned what the gyroscope says that gravity changes by
   * @param swung the same from the acceleration of the turning, for a pivot one metre above over g
   * @param changed how the accelerometer changed
   */
  void add(double weight, double turned, double swung, double changed) {
    pp += weight * turned * turned;
    pq += weight * turned * swung;
    qq += weight * swung * swung;
    py += weight * turned * changed;
    qy += weight * swung * changed;
    yy += weight * changed * changed;
  }

  /** Whether turning and swinging can be told apart. */
  boolean isClear() {
    return pp * qq - pq * pq > APART * pp * qq;
  }

  /** What the gyroscope is to be multiplied by. */
  double factor() {
    return (py * qq - qy * pq) / (pp * qq - pq * pq);
  }

  /** Share of the changes that stays unexplained. */
  double unexplained() {
    double determinant = pp * qq - pq * pq;
    double k = (py * qq - qy * pq) / determinant;
    double kh = (qy * pp - py * pq) / determinant;
    return 1 - (k * py + kh * qy) / yy;
  }
}
