package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location.AtJoint;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;

/**
 * A stream with joint angles that were measured directly, as by a goniometer across a knee. They
 * are counted by and not judged: neither zero nor sign of a goniometer is known, and neither
 * matters to an excursion.
 */
public final class AngleStream extends StreamFold {

  /** Two samples further apart are not connected. */
  private static final long LONGEST_HOLE_NANOS = 100_000_000L;

  /** As slow as what is counted by sensors on segments: 0.05 s. */
  private static final double SMOOTHING_SECONDS = 0.05;

  private final List<JointAngle> angles = new ArrayList<>();

  /** One angle and its place in the stream. */
  private static final class JointAngle {
    private final int channel;
    private final AtJoint joint;
    private final double scale;
    private final double offset;
    private final long latencyNanos;
    private final double[] row = {Double.NaN};
    private final GridTrack track = new GridTrack(1, false, LONGEST_HOLE_NANOS);
    private long lastNanos = Long.MIN_VALUE;

    private JointAngle(int channel, Channel described, AtJoint joint) {
      this.channel = channel;
      this.joint = joint;
      scale = described.scale();
      offset = described.offset();
      latencyNanos = described.latencyNanos() + Math.round(SMOOTHING_SECONDS * 1e9);
    }

    private void sample(Samples event, int i) {
      double rad = event.raw(i, channel) * scale + offset;
      if (Double.isNaN(rad)) {
        return;
      }
      long nanos = event.sessionNanos(i);
      boolean begins = lastNanos == Long.MIN_VALUE || nanos - lastNanos > LONGEST_HOLE_NANOS;
      if (begins) {
        track.interrupt();
        row[0] = rad;
      } else {
        // First order: late by its time constant, which is taken off.
        double share = (nanos - lastNanos) / (SMOOTHING_SECONDS * 1e9);
        row[0] += (rad - row[0]) * share / (1 + share);
      }
      lastNanos = nanos;
      track.append(nanos - latencyNanos, row);
    }
  }

  public AngleStream(StreamDescriptor descriptor) {
    super(descriptor);
    for (int c = 0; c < descriptor.channels().size(); c++) {
      Channel channel = descriptor.channels().get(c);
      if (channel.quantity() == Quantity.ANGLE && channel.location() instanceof AtJoint joint) {
        angles.add(new JointAngle(c, channel, joint));
      }
    }
  }

  /** Whether any channel is an angle of a joint. */
  public boolean hasAngles() {
    return !angles.isEmpty();
  }

  /**
   * The side of the joint whose angle tells how a segment moves when its neighbour does not: the
   * knee's for thigh and shank.
   */
  List<Side> sides(Segment segment) {
    List<Side> sides = new ArrayList<>();
    angles.stream().filter(one -> moves(one, segment)).forEach(one -> sides.add(one.joint.side()));
    return sides;
  }

  /**
   * Each angle that stands for a segment, as a direction in the plane of the joint that turns by
   * it; unknown where it is missing.
   */
  List<Vector3> directions(Segment segment, Optional<Side> leg, long step) {
    List<Vector3> directions = new ArrayList<>();
    for (JointAngle one : angles) {
      if (moves(one, segment) && (leg.isEmpty() || leg.get() == one.joint.side())) {
        double rad = one.track.has(step) ? one.track.value(step, 0) : Double.NaN;
        directions.add(
            Double.isNaN(rad)
                ? Vector3.UNKNOWN
                : new Vector3(FastMath.cos(rad), FastMath.sin(rad), 0));
      }
    }
    return directions;
  }

  private static boolean moves(JointAngle one, Segment segment) {
    return one.joint.joint() == Joint.KNEE
        && (segment == Segment.THIGH || segment == Segment.SHANK);
  }

  @Override
  public long gridEnd() {
    long end = Long.MAX_VALUE;
    for (JointAngle one : angles) {
      end = Math.min(end, one.track.end());
    }
    return end;
  }

  @Override
  void sample(Samples event, int i) {
    for (int a = 0; a < angles.size(); a++) {
      angles.get(a).sample(event, i);
    }
  }

  @Override
  void restart() {
    angles.forEach(
        one -> {
          one.lastNanos = Long.MIN_VALUE;
          one.track.interrupt();
        });
  }

  @Override
  public List<Health> health() {
    return List.of();
  }

  @Override
  public void dropBefore(long step) {
    angles.forEach(one -> one.track.dropBefore(step));
  }
}
