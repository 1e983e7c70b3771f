package org.plumbline.analyzer.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;

/**
 * When the person is told how a repetition went. Being told after every one helps while it lasts
 * and harms what is kept: with augmented feedback people did better in practice (+0.87) and worse
 * once it was gone (-0.74; 20 studies in the review that the project's clinical page names), so
 * fading is the usual. What is recorded and judged is the same under every schedule.
 *
 * @param kind which schedule
 * @param percent of the repetitions of set 1, 2 ... that are told, for {@link Kind#FADED}; sets
 *     after the last figure keep it
 */
public record FeedbackSchedule(Kind kind, List<Integer> percent) {

  /** All of the first set, every other repetition of the second, every fourth from then on. */
  public static final FeedbackSchedule USUAL =
      new FeedbackSchedule(Kind.FADED, List.of(100, 50, 25));

  private static final int MOST_FIGURES = 20;

  /** Kinds of schedules. */
  public enum Kind {
    @JsonProperty("every")
    EVERY,
    /** Only where a rule is violated: silence says that it was well within. */
    @JsonProperty("bandwidth")
    BANDWIDTH,
    @JsonProperty("faded")
    FADED,
    /** When the person asks for it. */
    @JsonProperty("on-request")
    ON_REQUEST,
    @JsonProperty("none")
    NONE;

    /** {@code "on-request"}. */
    public String id() {
      return Location.idOf(this);
    }
  }

  public FeedbackSchedule {
    percent = List.copyOf(percent);
    boolean fits = (kind == Kind.FADED) == !percent.isEmpty() && percent.size() <= MOST_FIGURES;
    if (!fits || !percent.stream().allMatch(share -> share >= 0 && share <= 100)) {
      throw new IllegalArgumentException(Texts.get("protocol.percent", kind.id(), percent));
    }
  }

  /** A schedule that knows no shares; fading is the usual one. */
  public static FeedbackSchedule of(Kind kind) {
    return kind == Kind.FADED ? USUAL : new FeedbackSchedule(kind, List.of());
  }

  /**
   * Whether a repetition is told as soon as it has been judged.
   *
   * @param set within its block, from 1
   * @param repetition within the set, from 1
   * @param violated whether a rule is violated in it
   */
  public boolean tells(int set, int repetition, boolean violated) {
    return switch (kind) {
      case EVERY -> true;
      case BANDWIDTH -> violated;
      case FADED -> isShare(percent.get(Math.min(set, percent.size()) - 1), repetition);
      case ON_REQUEST, NONE -> false;
    };
  }

  /** Whether who asks is told. */
  public boolean answers() {
    return kind != Kind.NONE;
  }

  /** Spread evenly: with 50 % the 2nd, 4th ..., with 25 % the 4th, 8th ... */
  private static boolean isShare(int percent, int repetition) {
    return repetition * percent / 100 > (repetition - 1) * percent / 100;
  }
}
