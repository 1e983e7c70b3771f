package org.plumbline.analyzer.kinematics;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * Relative heading of two segments that turn against each other about one common axis, nearly: the
 * mean angle between the horizontal parts of their lateral axes over the last seconds. It takes
 * valgus and rotation for part of the heading in proportion to their mean, so it is used only where
 * nothing better has come for long.
 *
 * <p>Source: the one-dimensional constraint with correction of the weight ("1d_corr") in the
 * orientation reference, section 4.2; there 3.1 deg on a rigid chain, 7.1 on foam.
 */
final class Hinge {
  private static final double WINDOW_SECONDS = 8;

  /** An anchor older than this is worse than the mean of a hinge. */
  private static final double OLD_SECONDS = 15;

  private static final double SIGMA_RAD = FastMath.toRadians(6);

  /** Lateral axes nearer to the vertical than this, on average, say nothing about heading. */
  private static final double LEAST_WEIGHT = 0.4;

  /**
   * How far a resting knee is from being neither knocked nor bowed; engineering choice. Worth the
   * less for the heading, the more upright the shank.
   */
  private static final double STRAIGHT_SIGMA_RAD = FastMath.toRadians(2.5);

  /** A shank more upright than this says nothing about heading by its direction. */
  private static final double LEAST_SINE = 0.4;

  private final boolean hinged;
  private final double keep;
  private double cosine;
  private double sine;
  private double weight;
  private double sinceSeconds = WINDOW_SECONDS;

  Hinge(boolean hinged, double intervalSeconds) {
    this.hinged = hinged;
    this.keep = 1 - intervalSeconds / WINDOW_SECONDS;
  }

  record Estimate(double offsetRad, double sigmaRad) {}

  void forget() {
    cosine = 0;
    sine = 0;
    weight = 0;
  }

  void take(JointErrors.Pose pose) {
    if (!hinged) {
      return;
    }
    Vector3 p = pose.proximal().rotate(Vector3.Z);
    Vector3 d = pose.distal().rotate(Vector3.Z);
    // Both products carry the horizontal lengths as their weight.
    cosine = keep * cosine + (1 - keep) * (d.x() * p.x() + d.y() * p.y());
    sine = keep * sine + (1 - keep) * (d.x() * p.y() - d.y() * p.x());
    weight = keep * weight + (1 - keep);
  }

  /**
   * The offset, when the last anchor is so old that this is better; once in a window, for it is the
   * same evidence until then.
   */
  Optional<Estimate> estimate(double anchorAgeSeconds, double intervalSeconds) {
    sinceSeconds += intervalSeconds;
    boolean full = weight > 0.6;
    if (!hinged || anchorAgeSeconds < OLD_SECONDS || !full || sinceSeconds < WINDOW_SECONDS) {
      return Optional.empty();
    }
    sinceSeconds = 0;
    return FastMath.hypot(cosine, sine) < LEAST_WEIGHT
        ? Optional.empty()
        : Optional.of(new Estimate(FastMath.atan2(sine, cosine), SIGMA_RAD));
  }

  /**
   * The offset with which a resting joint is not abducted, nearest to a known one: the distal long
   * axis at right angles to the proximal lateral one.
   */
  Optional<Estimate> straight(JointErrors.Pose pose, double nearRad) {
    Vector3 z = pose.proximal().rotate(Vector3.Z);
    Vector3 y = pose.distal().rotate(Vector3.Y);
    double across = FastMath.hypot(z.x(), z.y());
    double leaning = FastMath.hypot(y.x(), y.y());
    if (!hinged || leaning < LEAST_SINE || across < LEAST_SINE) {
      return Optional.empty();
    }
    double cosine = -z.z() * y.z() / (across * leaning);
    if (Math.abs(cosine) > LEAST_SINE) {
      return Optional.empty();
    }
    double between = FastMath.atan2(z.y(), z.x()) - FastMath.atan2(y.y(), y.x());
    double open = FastMath.atan2(Math.sqrt(1 - cosine * cosine), cosine);
    double one = JointHeading.wrap(between + open - nearRad);
    double other = JointHeading.wrap(between - open - nearRad);
    double nearest = Math.abs(one) < Math.abs(other) ? one : other;
    return Optional.of(new Estimate(nearRad + nearest, STRAIGHT_SIGMA_RAD / leaning));
  }
}
