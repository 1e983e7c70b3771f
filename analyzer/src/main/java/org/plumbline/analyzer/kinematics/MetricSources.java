package org.plumbline.analyzer.kinematics;

import java.util.Locale;
import java.util.Set;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** From which sensors a metric or curve is worked out, by its name. */
public final class MetricSources {
  /** Of the whole body, from the pelvis and whichever thighs are worn. */
  private static final Set<String> BODY_BY_LEGS =
      Set.of(
          "thighBeyondPelvicLean",
          "pelvicLeanOnTheWay",
          "thighBeyondLeanFromStance",
          "pelvicLeanFromStance");

  private MetricSources() {}

  /** Whether a metric or curve of a side reads the sensor on a segment. */
  public static boolean reads(String name, Side side, OnSegment placement) {
    Segment segment = placement.segment();
    if (BODY_BY_LEGS.contains(name)) {
      return segment == Segment.PELVIS || segment == Segment.THIGH;
    }
    if (name.equals("rangeAsymmetry")) {
      return segment == Segment.THIGH || segment == Segment.FOOT;
    }
    if (segment.paired() && placement.side() != side) {
      return false;
    }
    return reads(name, segment);
  }

  private static boolean reads(String name, Segment segment) {
    if (name.startsWith("kneeFppa")) {
      return segment == Segment.PELVIS || isKnee(segment);
    } else if (name.startsWith("knee")) {
      return isKnee(segment);
    } else if (name.startsWith("hip")) {
      return segment == Segment.PELVIS || segment == Segment.THIGH;
    } else if (name.startsWith("lumb")) {
      return segment == Segment.PELVIS || segment == Segment.TRUNK;
    } else if (name.startsWith("pelvic")) {
      return segment == Segment.PELVIS;
    }
    if (name.startsWith("shankInwardTurn")) {
      return isKnee(segment);
    }
    return name.startsWith(segment.name().toLowerCase(Locale.ROOT));
  }

  private static boolean isKnee(Segment segment) {
    return segment == Segment.THIGH || segment == Segment.SHANK;
  }
}
