package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location.AtJoint;
import org.plumbline.device.log.Location.OnSegment;

/**
 * All angles of the worn segments, step by step on the common grid and causal: what is said of an
 * instant rests on what was measured up to it. Segments without calibration, and those whose
 * accelerometer does not know where up is, have none. One thread.
 */
public final class BodyAngles {

  /** Distal of a joint in its proximal one while standing, where it was measured and entered. */
  private final Map<AtJoint, Quaternion> standing;

  private final Map<AtJoint, Tracked> tracked = new LinkedHashMap<>();
  private final Map<OnSegment, WornSegment> worn = new LinkedHashMap<>();
  private long step;
  private double share;
  private boolean shareKnown;

  private record Tracked(
      JointSegments segments,
      SegmentCalibration proximal,
      SegmentCalibration distal,
      int meanings,
      JointTracker tracker) {}

  public BodyAngles(Map<AtJoint, Quaternion> standing) {
    this.standing = Map.copyOf(standing);
  }

  /** Takes the next grid step with the segments as they are known then. */
  public void step(long at, List<WornSegment> segments) {
    step = at;
    share = Double.NaN;
    shareKnown = false;
    worn.clear();
    for (WornSegment segment : segments) {
      if (segment.usable() && !segment.gyroLed() && segment.calibration().isPresent()) {
        worn.put(segment.placement(), segment);
      }
    }
    JointSegments.everyJoint().forEach(this::follow);
  }

  private void follow(JointSegments segments) {
    AtJoint joint = segments.joint();
    WornSegment proximal = worn.get(segments.proximal());
    WornSegment distal = worn.get(segments.distal());
    if (proximal == null || distal == null) {
      tracked.remove(joint);
      return;
    }
    SegmentCalibration p = proximal.calibration().orElseThrow();
    SegmentCalibration d = distal.calibration().orElseThrow();
    int meanings = proximal.meaning() + distal.meaning();
    Tracked known = tracked.get(joint);
    if (known == null || !known.proximal().equals(p) || !known.distal().equals(d)) {
      known = new Tracked(segments, p, d, meanings, tracker(joint, p, d));
      tracked.put(joint, known);
    } else if (known.meanings() != meanings) {
      // A sensor that was put right begins with another heading, if no step is missing between.
      known.tracker().lose();
      known = new Tracked(segments, p, d, meanings, known.tracker());
      tracked.put(joint, known);
    }
    if (proximal.track().has(step) && distal.track().has(step)) {
      known.tracker().step(new JointErrors.Pose(pose(proximal), pose(distal)));
    } else {
      known.tracker().lose();
    }
  }

  private JointTracker tracker(
      AtJoint joint, SegmentCalibration proximal, SegmentCalibration distal) {
    return new JointTracker(
        JointHeading.Parameters.defaults(),
        proximal,
        distal,
        standing.getOrDefault(joint, Quaternion.IDENTITY),
        joint.joint() == Joint.KNEE,
        1.0 / GridTrack.RATE_HZ);
  }

  private Quaternion pose(WornSegment segment) {
    Quaternion sensor = WornSegment.quaternion(segment.track(), step, 0);
    return segment.calibration().orElseThrow().toSegment(sensor);
  }

  /** The joints that have angles at this step. */
  public List<JointReading> joints() {
    List<JointReading> readings = new ArrayList<>();
    for (Tracked known : tracked.values()) {
      known.tracker().pose().map(pose -> reading(known, pose)).ifPresent(readings::add);
    }
    return readings;
  }

  private JointReading reading(Tracked known, JointErrors.Pose pose) {
    JointHeading heading = known.tracker().heading();
    JointTracker tracker = known.tracker();
    JointErrors errors =
        new JointErrors(
            new JointErrors.Sources(
                tracker.sources(),
                JointErrors.Shares.of(heading.shares()),
                tracker.inReference(),
                0,
                AngleError.HALF_WIDTH_90 * heading.apartFromRad(JointSources.COUNT),
                errors(known.segments().proximal()),
                errors(known.segments().distal())));
    return new JointReading(
        known.segments().joint(),
        JointAngles.between(pose.proximal(), pose.distal()),
        errors.absolute(pose),
        errors.change(known.tracker().reference(), pose),
        heading.sigmaRad(),
        heading.ageSeconds());
  }

  private JointErrors.Segment errors(OnSegment placement) {
    WornSegment segment = worn.get(placement);
    if (segment == null) {
      return new JointErrors.Segment(Math.PI / 2, 0, 0);
    }
    SensorErrors errors = segment.errors();
    return new JointErrors.Segment(errors.filterRad(), errors.forceRad(), tissueRad(segment));
  }

  /** Of the sensor against its bone since standing. */
  private double tissueRad(WornSegment segment) {
    double full = segment.errors().tissueRad();
    double share = tissueShare();
    if (!Double.isNaN(share)) {
      return share * full;
    }
    Vector3 stood = segment.calibration().orElseThrow().standingUpInSegment();
    return JointErrors.softTissueRad(Inclination.up(pose(segment)).angleToRad(stood), full);
  }

  private double tissueShare() {
    if (!shareKnown) {
      Map<OnSegment, Quaternion> poses = new LinkedHashMap<>();
      Map<OnSegment, Vector3> stood = new LinkedHashMap<>();
      worn.forEach(
          (placement, segment) -> {
            if (segment.track().has(step)) {
              poses.put(placement, pose(segment));
              stood.put(placement, segment.calibration().orElseThrow().standingUpInSegment());
            }
          });
      share = TissueShare.of(poses, stood);
      shareKnown = true;
    }
    return share;
  }

  /** The segments that have an inclination at this step. */
  public List<SegmentReading> segments() {
    List<SegmentReading> readings = new ArrayList<>();
    for (WornSegment segment : worn.values()) {
      if (segment.track().has(step)) {
        Quaternion pose = pose(segment);
        readings.add(
            new SegmentReading(
                segment.placement(),
                Inclination.anteriorTiltDeg(pose),
                Inclination.obliquityDeg(pose),
                AngleError.absoluteTiltDeg(segment),
                AngleError.tiltChangeDeg(segment, pose, tissueRad(segment)),
                AngleError.obliquityChangeDeg(segment, pose, tissueRad(segment))));
      }
    }
    return readings;
  }
}
