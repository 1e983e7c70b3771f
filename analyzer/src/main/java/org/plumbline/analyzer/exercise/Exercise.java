package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
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
 * @param practice how it is practised; contexts of older recordings do not say
 */
public record Exercise(
    String id,
    String name,
    Position position,
    Counting counting,
    List<Direction> directions,
    List<RuleLimits> rules,
    Optional<Practice> practice) {

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
    SUPINE,
    @JsonProperty("side-lying")
    SIDE_LYING,
    @JsonProperty("prone")
    PRONE,
    /** A repetition begins and ends sitting and has the person standing at its turn. */
    @JsonProperty("sitting")
    SITTING,
    /** Shoulders on a bench, between sitting and lying. */
    @JsonProperty("reclining")
    RECLINING;

    /** Whether the whole body lies. */
    public boolean isLying() {
      return this == SUPINE || this == SIDE_LYING || this == PRONE;
    }

    /** {@code "side-lying"}. */
    public String id() {
      return Location.idOf(this);
    }
  }

  /**
   * When a movement counts. These bounds never judge quality.
   *
   * @param segment whose inclination is watched
   * @param minimumExcursionDeg less is no repetition
   * @param minimumSeconds shorter is no repetition
   * @param maximumSeconds longer is no repetition
   * @param muscle counts instead of the segment where nothing moves
   * @param maximumExcursionDeg a segment that turns further does another exercise
   * @param legs which legs are judged; both where nothing is said
   * @param otherwise what is watched where no sensor is on the segment
   * @param turn where the middle of the segment is at the turn; nothing is said where it stays
   *     about as high
   */
  public record Counting(
      Segment segment,
      double minimumExcursionDeg,
      double minimumSeconds,
      double maximumSeconds,
      Optional<MuscleCounting> muscle,
      Optional<Double> maximumExcursionDeg,
      Optional<Legs> legs,
      Optional<Otherwise> otherwise,
      Optional<TurnIs> turn) {

    /** No repetition of any exercise lasts longer. */
    static final double LONGEST_SECONDS = 120;

    public Counting {
      requireOther(segment, otherwise);
      double least = minimumExcursionDeg;
      maximumExcursionDeg.ifPresent(
          most -> {
            if (!(most > least && most <= 180)) {
              throw new IllegalArgumentException(
                  "maximumExcursionDeg " + most + " is not between " + least + " and 180");
            }
          });
      if (!(minimumExcursionDeg > 0 && minimumExcursionDeg < 180)) {
        throw new IllegalArgumentException(
            "minimumExcursionDeg " + minimumExcursionDeg + " is not between 0 and 180");
      }
      if (!(minimumSeconds > 0
          && maximumSeconds > minimumSeconds
          && maximumSeconds <= LONGEST_SECONDS)) {
        throw new IllegalArgumentException(
            "a repetition cannot last "
                + minimumSeconds
                + " to "
                + maximumSeconds
                + " s: more than 0, at most 120, and the longer one last");
      }
    }

    private static void requireOther(Segment segment, Optional<Otherwise> otherwise) {
      if (otherwise.filter(other -> other.segment() == segment).isPresent()) {
        throw new IllegalArgumentException("otherwise names the same segment");
      }
    }

    /** Whether one of the segments that it can go by is worn. */
    public boolean canCount(Predicate<Segment> worn) {
      return worn.test(segment) || otherwise.filter(one -> worn.test(one.segment())).isPresent();
    }

    private Counting fitting(Predicate<Segment> worn) {
      return worn.test(segment) || !canCount(worn)
          ? this
          : new Counting(
              otherwise.orElseThrow().segment(),
              otherwise.orElseThrow().minimumExcursionDeg(),
              minimumSeconds,
              maximumSeconds,
              muscle,
              Optional.empty(),
              legs,
              Optional.empty(),
              Optional.empty());
    }
  }

  /**
   * Another segment to count by.
   *
   * @param minimumExcursionDeg less is no repetition
   */
  public record Otherwise(Segment segment, double minimumExcursionDeg) {
    public Otherwise {
      if (!(minimumExcursionDeg > 0 && minimumExcursionDeg < 180)) {
        throw new IllegalArgumentException(
            "minimumExcursionDeg " + minimumExcursionDeg + " is not between 0 and 180");
      }
    }
  }

  /**
   * Segments of a leg that works by itself while the rest of the body stays where it is; none in an
   * exercise in which the body goes along.
   */
  public Set<Segment> movingAlone() {
    boolean oneLeg = counting.legs().filter(Legs.MOVING::equals).isPresent();
    List<Segment> staying =
        directions.stream()
            .filter(direction -> direction.sign() == 0 && direction.atMostDeg().isPresent())
            .map(Direction::segment)
            .toList();
    if (!oneLeg || staying.isEmpty()) {
      return Set.of();
    }
    Set<Segment> alone = EnumSet.allOf(Segment.class);
    alone.removeIf(segment -> !segment.paired() || staying.contains(segment));
    return alone;
  }

  /** The same, counted by a segment that is worn, where there is one. */
  public Exercise fitting(Predicate<Segment> worn) {
    return new Exercise(id, name, position, counting.fitting(worn), directions, rules, practice);
  }

  /** Which legs a repetition is about. */
  public enum Legs {
    /** Both do the same. */
    @JsonProperty("both")
    BOTH,
    /** The one whose counting segment turns further. */
    @JsonProperty("moving")
    MOVING,
    /** The one that the operator names; the movement does not show it. */
    @JsonProperty("named")
    NAMED
  }

  /** Where the segment that counts is at the turn of a repetition, against its start. */
  public enum TurnIs {
    /** As in a bridge. */
    @JsonProperty("higher")
    HIGHER(1),
    /** As in a squat. */
    @JsonProperty("lower")
    LOWER(-1);

    private final int sign;

    TurnIs(int sign) {
      this.sign = sign;
    }

    /** Of the way upwards. */
    public int sign() {
      return sign;
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
   *
   * @param sign 1 or -1; 0 where it turns either way or hardly
   * @param atMostDeg its inclination changes by no more; further is another exercise
   * @param atMostShare nor by more than this share of what the segment that counts does
   */
  public record Direction(
      Segment segment, int sign, Optional<Double> atMostDeg, Optional<Double> atMostShare) {
    public Direction {
      if (sign < -1 || sign > 1) {
        throw new IllegalArgumentException("direction " + sign + " is not -1, 0 or 1");
      }
      atMostDeg.ifPresent(
          most -> {
            if (!(most > 0 && most <= 180)) {
              throw new IllegalArgumentException("atMostDeg " + most + " is not in 0..180");
            }
          });
      atMostShare.ifPresent(
          most -> {
            if (!(most > 0 && most <= 100)) {
              throw new IllegalArgumentException("atMostShare " + most + " is not in 0..100");
            }
          });
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

  /** The variants it can be done in; none where it has only one. */
  public List<Practice.Variant> variants() {
    return practice.map(Practice::variants).orElse(List.of());
  }

  /**
   * The variant with this id.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public Practice.Variant variant(String wanted) {
    return variants().stream()
        .filter(one -> one.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Texts.get(
                        variants().isEmpty() ? "exercise.no-variants" : "exercise.no-variant",
                        id,
                        wanted,
                        String.join(
                            ", ", variants().stream().map(Practice.Variant::id).toList()))));
  }
}
