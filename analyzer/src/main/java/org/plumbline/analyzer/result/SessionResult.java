package org.plumbline.analyzer.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Verdict;

/**
 * What the analysis concluded from a session log. The same log and software give an equal result on
 * every machine.
 *
 * @param synthetic whether any stream was made by a simulator
 * @param interrupted whether the log has no end event
 * @param notes sentences about the whole session, e.g. placements that the exercise needs and the
 *     log has not
 * @param calibrations how each sensor sat, to be stored and used again with the same placement
 * @param corrections what was corrected by hand, whether it matched anything or not
 * @param protocol what became of the planned sets; empty where none were planned
 */
public record SessionResult(
    String subject,
    boolean synthetic,
    boolean interrupted,
    ContextSummary context,
    List<StreamSummary> streams,
    List<SetResult> sets,
    List<Coverage> coverage,
    List<String> notes,
    List<StoredCalibration> calibrations,
    List<CorrectionResult> corrections,
    Optional<ProtocolResult> protocol) {

  public SessionResult {
    corrections = List.copyOf(corrections);
    calibrations = List.copyOf(calibrations);
    streams = List.copyOf(streams);
    sets = List.copyOf(sets);
    coverage = List.copyOf(coverage);
    notes = List.copyOf(notes);
  }

  /** One that nobody corrected. */
  public SessionResult(
      String subject,
      boolean synthetic,
      boolean interrupted,
      ContextSummary context,
      List<StreamSummary> streams,
      List<SetResult> sets,
      List<Coverage> coverage,
      List<String> notes,
      List<StoredCalibration> calibrations) {
    this(
        subject,
        synthetic,
        interrupted,
        context,
        streams,
        sets,
        coverage,
        notes,
        calibrations,
        List.of(),
        Optional.empty());
  }

  /**
   * A correction by hand and what became of it.
   *
   * @param set that it was about, from 1; 0 where it matched nothing
   * @param repetition within the set after all corrections, from 1; 0 where there is none
   * @param changes each value before and after
   */
  public record CorrectionResult(
      Correction correction, Fate fate, int set, int repetition, List<Change> changes) {
    public CorrectionResult {
      changes = List.copyOf(changes);
    }

    /** What became of a correction. */
    public enum Fate {
      /** Not known yet; never in a result. */
      OPEN,
      APPLIED,
      /** No repetition overlaps its range. */
      NO_REPETITION,
      /** A repetition was added where none of the sets was under way. */
      OUTSIDE_SETS,
      /** A repetition was added where there is one. */
      ALREADY_THERE,
      /** New bounds would take in another repetition. */
      COVERS_ANOTHER,
      /** There is no signal of that muscle whose onset would be reported. */
      NO_SIGNAL,
      /** A later correction says otherwise. */
      REPLACED,
      /** It came into the log after the time that it is about. */
      TOO_LATE
    }

    /**
     * One value.
     *
     * @param what {@code start}, {@code end}, {@code onset} or {@code offset}
     * @param originalSeconds as the program found it; empty where it found none
     * @param newSeconds by hand; empty where it was taken away
     */
    public record Change(String what, OptionalDouble originalSeconds, OptionalDouble newSeconds) {}
  }

  /**
   * Which rules judged.
   *
   * @param exercise id of the exercise
   * @param applied the last context by value, as the log has it; empty where none was applied
   * @param exerciseName what the exercise is called by whoever wrote it; empty without one
   * @param earlier the contexts that were applied before it, each by value, the first one first
   */
  public record ContextSummary(
      String sha256,
      String exercise,
      String ruleSet,
      String software,
      Optional<String> applied,
      String exerciseName,
      List<String> earlier) {

    public ContextSummary {
      earlier = List.copyOf(earlier);
    }

    /** One of which only ids are known. */
    public ContextSummary(String sha256, String exercise, String ruleSet, String software) {
      this(
          sha256,
          exercise,
          ruleSet,
          software,
          Optional.empty(),
          Titles.ofIds(exercise, "").exercise(),
          List.of());
    }
  }

  /**
   * A stream and how well it was received.
   *
   * @param placement location ids of its channels, each once, joined by {@code ", "}
   * @param rateHz from device time, not as declared
   * @param samples received
   * @param lost known to be lost
   * @param lostUnknown whether there were also losses of unknown size
   * @param orientation what its orientation was made from; empty for a stream without one
   */
  public record StreamSummary(
      int id,
      String placement,
      double rateHz,
      long samples,
      long lost,
      boolean lostUnknown,
      List<Health> health,
      Optional<OrientationMethod> orientation) {
    public StreamSummary {
      health = List.copyOf(health);
    }

    /** A stream without orientation. */
    public StreamSummary(
        int id,
        String placement,
        double rateHz,
        long samples,
        long lost,
        boolean lostUnknown,
        List<Health> health) {
      this(id, placement, rateHz, samples, lost, lostUnknown, health, Optional.empty());
    }
  }

  /**
   * Something wrong with a sensor.
   *
   * @param code stable, for programs: {@code accelerometer-bias}
   * @param effect for people: what was seen, what it does to the angles, what to do
   */
  public record Health(String code, String effect) {}

  /**
   * One set.
   *
   * @param side {@code left}, {@code right} or {@code both}: the legs that were measured
   * @param baseline {@code none} or {@code own}
   * @param variant id of the exercise's variant; empty where nobody said
   * @param place where the protocol has it; empty without one, and of sets beyond it
   * @param titles what exercise and variant are called
   */
  public record SetResult(
      int index,
      String exercise,
      String side,
      OptionalDouble loadKg,
      String baseline,
      List<RepetitionResult> repetitions,
      List<Finding> findings,
      String variant,
      Optional<SetPlace> place,
      Titles titles) {

    /** A set of no variant. */
    public SetResult(
        int index,
        String exercise,
        String side,
        OptionalDouble loadKg,
        String baseline,
        List<RepetitionResult> repetitions,
        List<Finding> findings) {
      this(
          index,
          exercise,
          side,
          loadKg,
          baseline,
          repetitions,
          findings,
          "",
          Optional.empty(),
          Titles.ofIds(exercise, ""));
    }

    /** The same set where a protocol has it. */
    public SetResult at(Optional<SetPlace> planned) {
      return new SetResult(
          index, exercise, side, loadKg, baseline, repetitions, findings, variant, planned, titles);
    }

    public SetResult {
      repetitions = List.copyOf(repetitions);
      findings = List.copyOf(findings);
    }
  }

  /**
   * How good an EMG channel was over a repetition.
   *
   * @param channel location id: {@code left-gluteus-maximus}
   */
  public record EmgScore(String channel, ChannelQuality quality) {

    /** Of the muscles of which it is known. */
    public static List<EmgScore> of(List<RecordedMuscle> muscles) {
      List<EmgScore> scores = new ArrayList<>();
      for (RecordedMuscle muscle : muscles) {
        muscle
            .quality()
            .ifPresent(quality -> scores.add(new EmgScore(muscle.location().id(), quality)));
      }
      return scores;
    }
  }

  /**
   * One repetition.
   *
   * @param index from 1 within the set
   * @param turnSeconds the instant of deepest or highest position, session time like the others
   * @param complete false when the set stopped in the middle of it or it was too short
   * @param emgQuality of every EMG channel over the repetition; empty without electrodes
   */
  public record RepetitionResult(
      int index,
      double startSeconds,
      double turnSeconds,
      double endSeconds,
      boolean complete,
      List<Metric> metrics,
      List<Verdict> verdicts,
      List<Curve> curves,
      List<EmgScore> emgQuality) {
    public RepetitionResult {
      emgQuality = List.copyOf(emgQuality);
      metrics = List.copyOf(metrics);
      verdicts = List.copyOf(verdicts);
      curves = List.copyOf(curves);
    }

    /** One without electrodes. */
    public RepetitionResult(
        int index,
        double startSeconds,
        double turnSeconds,
        double endSeconds,
        boolean complete,
        List<Metric> metrics,
        List<Verdict> verdicts,
        List<Curve> curves) {
      this(
          index,
          startSeconds,
          turnSeconds,
          endSeconds,
          complete,
          metrics,
          verdicts,
          curves,
          List.of());
    }

    /** That there was one, and nothing of how it went. */
    public RepetitionResult counted() {
      return new RepetitionResult(
          index, startSeconds, turnSeconds, endSeconds, complete, List.of(), List.of(), List.of());
    }

    /** The same with other verdicts. */
    public RepetitionResult withVerdicts(List<Verdict> others) {
      return new RepetitionResult(
          index,
          startSeconds,
          turnSeconds,
          endSeconds,
          complete,
          metrics,
          others,
          curves,
          emgQuality);
    }

    /** The metric with this name, of the first side that has it. */
    public Optional<Metric> metric(String name) {
      return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }
  }

  /** Share of repetitions (and sides) in which a rule could answer; 0 to 1. */
  public record Coverage(String rule, double share) {}
}
