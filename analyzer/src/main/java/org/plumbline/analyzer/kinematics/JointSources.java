package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * What is fixed to the two segments of a joint and uncertain about them: how their sensors sit.
 * Each source is a small turn r of the distal segment against the proximal one, in proximal
 * coordinates, as large as its 90 % half-width; sources are independent of each other.
 *
 * <p>A leg that is swung, or that leans sideways in standing, takes both of its segments along, so
 * what their axes have in common is one source and not two.
 */
final class JointSources {

  /**
   * About x and y of both segments; about x, y and z of the proximal one, and about -x and y of it
   * together by a knee axis that stood for its own; about x, y and z of the distal one.
   */
  static final int COUNT = 9;

  private static final int BOTH = 2;
  private static final int PROXIMAL = 6;

  /**
   * The shank has that axis, too, so headings that were brought together by both do not have it.
   */
  private static final int KNEE = 5;

  private static final Vector3[] AXES = {
    Vector3.X,
    Vector3.Y,
    Vector3.X,
    Vector3.Y,
    Vector3.Z,
    new Vector3(-1, 1, 0),
    Vector3.X,
    Vector3.Y,
    Vector3.Z
  };

  private final double[] halfWidthsRad = new double[COUNT];

  JointSources(SegmentCalibration proximal, SegmentCalibration distal, boolean oneLeg) {
    double frontal = 0;
    double lateral = 0;
    if (swung(proximal) && swung(distal) && oneLeg) {
      frontal = Math.min(proximal.planeErrorRad(), distal.planeErrorRad());
      lateral = frontal;
    } else if (!proximal.origin().isAskedFor() && !distal.origin().isAskedFor()) {
      frontal = Math.max(proximal.frontalErrorRad(), distal.frontalErrorRad());
    }
    halfWidthsRad[0] = frontal;
    halfWidthsRad[1] = lateral;
    double knee = proximal.kneeErrorRad();
    halfWidthsRad[2] = without(without(proximal.frontalErrorRad(), frontal), knee);
    halfWidthsRad[3] = without(without(proximal.lateralErrorRad(), lateral), knee);
    halfWidthsRad[4] = proximal.sagittalErrorRad();
    halfWidthsRad[5] = knee;
    halfWidthsRad[6] = without(distal.frontalErrorRad(), frontal);
    halfWidthsRad[7] = without(distal.lateralErrorRad(), lateral);
    halfWidthsRad[8] = distal.sagittalErrorRad();
  }

  private static boolean swung(SegmentCalibration calibration) {
    return calibration.origin() == SegmentCalibration.Origin.SET_UP;
  }

  private static double without(double all, double common) {
    return Math.sqrt(Math.max(0, all * all - common * common));
  }

  /** 90 % half-width of a source, rad. */
  double halfWidthRad(int source) {
    return halfWidthsRad[source];
  }

  /** The turn by a source at its half-width, in proximal coordinates, rad. */
  Vector3 turn(int source, JointErrors.Pose pose) {
    Vector3 axis = AXES[source].times(halfWidthsRad[source]);
    Quaternion relative = pose.relative();
    if (source < BOTH) {
      return relative.rotate(axis).minus(axis);
    }
    return source < PROXIMAL ? axis.negated() : relative.rotate(axis);
  }

  /**
   * What each source puts into a heading (of the distal segment, rad per half-width) that was
   * measured by bringing the segments into a pose that is known beforehand.
   */
  double[] inKnownPose(JointErrors.Pose pose) {
    Vector3 up = Inclination.up(pose.proximal());
    double[] shares = new double[COUNT];
    for (int s = 0; s < COUNT; s++) {
      shares[s] = s == KNEE ? 0 : -turn(s, pose).dot(up);
    }
    return shares;
  }

  /** The same by bringing the lateral axes into one heading. */
  double[] inParallel(JointErrors.Pose pose) {
    Vector3 up = Inclination.up(pose.proximal());
    double across = Math.max(0.1, 1 - up.z() * up.z());
    double[] shares = new double[COUNT];
    for (int s = 0; s < COUNT; s++) {
      Vector3 turn = turn(s, pose);
      shares[s] = s == KNEE ? 0 : -(turn.dot(up) - up.z() * turn.z()) / across;
    }
    return shares;
  }

  /** The same by taking the joint to be not abducted. */
  double[] inStraight(JointErrors.Pose pose) {
    JointErrors.Gain gain = new JointErrors.Gain(pose.relative());
    double byHeading = gain.of(Inclination.up(pose.proximal())).y();
    double[] shares = new double[COUNT];
    for (int s = 0; s < COUNT && FastMath.abs(byHeading) > 0.1; s++) {
      shares[s] = -gain.of(turn(s, pose)).y() / byHeading;
    }
    return shares;
  }
}
