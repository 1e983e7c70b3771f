package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The worn segments during one repetition, ready to be measured, or why they are not. */
final class Body {

  /**
   * Short gaps have been filled before; what is still missing broke the heading, so that nothing
   * frontal can be read after it.
   */
  private static final double LEAST_COVERAGE = 1;

  private final List<WornSegment> worn;
  private final Set<OnSegment> ambiguous;
  private final Repetition repetition;
  private final boolean standing;
  private final Map<OnSegment, Posed> posed = new HashMap<>();
  private final Map<List<OnSegment>, List<Optional<JointAngles>>> angles = new HashMap<>();

  Body(List<WornSegment> worn, Set<OnSegment> ambiguous, Repetition repetition, boolean standing) {
    this.worn = worn;
    this.ambiguous = ambiguous;
    this.repetition = repetition;
    this.standing = standing;
  }

  /** A segment and its poses. */
  record Posed(WornSegment segment, SegmentPoses poses) {
    Caveat caveat() {
      return segment.caveat();
    }
  }

  /** All segments asked for, or the reason why not. */
  record Found(List<Posed> segments, Optional<Reason> reason) {
    Posed get(int i) {
      return segments.get(i);
    }
  }

  static OnSegment placement(Segment segment, Side side) {
    return new OnSegment(segment, segment.paired() ? side : Side.MIDLINE);
  }

  /** Angles of a joint at every step of the repetition, worked out once for all who ask. */
  List<Optional<JointAngles>> angles(Posed proximal, Posed distal) {
    return angles.computeIfAbsent(
        List.of(proximal.segment().placement(), distal.segment().placement()),
        key -> {
          List<Optional<JointAngles>> all = new ArrayList<>();
          for (long step = repetition.start(); step <= repetition.end(); step++) {
            all.add(
                proximal.poses().has(step) && distal.poses().has(step)
                    ? Optional.of(
                        JointAngles.between(proximal.poses().at(step), distal.poses().at(step)))
                    : Optional.empty());
          }
          return all;
        });
  }

  Found find(OnSegment... placements) {
    for (OnSegment placement : placements) {
      if (placements.length > 1
          && find(placement).filter(WornSegment::inclinationOnly).isPresent()) {
        return not("inclination-only", placement.id());
      }
    }
    List<String> missing = new ArrayList<>();
    List<Posed> found = new ArrayList<>();
    for (OnSegment placement : placements) {
      Optional<WornSegment> segment = find(placement);
      if (ambiguous.contains(placement)) {
        return not("duplicate-placement", placement.id());
      }
      if (segment.isEmpty()) {
        missing.add(placement.id());
      } else if (segment.get().why().isPresent()) {
        return new Found(List.of(), segment.get().why());
      } else if (!segment.get().usable()) {
        return not("sensor-unusable", placement.id());
      } else if (segment.get().calibration().isEmpty()) {
        return not("uncalibrated", placement.id());
      } else {
        found.add(posed.computeIfAbsent(placement, key -> pose(segment.get())));
      }
    }
    if (!missing.isEmpty()) {
      return not("missing-placement", String.join(", ", missing));
    }
    for (Posed posed : found) {
      if (posed.poses().coverage() < LEAST_COVERAGE) {
        return not("lost-samples", posed.segment().placement().id());
      }
    }
    if (found.size() > 1 && found.stream().anyMatch(this::isOnItsSide)) {
      return not("side-lying", "");
    }
    return new Found(found, Optional.empty());
  }

  /** An accelerometer alone tells nothing of turns about the vertical. */
  static Reason noGyroscope(OnSegment placement) {
    return new Reason("inclination-only", Texts.get("reason.inclination-only", placement.id()));
  }

  /**
   * Headings are aligned by the lateral axes, which show none when they point up: lying on the
   * side, nothing tells how two segments are turned against each other about the vertical.
   */
  private boolean isOnItsSide(Posed posed) {
    return Inclination.isOnItsSide(posed.poses().at(repetition.start()));
  }

  private static Found not(String code, String what) {
    return new Found(List.of(), Optional.of(new Reason(code, Texts.get("reason." + code, what))));
  }

  private Optional<WornSegment> find(OnSegment placement) {
    return worn.stream().filter(one -> one.placement().equals(placement)).findFirst();
  }

  private Posed pose(WornSegment segment) {
    boolean byGyro = segment.gyroLed() && standing && !segment.inclinationOnly();
    SegmentPoses poses =
        byGyro
            ? SegmentPoses.gyroLed(
                segment.track(),
                segment.calibration().orElseThrow(),
                repetition.start(),
                repetition.end())
            : SegmentPoses.filtered(
                segment.track(),
                segment.calibration().orElseThrow(),
                repetition.start(),
                repetition.end());
    return new Posed(segment, poses);
  }
}
