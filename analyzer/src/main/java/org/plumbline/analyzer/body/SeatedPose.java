package org.plumbline.analyzer.body;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.body.SetUp.Moment;
import org.plumbline.analyzer.calibration.SharedKneeAxis.LegPose;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * The calmest stretch of a step in which both sensors of a leg show somebody who sits: a seated leg
 * is supported, and calm enough long before the whole body is still.
 */
final class SeatedPose {
  private static final int LENGTH_STEPS = (int) (1.5 * GridTrack.RATE_HZ);
  private static final int BETWEEN_STEPS = GridTrack.RATE_HZ / 4;

  /** Fewer samples than this share of a stretch say little about it. */
  private static final double LEAST_SHARE = 0.7;

  /**
   * A segment that turns on by 12 deg in the stretch scatters as much about its middle; loose skin
   * less.
   */
  private static final double MOST_SCATTER_RAD = FastMath.toRadians(3.5);

  /** A thigh that turned less than this since standing is not that of somebody who sits. */
  private static final double LEAST_SITTING_RAD = FastMath.toRadians(50);

  private SeatedPose() {}

  /**
   * Both lists in order of time.
   *
   * @param stood "up" in the thigh sensor while the person stood
   */
  static Optional<LegPose> calmest(List<Moment> thigh, List<Moment> shank, Vector3 stood) {
    Optional<LegPose> best = Optional.empty();
    double least = MOST_SCATTER_RAD;
    if (thigh.isEmpty()) {
      return best;
    }
    long end = thigh.get(thigh.size() - 1).at() - LENGTH_STEPS;
    for (long from = thigh.get(0).at(); from <= end; from += BETWEEN_STEPS) {
      Stretch ofThigh = Stretch.of(thigh, from);
      Stretch ofShank = Stretch.of(shank, from);
      double scatter = Math.max(ofThigh.scatterRad, ofShank.scatterRad);
      if (scatter < least && ofThigh.up.angleToRad(stood) > LEAST_SITTING_RAD) {
        least = scatter;
        best = Optional.of(new LegPose(ofThigh.up, ofShank.up));
      }
    }
    return best;
  }

  /**
   * Of one sensor.
   *
   * @param scatterRad root mean square about the mean
   */
  private record Stretch(Vector3 up, double scatterRad) {
    static Stretch of(List<Moment> moments, long from) {
      Vector3 sum = new Vector3(0, 0, 0);
      int n = 0;
      for (Moment moment : moments) {
        if (moment.at() >= from && moment.at() < from + LENGTH_STEPS) {
          sum = sum.plus(moment.up());
          n++;
        }
      }
      if (n < LEAST_SHARE * LENGTH_STEPS) {
        return new Stretch(Vector3.UNKNOWN, Double.POSITIVE_INFINITY);
      }
      // Of unit vectors: 1 - |mean|^2 is the mean square of the distance to their mean.
      double length = sum.norm() / n;
      return new Stretch(sum.normalized(), Math.sqrt(Math.max(0, 1 - length * length)));
    }
  }
}
