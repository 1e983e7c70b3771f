package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location.AtJoint;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * A joint and the two segments that meet in it.
 *
 * @param proximal the upper one; the pelvis at the lumbar joint
 * @param distal the other one
 */
public record JointSegments(AtJoint joint, OnSegment proximal, OnSegment distal) {

  private static final List<JointSegments> ALL = all();

  private static List<JointSegments> all() {
    List<JointSegments> all = new ArrayList<>();
    all.add(of(Joint.LUMBAR, Side.MIDLINE, Segment.PELVIS, Segment.TRUNK));
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      all.add(of(Joint.HIP, side, Segment.PELVIS, Segment.THIGH));
      all.add(of(Joint.KNEE, side, Segment.THIGH, Segment.SHANK));
      all.add(of(Joint.ANKLE, side, Segment.SHANK, Segment.FOOT));
    }
    return List.copyOf(all);
  }

  private static JointSegments of(Joint joint, Side side, Segment proximal, Segment distal) {
    return new JointSegments(new AtJoint(joint, side), on(proximal, side), on(distal, side));
  }

  private static OnSegment on(Segment segment, Side side) {
    return new OnSegment(segment, segment.paired() ? side : Side.MIDLINE);
  }

  /** All joints, from the trunk downwards, left before right. */
  public static List<JointSegments> everyJoint() {
    return ALL;
  }
}
