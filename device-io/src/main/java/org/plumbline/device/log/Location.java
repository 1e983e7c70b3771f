package org.plumbline.device.log;

import java.util.Locale;

/**
 * What a channel is fixed to. Its {@link #id()} is the one spelling used in recordings, profiles
 * and results: {@code right-thigh}, {@code pelvis}, {@code left-gluteus-maximus}, {@code
 * right-knee}, {@code unplaced}.
 */
public sealed interface Location {

  String id();

  /** On a body segment. */
  record OnSegment(Segment segment, Side side) implements Location {
    public OnSegment {
      if (segment.paired() == (side == Side.MIDLINE)) {
        throw new IllegalArgumentException(
            idOf(segment) + (segment.paired() ? " needs a side" : " has no side"));
      }
    }

    @Override
    public String id() {
      return side == Side.MIDLINE ? idOf(segment) : idOf(side) + "-" + idOf(segment);
    }
  }

  /** Over a muscle. */
  record OnMuscle(Muscle muscle, Side side) implements Location {
    public OnMuscle {
      if (side == Side.MIDLINE) {
        throw new IllegalArgumentException(idOf(muscle) + " needs a side");
      }
    }

    @Override
    public String id() {
      return idOf(side) + "-" + idOf(muscle);
    }
  }

  /** Across a joint. */
  record AtJoint(Joint joint, Side side) implements Location {
    public AtJoint {
      if ((joint == Joint.LUMBAR) != (side == Side.MIDLINE)) {
        throw new IllegalArgumentException(
            idOf(joint) + (joint == Joint.LUMBAR ? " has no side" : " needs a side"));
      }
    }

    @Override
    public String id() {
      return side == Side.MIDLINE ? idOf(joint) : idOf(side) + "-" + idOf(joint);
    }
  }

  /** Not on the body, or not said. */
  record Unplaced() implements Location {
    @Override
    public String id() {
      return "unplaced";
    }
  }

  /** {@code GLUTEUS_MAXIMUS} to {@code gluteus-maximus}, in every locale. */
  static String idOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The location with this id.
   *
   * @throws IllegalArgumentException when there is none, with a message for the user
   */
  static Location parse(String id) {
    if (id.equals("unplaced")) {
      return new Unplaced();
    }
    Side side = Side.MIDLINE;
    String rest = id;
    for (Side candidate : new Side[] {Side.LEFT, Side.RIGHT}) {
      String prefix = idOf(candidate) + "-";
      if (id.startsWith(prefix)) {
        side = candidate;
        rest = id.substring(prefix.length());
      }
    }
    for (Segment segment : Segment.values()) {
      if (idOf(segment).equals(rest)) {
        return new OnSegment(segment, side);
      }
    }
    for (Muscle muscle : Muscle.values()) {
      if (idOf(muscle).equals(rest)) {
        return new OnMuscle(muscle, side);
      }
    }
    for (Joint joint : Joint.values()) {
      if (idOf(joint).equals(rest)) {
        return new AtJoint(joint, side);
      }
    }
    throw new IllegalArgumentException(
        "unknown location \""
            + id
            + "\": write a segment (pelvis, trunk, right-thigh), a muscle (left-gluteus-maximus), a"
            + " joint (right-knee) or unplaced");
  }
}
