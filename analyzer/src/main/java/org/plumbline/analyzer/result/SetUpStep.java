package org.plumbline.analyzer.result;

import java.util.Collection;
import java.util.Optional;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The movements of the set-up; {@link #id} stands in the note of the operator's event. */
public enum SetUpStep {
  /** Stand still and upright for 3 s. */
  STAND("stand", Side.MIDLINE, 0),
  /** Swing the straight leg forward and back, further forward. */
  SWING_LEFT("swing-left", Side.LEFT, 1),
  SWING_RIGHT("swing-right", Side.RIGHT, 1),
  /** Sitting, straighten the knee. */
  EXTEND_LEFT("extend-left", Side.LEFT, 1),
  EXTEND_RIGHT("extend-right", Side.RIGHT, 1),
  /** Bow from the hips with a straight back. */
  HINGE("hinge", Side.MIDLINE, -1),
  /** Lift the left leg forward, to tell left from right. */
  LIFT_LEFT("lift-left", Side.LEFT, 0),
  /** Lie down and lie still. */
  LIE("lie", Side.MIDLINE, 0),
  /** Between two movements: nothing is learned, and nothing is an exercise. */
  REST("rest", Side.MIDLINE, 0),
  /** Sit down, lower legs upright, and sit still for 3 s; shows the thighs, with extensions. */
  SIT("sit", Side.MIDLINE, 0),
  /** The set-up is over. */
  END("end", Side.MIDLINE, 0);

  private final String id;
  private final Side side;
  private final int direction;

  SetUpStep(String id, Side side, int direction) {
    this.id = id;
    this.side = side;
    this.direction = direction;
  }

  /** The step with this id. */
  public static Optional<SetUpStep> parse(String id) {
    for (SetUpStep step : values()) {
      if (step.id.equals(id)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /** For logs and programs. */
  public String id() {
    return id;
  }

  /** Whether a person who wears these sensors has a reason to do this step. */
  public boolean serves(Collection<OnSegment> worn) {
    return switch (this) {
      case STAND -> !worn.isEmpty();
      case LIFT_LEFT ->
          worn.contains(new OnSegment(Segment.THIGH, Side.LEFT))
              && worn.contains(new OnSegment(Segment.THIGH, Side.RIGHT));
      case SIT -> hasKnee(worn, Side.LEFT) || hasKnee(worn, Side.RIGHT);
      default -> worn.stream().anyMatch(one -> moves(one) && worn.contains(leader(one)));
    };
  }

  private static boolean hasKnee(Collection<OnSegment> worn, Side side) {
    return worn.contains(new OnSegment(Segment.THIGH, side))
        && worn.contains(new OnSegment(Segment.SHANK, side));
  }

  /** The leg that is asked for; the middle where it is none. */
  public Side side() {
    return side;
  }

  /** The leg that carries the body while the other one is lifted; the middle where both do. */
  public Side stance() {
    return switch (this) {
      case SWING_LEFT, LIFT_LEFT -> Side.RIGHT;
      case SWING_RIGHT -> Side.LEFT;
      default -> Side.MIDLINE;
    };
  }

  /** Sign of the large first half of the movement about the lateral axis (z to the right). */
  public int direction() {
    return direction;
  }

  /** Whether the pose itself is what is asked for. */
  public boolean isPose() {
    return this == STAND;
  }

  /** Whether the person sits from its beginning or comes to. */
  public boolean isSeated() {
    return this == SIT || this == EXTEND_LEFT || this == EXTEND_RIGHT;
  }

  /**
   * The segment whose furthest excursion is known to be forward: a thigh cannot go back as far. A
   * shank can, so in a swing it follows the thigh.
   */
  public OnSegment leader(OnSegment placement) {
    return this == SWING_LEFT || this == SWING_RIGHT
        ? new OnSegment(Segment.THIGH, side)
        : placement;
  }

  /** Whether the step moves a segment in order to learn its lateral axis. */
  public boolean moves(OnSegment placement) {
    return direction != 0
        && moves(placement.segment())
        && (placement.side() == side || placement.side() == Side.MIDLINE);
  }

  /** Whether the step tells by this sensor which leg is lifted. */
  public boolean lifts(OnSegment placement) {
    return this == LIFT_LEFT && placement.segment() == Segment.THIGH;
  }

  /** Whether the step turns this segment of the leg that is asked for. */
  public boolean turns(Segment segment) {
    return this == LIFT_LEFT ? segment == Segment.THIGH : moves(segment);
  }

  private boolean moves(Segment segment) {
    return switch (this) {
      case SWING_LEFT, SWING_RIGHT -> segment == Segment.THIGH || segment == Segment.SHANK;
      case EXTEND_LEFT, EXTEND_RIGHT -> segment == Segment.SHANK;
      case HINGE -> segment == Segment.PELVIS || segment == Segment.TRUNK;
      case STAND, LIFT_LEFT, LIE, REST, SIT, END -> false;
    };
  }
}
