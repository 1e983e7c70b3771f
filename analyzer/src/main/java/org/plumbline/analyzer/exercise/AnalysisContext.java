package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Side;

/**
 * Everything besides samples that decides a result, by value.
 *
 * @param schema {@value #SCHEMA}
 * @param ruleSet name and version of the rules, e.g. {@code plumbline-rules/1}
 * @param exercise in full, limits included
 * @param normalisation what 100 % is for each EMG channel; empty where nobody measured it
 * @param baseline the person's approved reference set
 * @param body what is known of person and sensors beforehand
 * @param variant id of the exercise's variant that is done; empty where nobody said
 * @param side the leg that works, where the movement does not show it
 * @param electrodes which application of electrodes is worn; empty where nobody said
 * @param orientation how orientations are worked out where a stream allows it; {@link
 *     OrientationMethod#VQF} where nothing is said
 * @param protocol the sets that are planned; {@code exercise} and {@code variant} are then those of
 *     the first one, see {@link #ofSet}
 */
public record AnalysisContext(
    String schema,
    String ruleSet,
    Exercise exercise,
    List<Normalisation> normalisation,
    Optional<Baseline> baseline,
    Optional<BodySetUp> body,
    Optional<String> variant,
    Optional<Side> side,
    Optional<String> electrodes,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OrientationMethod> orientation,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PlannedSets> protocol) {

  public static final String SCHEMA = "plumbline.context/1";

  /** Rules of this version of the program. */
  public static final String RULE_SET = "plumbline-rules/1";

  public AnalysisContext {
    requireSchema(schema);
    normalisation = List.copyOf(normalisation);
    variant.ifPresent(exercise::variant);
    if (side.filter(one -> one == Side.MIDLINE).isPresent()) {
      throw new IllegalArgumentException("the side that works is left or right");
    }
  }

  /** Refuses contexts of another form, before anything else in them is read. */
  static void requireSchema(String schema) {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException(
          "context of form \""
              + schema
              + "\", but this version reads "
              + SCHEMA
              + ": use the version of Plumbline that wrote it, or a newer one");
    }
  }

  /** The context of an exercise with the rules of this version. */
  public static AnalysisContext of(
      Exercise exercise, List<Normalisation> normalisation, Optional<Baseline> baseline) {
    return new AnalysisContext(
        SCHEMA,
        RULE_SET,
        exercise,
        normalisation,
        baseline,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, with what is known of person and sensors. */
  public AnalysisContext with(BodySetUp known) {
    return new AnalysisContext(
        schema,
        ruleSet,
        exercise,
        normalisation,
        baseline,
        Optional.of(known),
        variant,
        side,
        electrodes,
        orientation,
        protocol);
  }

  /** The same, of an exercise with other details. */
  public AnalysisContext with(Exercise other) {
    return new AnalysisContext(
        schema,
        ruleSet,
        other,
        normalisation,
        baseline,
        body,
        variant,
        side,
        electrodes,
        orientation,
        protocol);
  }

  /** The same, with orientations worked out by a method. */
  public AnalysisContext with(OrientationMethod method) {
    return new AnalysisContext(
        schema,
        ruleSet,
        exercise,
        normalisation,
        baseline,
        body,
        variant,
        side,
        electrodes,
        Optional.of(method),
        protocol);
  }

  /** The same, with what the operator says of the set. */
  public AnalysisContext with(
      Optional<String> saidVariant, Optional<Side> saidSide, Optional<String> saidElectrodes) {
    return new AnalysisContext(
        schema,
        ruleSet,
        exercise,
        normalisation,
        baseline,
        body,
        saidVariant,
        saidSide,
        saidElectrodes,
        orientation,
        protocol);
  }

  /** The same, with planned sets, of which the first one is to be done. */
  public AnalysisContext with(PlannedSets planned) {
    return of(planned, planned.protocol().blocks().get(0));
  }

  /**
   * What a set is judged by: with a protocol the exercise and variant of its block; beyond the last
   * planned set it is done like that one.
   *
   * @param number of the set among those in which something was counted, from 1
   */
  public AnalysisContext ofSet(int number) {
    return protocol
        .map(
            planned ->
                of(
                    planned,
                    planned
                        .protocol()
                        .place(number)
                        .map(Protocol.Place::block)
                        .orElse(planned.protocol().last())))
        .orElse(this);
  }

  private AnalysisContext of(PlannedSets planned, Protocol.Block block) {
    return new AnalysisContext(
        schema,
        ruleSet,
        planned.exercise(block),
        normalisation,
        baseline,
        body,
        block.variant(),
        side,
        electrodes,
        orientation,
        Optional.of(planned));
  }

  /**
   * What 100 % is for one EMG channel.
   *
   * @param location e.g. {@code right-gluteus-maximus}
   * @param kind how it was measured
   * @param microvolts RMS envelope at 100 %
   * @param electrodes which application of electrodes it was measured with; it is worth nothing for
   *     another one. Empty where nobody said
   * @param trials what it was made from, for people; empty where nobody said
   */
  public record Normalisation(
      String location,
      Kind kind,
      double microvolts,
      Optional<String> electrodes,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Trials> trials) {
    public Normalisation {
      if (!(Location.parse(location) instanceof Location.OnMuscle)) {
        throw new IllegalArgumentException(location + " is no muscle");
      }
      if (!(microvolts > 0.1 && microvolts < 100_000)) {
        throw new IllegalArgumentException(
            location + ": a reference of " + microvolts + " uV is no EMG level");
      }
    }

    /** A reference of which nobody said from which trials it was made. */
    public Normalisation(
        String location, Kind kind, double microvolts, Optional<String> electrodes) {
      this(location, kind, microvolts, electrodes, Optional.empty());
    }

    /** A reference of which nobody said with which electrodes it was measured. */
    public Normalisation(String location, Kind kind, double microvolts) {
      this(location, kind, microvolts, Optional.empty());
    }

    /** The same, with what it was made from. */
    public Normalisation with(Trials made) {
      return new Normalisation(location, kind, microvolts, electrodes, Optional.of(made));
    }

    /**
     * The contractions of a reference.
     *
     * @param each in the order they were given
     * @param spread the largest over the smallest
     */
    public record Trials(List<Trial> each, double spread) {
      public Trials {
        each = List.copyOf(each);
      }
    }

    /**
     * One contraction.
     *
     * @param position empty where nobody said
     * @param microvolts its best half second
     */
    public record Trial(String position, double microvolts) {}

    /** Kinds of reference; the unit of a level follows it. */
    public enum Kind {
      /** Maximum voluntary isometric contraction: 3 trials, at least 2 positions. */
      MVIC,
      /** A standard task below maximum, e.g. standing on one leg: within one person only. */
      SUBMAXIMAL,
      /** A set of this session. */
      SESSION
    }
  }

  /**
   * Figures of an approved reference set.
   *
   * @param origin where the set was recorded, for people
   * @param repetitions how many repetitions it has
   * @param metrics their mean and spread
   * @param conditions under which it was done; those of older contexts are not known
   * @param sets in which the repetitions were done; of older contexts this is not known, and one is
   *     the least
   */
  public record Baseline(
      String origin,
      int repetitions,
      List<Level> metrics,
      Optional<Conditions> conditions,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> sets) {
    public Baseline {
      metrics = List.copyOf(metrics);
      if (sets.isPresent() && sets.get() < 1) {
        throw new IllegalArgumentException("a reference of " + sets.get() + " sets");
      }
    }

    /** Repetitions of one set, or of nobody knows how many. */
    public Baseline(
        String origin, int repetitions, List<Level> metrics, Optional<Conditions> conditions) {
      this(origin, repetitions, metrics, conditions, Optional.empty());
    }

    /** A reference set of which nobody knows how it was done. */
    public Baseline(String origin, int repetitions, List<Level> metrics) {
      this(origin, repetitions, metrics, Optional.empty());
    }

    /** The same, of another exercise. */
    public Baseline of(String exercise) {
      return new Baseline(
          origin, repetitions, metrics, conditions.map(one -> one.of(exercise)), sets);
    }

    /**
     * One metric over the reference set.
     *
     * @param side {@code left}, {@code right} or {@code midline}
     * @param mean in {@code unit}
     * @param spread standard deviation between repetitions
     * @param error systematic 90 % half-width of the mean
     * @param repeat how well it is known under the same calibration; empty where the repetitions
     *     did not have one and the same
     */
    public record Level(
        String metric,
        String side,
        double mean,
        double spread,
        double error,
        String unit,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Repeat> repeat) {

      /** A level that is compared with its whole error. */
      public Level(
          String metric, String side, double mean, double spread, double error, String unit) {
        this(metric, side, mean, spread, error, unit, Optional.empty());
      }
    }

    /**
     * What a level is worth to figures that were measured under the same calibration.
     *
     * @param error 90 % half-width of one repetition, without what the calibration puts into all
     * @param calibration which one, as {@code Metric} tells it
     */
    public record Repeat(double error, String calibration) {
      public Repeat {
        if (!(error >= 0) || calibration.isEmpty()) {
          throw new IllegalArgumentException(
              "an error of " + error + " under calibration \"" + calibration + "\"");
        }
      }
    }

    /** The level of a metric. */
    public Optional<Level> level(String metric, String side) {
      return metrics.stream()
          .filter(level -> level.metric().equals(metric) && level.side().equals(side))
          .findFirst();
    }
  }
}
