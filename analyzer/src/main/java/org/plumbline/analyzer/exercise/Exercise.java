package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;

/**
 * An exercise: what is worn, what a repetition is, which rules judge it.
 *
 * @param id e.g. {@code squat}
 * @param name for people
 * @param position how the person is held while doing it
 * @param counting what a repetition is
 * @param directions which way each segment turns from the start of a repetition to its turn
 * @param rules in the order of the report
 */
public record Exercise(
    String id,
    String name,
    Position position,
    Counting counting,
    List<Direction> directions,
    List<RuleLimits> rules) {

  public Exercise {
    if (!id.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          "exercise id \"" + id + "\": use 1 to 40 lower-case letters, digits or -");
    }
    directions = List.copyOf(directions);
    rules = List.copyOf(rules);
  }

  /** Posture in which the repetitions are done. */
  public enum Position {
    @JsonProperty("standing")
    STANDING,
    @JsonProperty("supine")
    SUPINE
  }

  /**
   * When a movement counts. These bounds never judge quality.
   *
   * @param segment whose inclination is watched
   * @param minimumExcursionDeg less is no repetition
   * @param minimumSeconds shorter is no repetition
   * @param maximumSeconds longer is no repetition
   * @param muscle counts instead of the segment where nothing moves
   */
  public record Counting(
      Segment segment,
      double minimumExcursionDeg,
      double minimumSeconds,
      double maximumSeconds,
      Optional<MuscleCounting> muscle) {
    public Counting {
      if (!(minimumExcursionDeg > 0 && minimumExcursionDeg < 180)) {
        throw new IllegalArgumentException("minimumExcursionDeg " + minimumExcursionDeg);
      }
      if (!(minimumSeconds > 0 && maximumSeconds > minimumSeconds && maximumSeconds <= 120)) {
        throw new IllegalArgumentException(
            "repetition of " + minimumSeconds + " to " + maximumSeconds + " s: at most 120");
      }
    }
  }

  /**
   * A repetition is a stretch of activity.
   *
   * @param muscle whose level is watched, on both sides
   * @param working which side is to work
   */
  public record MuscleCounting(Muscle muscle, Working working) {}

  /** Which side is to work. */
  public enum Working {
    @JsonProperty("both")
    BOTH,
    @JsonProperty("left")
    LEFT,
    @JsonProperty("right")
    RIGHT,
    /** In turn; the side with the higher level is the one that works. */
    @JsonProperty("alternating")
    ALTERNATING
  }

  /**
   * Which way a segment turns about its lateral axis (right-handed, z to the right) from the start
   * of a repetition to its turn.
   */
  public record Direction(Segment segment, int sign) {
    public Direction {
      if (sign != 1 && sign != -1) {
        throw new IllegalArgumentException("direction " + sign + " is neither 1 nor -1");
      }
    }
  }

  /** The sign for a segment; 0 where the exercise does not say. */
  public int directionOf(Segment segment) {
    for (Direction direction : directions) {
      if (direction.segment() == segment) {
        return direction.sign();
      }
    }
    return 0;
  }
}
