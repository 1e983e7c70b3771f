package org.plumbline.analyzer.exercise;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Under which circumstances a set was done. A reference set holds for others only where they are
 * the same: promise 5 of the design.
 *
 * @param exercise its id; {@link #UNNAMED} where nothing says it
 * @param variant id of its variant, empty where nobody said
 * @param loadKg 0 where none was entered
 * @param ruleSet name and version of the rules
 * @param placements ids of the segments with a sensor; none where it is not known
 * @param electrodes which application of electrodes; empty where nobody said
 */
public record Conditions(
    String exercise,
    Optional<String> variant,
    double loadKg,
    String ruleSet,
    List<String> placements,
    Optional<String> electrodes) {

  /** Electrodes that were applied anew during the session: none of before holds. */
  public static final String APPLIED_ANEW = "applied anew";

  /**
   * The exercise of a recording or table that says of none; it is taken to be the one that is done.
   */
  public static final String UNNAMED = "";

  /** Half of the smallest plate. */
  private static final double SAME_LOAD_KG = 0.6;

  public Conditions {
    placements = List.copyOf(placements);
    if (!(loadKg >= 0)) {
      throw new IllegalArgumentException("a load of " + loadKg + " kg");
    }
  }

  /** Whether a sensor is on a segment, on either side. */
  public boolean wears(Segment segment) {
    return placements.stream()
        .map(Location::parse)
        .anyMatch(location -> location instanceof OnSegment on && on.segment() == segment);
  }

  /** Whether nothing says of which exercise the set was. */
  public boolean saysNoExercise() {
    return exercise.equals(UNNAMED);
  }

  /** The same, of another exercise. */
  Conditions of(String other) {
    return new Conditions(other, variant, loadKg, ruleSet, placements, electrodes);
  }

  /**
   * Why a reference set done under these conditions does not hold for a metric now.
   *
   * @param side of the metric
   * @param done the exercise that is done now
   * @return in words; empty where it holds
   */
  public Optional<String> lapsed(
      Conditions now, Exercise done, Optional<KnownMetric> metric, Side side) {
    return lapsedAltogether(now, done)
        .or(() -> metric.flatMap(one -> sensors(now, one, side)))
        .or(() -> metric.flatMap(one -> electrodes(now, one)));
  }

  /** The same, of every metric. */
  public Optional<String> lapsedAltogether(Conditions now, Exercise done) {
    if (!saysNoExercise() && !exercise.equals(now.exercise)) {
      return said("exercise", exercise, now.exercise);
    }
    if (!usual(variant, done).equals(usual(now.variant, done))) {
      return said("variant", usual(variant, done), usual(now.variant, done));
    }
    if (Math.abs(loadKg - now.loadKg) > SAME_LOAD_KG) {
      return said("load", Texts.number(loadKg, 1), Texts.number(now.loadKg, 1));
    }
    return ruleSet.equals(now.ruleSet) ? Optional.empty() : said("rules", ruleSet, now.ruleSet);
  }

  /** Where nobody named a variant it is the one without band and load. */
  private static String usual(Optional<String> named, Exercise exercise) {
    return named.orElse(
        exercise.variants().stream()
            .filter(one -> !one.band() && !one.loaded())
            .map(Practice.Variant::id)
            .findFirst()
            .orElse("–"));
  }

  private Optional<String> sensors(Conditions now, KnownMetric metric, Side side) {
    if (placements.isEmpty() || now.placements.isEmpty()) {
      return Optional.empty();
    }
    Set<String> then = read(placements, metric, side);
    Set<String> today = read(now.placements, metric, side);
    return then.equals(today)
        ? Optional.empty()
        : said("placements", words(then, placements), words(today, now.placements));
  }

  /** The placements that a metric of a side reads. */
  private static Set<String> read(List<String> worn, KnownMetric metric, Side side) {
    Set<String> read = new HashSet<>();
    for (String id : worn) {
      if (Location.parse(id) instanceof OnSegment on && metric.segments().contains(on.segment())) {
        boolean ofTheSide = side == Side.MIDLINE || on.side() == Side.MIDLINE || on.side() == side;
        if (ofTheSide) {
          read.add(id);
        }
      }
    }
    return read;
  }

  private static String words(Set<String> ids, List<String> order) {
    return ids.isEmpty()
        ? "–"
        : order.stream().filter(ids::contains).collect(Collectors.joining(", "));
  }

  private Optional<String> electrodes(Conditions now, KnownMetric metric) {
    boolean renewed = now.electrodes.equals(Optional.of(APPLIED_ANEW));
    boolean known = electrodes.isPresent() && now.electrodes.isPresent();
    boolean other = renewed || (known && !electrodes.equals(now.electrodes));
    return other && !metric.muscles().isEmpty()
        ? said("electrodes", electrodes.orElse("–"), now.electrodes.orElse("–"))
        : Optional.empty();
  }

  private static Optional<String> said(String what, String then, String now) {
    return Optional.of(Texts.get("lapsed." + what, then, now));
  }
}
