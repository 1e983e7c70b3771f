package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;

/** One angle over one session: what was measured less the truth, and the error that was stated. */
final class AngleSeries {
  private static final double BAND_95_OVER_90 = 1.96 / 1.645;
  private static final double MINUTE_SECONDS = 60;

  private final Kind kind;
  private final List<Point> points = new ArrayList<>();
  private double standingSum;
  private int standings;
  private double startSum;
  private int starts;
  private double squares;

  /** Which angle. */
  enum Kind {
    KNEE_FLEXION("validate.angles.knee-flexion"),
    KNEE_ABDUCTION("validate.angles.knee-abduction"),
    KNEE_ROTATION("validate.angles.knee-rotation"),
    HIP_FLEXION("validate.angles.hip-flexion"),
    HIP_ABDUCTION("validate.angles.hip-abduction"),
    LUMBOPELVIC_TILT("validate.angles.lumbopelvic-tilt"),
    PELVIC_TILT("validate.angles.pelvic-tilt"),
    PELVIC_OBLIQUITY("validate.angles.pelvic-obliquity");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private record Point(double seconds, double errorDeg, double statedDeg) {}

  AngleSeries(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** An instant of the last quiet second of standing, to which stated errors belong. */
  void standing(double errorDeg) {
    standingSum += errorDeg;
    standings++;
  }

  /** An instant of the last quiet second before the set, in its start position. */
  void start(double errorDeg) {
    startSum += errorDeg;
    starts++;
  }

  /**
   * An instant of the set.
   *
   * @param errorDeg measured less true
   * @param statedDeg 90 % half-width of the change since standing
   */
  void add(double seconds, double errorDeg, double statedDeg) {
    points.add(new Point(seconds, errorDeg, statedDeg));
    squares += errorDeg * errorDeg;
  }

  /** Whether there are offsets to take off and an instant to take them from. */
  boolean isComplete() {
    return standings > 0 && starts > 0 && !points.isEmpty();
  }

  private double sinceStandingDeg(Point point) {
    return Math.abs(point.errorDeg() - standingSum / standings);
  }

  /** RMS of the change since the start position; only when {@link #isComplete}. */
  double rmsDeg() {
    return rmsDeg(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** RMS as it stands. */
  double absoluteDeg() {
    return Math.sqrt(squares / points.size());
  }

  private double rmsDeg(double from, double to) {
    double sum = 0;
    int n = 0;
    for (Point point : points) {
      if (point.seconds() >= from && point.seconds() < to) {
        double error = point.errorDeg() - startSum / starts;
        sum += error * error;
        n++;
      }
    }
    return Math.sqrt(sum / n);
  }

  /** RMS of the last minute less that of the first. */
  double lastOverFirstDeg() {
    double first = points.get(0).seconds();
    double last = points.get(points.size() - 1).seconds();
    return rmsDeg(last - MINUTE_SECONDS, Double.POSITIVE_INFINITY)
        - rmsDeg(first, first + MINUTE_SECONDS);
  }

  /** Share of instants whose change since standing is within the stated one, scaled to 95 %. */
  double within() {
    long n =
        points.stream().filter(p -> sinceStandingDeg(p) <= p.statedDeg() * BAND_95_OVER_90).count();
    return n / (double) points.size();
  }

  /** Median of the stated 95 % half-widths over the 95th percentile of the actual errors. */
  static double statedOverActual(List<AngleSeries> all) {
    double[] stated =
        all.stream()
            .flatMap(one -> one.points.stream())
            .mapToDouble(p -> p.statedDeg() * BAND_95_OVER_90)
            .sorted()
            .toArray();
    double[] actual =
        all.stream()
            .flatMap(one -> one.points.stream().map(one::sinceStandingDeg))
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return stated[stated.length / 2] / actual[(int) (0.95 * actual.length)];
  }
}
