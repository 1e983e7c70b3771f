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
 * All angles of the worn segments, step by step on the common grid: what is said of an instant
 * rests on what was measured up to it and, for the smoothing of poses, {@link #reach} steps
 * further. Segments without calibration, and those whose accelerometer does not know where up is,
 * have none. One thread.
 */
public final class BodyAngles {

  /** Distal of a joint in its proximal one while standing, where it was measured and entered. */
  private final Map<AtJoint, Quaternion> standing;

  private final PoseSmoothing smoothing;
  private final MovementBand band = new MovementBand();
  private final Map<AtJoint, Tracked> tracked = new LinkedHashMap<>();
  private final Map<OnSegment, WornSegment> worn = new LinkedHashMap<>();
  private final Map<OnSegment, Quaternion> poses = new LinkedHashMap<>();
  private final Map<OnSegment, Meaning> meanings = new LinkedHashMap<>();
  private double share;
  private boolean shareKnown;

  private record Tracked(
      JointSegments segments,
      SegmentCalibration proximal,
      SegmentCalibration distal,
      int meanings,
      JointTracker tracker) {}

  /** How often a sensor had been put right, and since which step its numbers mean what they do. */
  private record Meaning(int count, long since) {}

  /**
   * Angles of a body that has not been looked at yet.
   *
   * @param standing joints whose standing pose was entered
   * @param reach most steps on either side over which poses are smoothed; 0: causal, nothing is
   *     smoothed
   */
  public BodyAngles(Map<AtJoint, Quaternion> standing, int reach) {
    this.standing = Map.copyOf(standing);
    smoothing = new PoseSmoothing(reach);
  }

  /** How far behind the last step the angles are. */
  public int reach() {
    return smoothing.most();
  }

  /**
   * Takes the next grid step with the segments as they are known then; the angles are those of the
   * step {@link #reach} before it.
   */
  public void step(long now, List<WornSegment> segments) {
    long at = now - reach();
    share = Double.NaN;
    shareKnown = false;
    worn.clear();
    poses.clear();
    int reach = narrowed(now, segments);
    for (WornSegment segment : segments) {
      if (segment.usable() && !segment.gyroLed() && segment.calibration().isPresent()) {
        worn.put(segment.placement(), segment);
        long since = since(segment, now);
        if (at >= since && segment.track().has(at)) {
          Quaternion sensor = smoothing.at(segment.track(), at, reach, since);
          poses.put(segment.placement(), segment.calibration().orElseThrow().toSegment(sensor));
        }
      }
    }
    JointSegments.everyJoint().forEach(this::follow);
  }

  /** Over how many steps the movement allows to smooth. */
  private int narrowed(long now, List<WornSegment> segments) {
    if (smoothing.most() == 0) {
      return 0;
    }
    band.step();
    for (WornSegment segment : segments) {
      if (segment.usable() && segment.track().has(now)) {
        Quaternion sensor = WornSegment.quaternion(segment.track(), now, 0);
        band.take(segment.placement(), now, Inclination.up(sensor));
      }
    }
    return smoothing.reach(band.cutOffHz());
  }

  /** What was measured before a sensor was put right is not smoothed together with what follows. */
  private long since(WornSegment segment, long now) {
    Meaning known = meanings.get(segment.placement());
    if (known == null || known.count() != segment.meaning()) {
      known = new Meaning(segment.meaning(), known == null ? Long.MIN_VALUE : now);
      meanings.put(segment.placement(), known);
    }
    return known.since();
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
    Quaternion proximalPose = poses.get(segments.proximal());
    Quaternion distalPose = poses.get(segments.distal());
    if (proximalPose != null && distalPose != null) {
      known.tracker().step(new JointErrors.Pose(proximalPose, distalPose));
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

  /**
   * Of the sensor against its bone since standing. What wobbles is largely smoothed away, but it is
   * the only witness of how far the skin has shifted, which is not; so nothing is taken off.
   */
  private double tissueRad(WornSegment segment) {
    double full = segment.errors().tissueRad();
    double share = tissueShare();
    if (!Double.isNaN(share)) {
      return share * full;
    }
    Vector3 stood = segment.calibration().orElseThrow().standingUpInSegment();
    Quaternion pose = poses.get(segment.placement());
    return pose == null
        ? full
        : JointErrors.softTissueRad(Inclination.up(pose).angleToRad(stood), full);
  }

  private double tissueShare() {
    if (!shareKnown) {
      Map<OnSegment, Vector3> stood = new LinkedHashMap<>();
      worn.forEach(
          (placement, segment) ->
              stood.put(placement, segment.calibration().orElseThrow().standingUpInSegment()));
      share = TissueShare.of(poses, stood);
      shareKnown = true;
    }
    return share;
  }

  /** The segments that have an inclination at this step. */
  public List<SegmentReading> segments() {
    List<SegmentReading> readings = new ArrayList<>();
    for (WornSegment segment : worn.values()) {
      Quaternion pose = poses.get(segment.placement());
      if (pose != null) {
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
