package org.plumbline.analyzer.quality;

import java.util.Optional;
import org.plumbline.device.log.Side;

/** A rule's answer for one repetition and side. */
public sealed interface Verdict {

  /** Rule id, e.g. {@code knee-valgus}. */
  String rule();

  /** The leg it is about, or {@code MIDLINE}. */
  Side side();

  Outcome outcome();

  /**
   * A rule that could measure.
   *
   * @param severity present exactly when violated
   * @param value measured, in {@code unit}
   * @param limit the amber limit it was held against
   * @param error 90 % half-width of {@code value}
   * @param source where the limit comes from
   * @param grade how solid that source is: H, M, L, or E for our own engineering choice
   * @param at where in the repetition the value was read, e.g. {@code "knee flexion 60 deg"}
   * @param caveat what must be known of the sensors behind the value
   * @param metric name of the metric that was read; empty where nobody said
   */
  record Assessed(
      String rule,
      Side side,
      Outcome outcome,
      Optional<Severity> severity,
      double value,
      double limit,
      Basis basis,
      double error,
      String unit,
      String source,
      String grade,
      String at,
      Caveat caveat,
      String metric)
      implements Verdict {

    /** The same with other words for where the limit comes from. */
    Assessed withSource(String other) {
      return copy(other, metric);
    }

    /** The same, read from a metric. */
    public Assessed of(String read) {
      return copy(source, read);
    }

    private Assessed copy(String from, String read) {
      return new Assessed(
          rule, side, outcome, severity, value, limit, basis, error, unit, from, grade, at, caveat,
          read);
    }

    public Assessed {
      if (outcome == Outcome.NOT_ASSESSABLE) {
        throw new IllegalArgumentException(rule + ": measured, so assessable");
      }
      if (severity.isPresent() != (outcome == Outcome.VIOLATED)) {
        throw new IllegalArgumentException(rule + ": severity goes with violated");
      }
      if (!Double.isFinite(value) || !Double.isFinite(limit) || !(error >= 0)) {
        throw new IllegalArgumentException(rule + ": " + value + " +- " + error + " / " + limit);
      }
    }

    /** A value that needs no word besides its error, of a metric that nobody named. */
    public Assessed(
        String rule,
        Side side,
        Outcome outcome,
        Optional<Severity> severity,
        double value,
        double limit,
        Basis basis,
        double error,
        String unit,
        String source,
        String grade,
        String at) {
      this(
          rule,
          side,
          outcome,
          severity,
          value,
          limit,
          basis,
          error,
          unit,
          source,
          grade,
          at,
          Caveat.NONE,
          "");
    }
  }

  /** A rule that could not measure, and the remedy. */
  record NotAssessable(String rule, Side side, Reason reason) implements Verdict {
    @Override
    public Outcome outcome() {
      return Outcome.NOT_ASSESSABLE;
    }
  }
}
