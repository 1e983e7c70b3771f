package org.plumbline.analyzer.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a report as it has them: figures in the decimals that they were written in. */
public final class Reported {
  private Reported() {}

  /**
   * One set.
   *
   * @param index from 1, as in the report
   * @param attributes exercise, variant, side, load and reference, and what newer versions add
   * @param findings rule and side to what was found
   */
  public record OneSet(
      int index,
      Map<String, String> attributes,
      List<Repetition> repetitions,
      Map<RuleAndSide, String> findings) {
    public OneSet {
      repetitions = List.copyOf(repetitions);
    }
  }

  /**
   * One repetition; times in seconds of the session.
   *
   * @param rest everything else that was reported of it, by path
   */
  public record Repetition(
      int set,
      int index,
      BigDecimal startSeconds,
      BigDecimal turnSeconds,
      BigDecimal endSeconds,
      Map<String, Figure> metrics,
      Map<RuleAndSide, Answer> verdicts,
      Map<String, String> rest) {}

  /**
   * A metric.
   *
   * @param value in {@code unit}; empty where there is none
   * @param error 90 % half-width
   * @param whole everything that the report says of it
   */
  public record Figure(
      Optional<BigDecimal> value, Optional<BigDecimal> error, String unit, String whole) {}

  /** Which rule was asked of which side. */
  public record RuleAndSide(String rule, String side) {}

  /**
   * A verdict.
   *
   * @param state outcome, and severity where there is one: {@code violated red}
   * @param reason code, where it is not assessable
   * @param whole everything that the report says of it
   */
  public record Answer(
      String state,
      Optional<String> reason,
      Optional<BigDecimal> value,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> error,
      String unit,
      String whole) {

    /** Whether another answer was given; figures may differ and leave it as it is. */
    boolean sameAs(Answer other) {
      return state.equals(other.state) && reason.equals(other.reason);
    }
  }
}
