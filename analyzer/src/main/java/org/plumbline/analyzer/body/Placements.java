package org.plumbline.analyzer.body;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.Mounting;
import org.plumbline.analyzer.exercise.BodySetUp.StandingAngle;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.kinematics.JointSegments;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.AtJoint;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How every sensor sits, from the best source there is: a set-up in this session, one that was
 * stored, or the movement itself; with the standing angles that somebody measured worked in.
 */
public final class Placements {

  /** A stored calibration whose sensor stands further off than this is another placement. */
  private static final double SAME_PLACEMENT_RAD = FastMath.toRadians(12);

  private BodySetUp known = BodySetUp.NONE;
  private final Map<OnSegment, SegmentCalibration> found = new LinkedHashMap<>();
  private final Map<OnSegment, SegmentCalibration> dropped = new LinkedHashMap<>();
  private final Map<OnSegment, SegmentCalibration> learned = new LinkedHashMap<>();
  private Map<OnSegment, Vector3> stood = new LinkedHashMap<>();

  /** Stored calibrations that how the person was held has borne out. */
  private final Map<OnSegment, SegmentCalibration> confirmed = new LinkedHashMap<>();

  private Map<OnSegment, SegmentCalibration> unconfirmed = Map.of();
  private Map<OnSegment, SegmentCalibration> used = Map.of();

  /** What the context says; stored calibrations give way to those of this session's set-up. */
  void apply(BodySetUp setUp) {
    known = setUp;
    for (StoredCalibration stored : setUp.calibrations()) {
      if (Location.parse(stored.location()) instanceof OnSegment placement
          && !stored.calibration().equals(dropped.get(placement))) {
        found.putIfAbsent(placement, stored.calibration());
      }
    }
    workIn();
  }

  /** A calibration was made; one of a better origin stays. */
  void put(OnSegment placement, SegmentCalibration calibration) {
    SegmentCalibration before = found.get(placement);
    if (calibration.equals(dropped.get(placement))) {
      return;
    }
    if (before == null
        || calibration.origin().isAskedFor()
        || calibration.origin().compareTo(before.origin()) <= 0) {
      found.put(placement, calibration);
      workIn();
    }
  }

  /** The set-up of this session taught a calibration. */
  void learned(OnSegment placement, SegmentCalibration calibration) {
    learned.put(placement, calibration);
    put(placement, calibration);
  }

  /** "Up" in the sensors while the person stood in the set-up of this session. */
  void stood(Map<OnSegment, Vector3> ups) {
    stood = new LinkedHashMap<>(ups);
  }

  void remove(OnSegment placement) {
    found.remove(placement);
    stood.remove(placement);
    workIn();
  }

  /**
   * A sensor was put right.
   *
   * @return what it had learned and does not hold any more
   */
  Optional<SegmentCalibration> readjusted(OnSegment placement, Readjustment repair) {
    SegmentCalibration before = found.get(placement);
    if (before == null || !repair.invalidates(before.standingUp())) {
      return Optional.empty();
    }
    drop(placement);
    return Optional.of(before);
  }

  /** The calibration that is used, standing angles worked in. */
  Optional<SegmentCalibration> get(OnSegment placement) {
    return Optional.ofNullable(used.get(placement));
  }

  /** Whether a movement made for it, here or before, calibrated the sensor. */
  boolean isSetUp(OnSegment placement) {
    SegmentCalibration one = found.get(placement);
    return one != null && one.origin().isAskedFor();
  }

  /**
   * Stored calibrations that nothing has borne out yet: they may be of other sensors, of another
   * day or of another way to strap them on. What this session's set-up taught is none of them.
   */
  Map<OnSegment, SegmentCalibration> unconfirmed() {
    return unconfirmed;
  }

  /** How the person was held agrees with the calibrations of these sensors. */
  void confirm(Set<OnSegment> placements) {
    placements.forEach(one -> confirmed.put(one, found.get(one)));
    workIn();
  }

  /** How the person was held contradicts the calibrations of these sensors. */
  void reject(Set<OnSegment> placements) {
    placements.forEach(this::drop);
  }

  /** As they were found, before standing angles; to be stored. */
  Map<OnSegment, SegmentCalibration> found() {
    return found;
  }

  /**
   * Where the person's right is in a sensor, if its mounting was described; the shorter the less
   * that says.
   */
  Optional<Vector3> right(OnSegment placement, Vector3 up) {
    return mounting(placement).map(mounting -> mounting.right(up));
  }

  /** The axis whose direction was described; empty if none was. */
  String mountedAxis(OnSegment placement) {
    return mounting(placement).map(Mounting::axis).orElse("");
  }

  private Optional<Mounting> mounting(OnSegment placement) {
    return known.mountings().stream()
        .filter(mounting -> mounting.location().equals(placement.id()))
        .findFirst();
  }

  /**
   * Holds the stored calibrations against a pose. Most must fit and a thigh must show that the
   * person does not sit: then those that fit are confirmed.
   *
   * @param first whether it is the first pose of the session: later somebody may stand on one leg
   * @return the one placement whose calibration no longer fits and was dropped, and how far off it
   *     is, rad
   */
  Map<OnSegment, Double> holdAgainst(Pose standing, boolean first) {
    Map<OnSegment, Double> off = offRad(ups(unconfirmed), standing);
    Map<OnSegment, Double> away = away(off);
    Set<OnSegment> fit = new LinkedHashSet<>(off.keySet());
    fit.removeAll(away.keySet());
    if (2 * fit.size() <= off.size() || !aThighStands(standing)) {
      return Map.of();
    }
    confirm(fit);
    // Somebody who sits has two thighs elsewhere, or one of a leg of two: that is a posture.
    if (!first || away.size() != 1 || off.size() < 3) {
      return Map.of();
    }
    reject(away.keySet());
    return away;
  }

  /**
   * Whether most sensors whose standing pose is known, two at least, are as they were when the
   * person stood. Shanks are upright in somebody who sits, too.
   */
  boolean stands(Pose pose) {
    Map<OnSegment, Double> off = offRad(everyKnownUp(), pose);
    int fit = off.size() - away(off).size();
    return fit >= 2 && 2 * fit > off.size() && aThighStands(pose);
  }

  /** Whether a thigh is as it was when the person stood; true where none is worn. */
  private boolean aThighStands(Pose pose) {
    boolean worn = pose.ups().keySet().stream().anyMatch(Placements::isThigh);
    return !worn
        || offRad(everyKnownUp(), pose).entrySet().stream()
            .anyMatch(one -> isThigh(one.getKey()) && one.getValue() <= SAME_PLACEMENT_RAD);
  }

  private static boolean isThigh(OnSegment placement) {
    return placement.segment() == Segment.THIGH;
  }

  private Map<OnSegment, Vector3> everyKnownUp() {
    Map<OnSegment, Vector3> all = new LinkedHashMap<>(stood);
    all.putAll(ups(found));
    return all;
  }

  private static Map<OnSegment, Vector3> ups(Map<OnSegment, SegmentCalibration> calibrations) {
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    calibrations.forEach((placement, one) -> ups.put(placement, one.standingUp()));
    return ups;
  }

  /**
   * The person stands again: a sensor that alone is elsewhere has slipped on its segment.
   *
   * @return that sensor, whose calibration was dropped, and how far off it is, rad
   */
  Map<OnSegment, Double> dropSlipped(Pose standing) {
    Map<OnSegment, Double> away = away(offRad(everyKnownUp(), standing));
    away.keySet().retainAll(found.keySet());
    if (away.size() != 1) {
      return Map.of();
    }
    away.keySet().forEach(this::drop);
    return away;
  }

  private static Map<OnSegment, Double> offRad(Map<OnSegment, Vector3> known, Pose pose) {
    Map<OnSegment, Double> off = new LinkedHashMap<>();
    known.forEach(
        (placement, stood) ->
            pose.up(placement).ifPresent(up -> off.put(placement, stood.angleToRad(up))));
    return off;
  }

  private static Map<OnSegment, Double> away(Map<OnSegment, Double> offRad) {
    Map<OnSegment, Double> away = new LinkedHashMap<>(offRad);
    away.values().removeIf(rad -> rad <= SAME_PLACEMENT_RAD);
    return away;
  }

  /** The same calibration does not come back with the next context. */
  private void drop(OnSegment placement) {
    SegmentCalibration calibration = found.get(placement);
    if (calibration != null) {
      dropped.put(placement, calibration);
    }
    remove(placement);
  }

  /** Angles of the standing knees: distal in proximal. */
  Map<AtJoint, Quaternion> standing() {
    Map<AtJoint, Quaternion> poses = new LinkedHashMap<>();
    for (StandingAngle angle : known.standing()) {
      if (Location.parse(angle.location()) instanceof AtJoint joint) {
        poses.put(joint, pose(angle, joint.side()));
      }
    }
    return poses;
  }

  private static Quaternion pose(StandingAngle angle, Side side) {
    double mirror = side == Side.LEFT ? -1 : 1;
    Quaternion flexion = Quaternion.about(Vector3.Z, -FastMath.toRadians(angle.flexionDeg()));
    Quaternion abduction =
        Quaternion.about(Vector3.X, -mirror * FastMath.toRadians(angle.abductionDeg()));
    Quaternion rotation =
        Quaternion.about(Vector3.Y, mirror * FastMath.toRadians(angle.internalRotationDeg()));
    return flexion.times(abduction).times(rotation);
  }

  /**
   * A knee that was bent while standing: the thigh leans back by half of it, and the shank is what
   * the measured angles say from there. Both sensors had been taken for upright, with the flexion
   * axis of the knee as their lateral axis.
   */
  private void workIn() {
    Map<OnSegment, SegmentCalibration> doubted = new LinkedHashMap<>();
    for (StoredCalibration one : known.calibrations()) {
      if (Location.parse(one.location()) instanceof OnSegment placement) {
        SegmentCalibration stored = one.calibration();
        if (stored.equals(found.get(placement))
            && !stored.equals(learned.get(placement))
            && !stored.equals(confirmed.get(placement))) {
          doubted.put(placement, stored);
        }
      }
    }
    unconfirmed = doubted;
    Map<OnSegment, SegmentCalibration> result = new LinkedHashMap<>(found);
    Map<AtJoint, Quaternion> standing = standing();
    for (JointSegments joint : JointSegments.everyJoint()) {
      Quaternion pose = standing.get(joint.joint());
      SegmentCalibration thigh = found.get(joint.proximal());
      SegmentCalibration shank = found.get(joint.distal());
      if (pose != null && thigh != null && shank != null) {
        double flexionRad = flexionRad(joint.joint());
        Quaternion back = Quaternion.about(Vector3.Z, flexionRad / 2);
        double error = SegmentCalibration.ENTERED_POSE_RAD;
        result.put(joint.proximal(), thigh.standingTurned(back, error));
        result.put(joint.distal(), shank.standingTurned(back.times(pose), error));
      }
    }
    doubted.keySet().forEach(one -> result.computeIfPresent(one, (at, it) -> it.unconfirmed()));
    used = result;
  }

  private double flexionRad(AtJoint joint) {
    return known.standing().stream()
        .filter(angle -> angle.location().equals(joint.id()))
        .mapToDouble(angle -> FastMath.toRadians(angle.flexionDeg()))
        .findFirst()
        .orElse(0);
  }
}
