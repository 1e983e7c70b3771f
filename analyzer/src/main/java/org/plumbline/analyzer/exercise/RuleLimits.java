package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * A rule of an exercise: which metric it reads and where its limits lie.
 *
 * @param rule id, e.g. {@code knee-valgus}
 * @param row row of the rule table it comes from, e.g. {@code VAL-1}
 * @param metric name of the metric it reads
 * @param bad on which side of the limit a value is a departure
 * @param absolute the limit for everyone; empty where there is none that would be honest
 * @param own the limit against the person's own reference set; empty where the rule has none
 * @param worn the rule is asked only where this muscle has electrodes; empty asks it always
 * @param sides which sides are asked; empty follows the metric
 * @param unworn this piece of evidence is asked only where no sensor is worn on this segment, which
 *     would show the same better; empty asks it always
 */
public record RuleLimits(
    String rule,
    String row,
    String metric,
    Bad bad,
    Optional<Limit> absolute,
    Optional<OwnLimit> own,
    Optional<Muscle> worn,
    Optional<Sides> sides,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Segment> unworn) {

  public RuleLimits {
    if (!Texts.has("rule." + rule)) {
      throw new IllegalArgumentException("there is no rule \"" + rule + "\"");
    }
  }

  /** The sides it is asked for: as it says, or as its metric has them. */
  public Sides asked() {
    boolean midline = KnownMetric.find(metric).map(KnownMetric::midline).orElse(false);
    return sides.orElse(midline ? Sides.MIDLINE : Sides.WORKING);
  }

  /** Sides of the body that a rule is asked for. */
  public enum Sides {
    /** Once for the body. */
    @JsonProperty("midline")
    MIDLINE,
    /** For each leg that works. */
    @JsonProperty("working")
    WORKING,
    /** For the leg opposite of one that works alone. */
    @JsonProperty("other")
    OTHER,
    /** Left and right, whichever leg works. */
    @JsonProperty("each")
    EACH;

    /** The sides, left first. */
    public List<Side> of(List<Side> working) {
      return switch (this) {
        case MIDLINE -> List.of(Side.MIDLINE);
        case WORKING -> working;
        case OTHER -> working.size() == 1 ? List.of(opposite(working.get(0))) : working;
        case EACH -> List.of(Side.LEFT, Side.RIGHT);
      };
    }

    private static Side opposite(Side side) {
      return side == Side.LEFT ? Side.RIGHT : Side.LEFT;
    }
  }

  /** Which side of the limit departs. */
  public enum Bad {
    @JsonProperty("above")
    ABOVE,
    @JsonProperty("below")
    BELOW
  }

  /**
   * A limit in the unit of the metric.
   *
   * @param source where it comes from
   * @param grade H, M, L, or E for our own engineering choice
   */
  public record Limit(double amber, double red, String source, String grade) {
    public Limit {
      requireFinite(amber, red);
    }
  }

  /**
   * A limit against the own reference: a difference in the metric's unit, a share of the
   * reference's mean, or a number of the reference's standard deviations.
   *
   * @param kind how the two are compared
   * @param amber difference or number of deviations (positive), or share of the mean
   * @param red likewise, further away
   * @param atLeast a departure is also at least this far from the mean, in the metric's unit
   */
  public record OwnLimit(
      Comparison kind, double amber, double red, double atLeast, String source, String grade) {
    public OwnLimit {
      requireFinite(amber, red, atLeast);
    }
  }

  private static void requireFinite(double... limits) {
    for (double limit : limits) {
      if (!Double.isFinite(limit)) {
        throw new IllegalArgumentException("a limit of " + limit);
      }
    }
  }

  /** How a value is held against the mean of the reference set. */
  public enum Comparison {
    @JsonProperty("difference")
    DIFFERENCE,
    @JsonProperty("share")
    SHARE,
    /** In standard deviations of the reference's own repetitions. */
    @JsonProperty("spread")
    SPREAD
  }
}
