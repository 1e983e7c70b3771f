package org.plumbline.tools.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SetUpStep;

/**
 * Everything the window shows at one moment; immutable.
 *
 * @param version grows with every change, so that a reader can tell whether to paint again
 * @param subject subject code, empty before the log has started
 * @param synthetic whether any stream was made by a simulator
 * @param exercise what the exercise of the set is called, empty before the first
 * @param set index of the set from 1, 0 before the first
 * @param repetitions of the set so far, revised ones in place of the first telling
 * @param findings of the set so far, oldest first
 * @param problem the last sensor problem of the session
 * @param setUp the movement that the set-up asks for, while it goes on
 * @param setUpOutcome what came of the step before
 * @param planned where a protocol has the set; empty without one and beyond its last set
 * @param rests whether that set is done, so that its rest is due
 * @param scales full scale of the level bars per unit, in that unit
 */
public record SessionView(
    long version,
    String subject,
    boolean synthetic,
    String exercise,
    int set,
    Phase phase,
    List<RepetitionResult> repetitions,
    List<Finding> findings,
    Optional<String> problem,
    Optional<SetUpStep> setUp,
    Optional<Notice.SetUpStepDone> setUpOutcome,
    LiveState live,
    Optional<Protocol.Place> planned,
    boolean rests,
    Map<String, Double> scales) {

  /** Whether the schedule of feedback keeps something back, which the person may ask for. */
  boolean isWithheld() {
    boolean answers = planned.map(place -> place.block().feedback().answers()).orElse(true);
    return answers
        && phase != Phase.SETTING_UP
        && repetitions.stream().anyMatch(one -> one.verdicts().isEmpty());
  }

  /** Where the session is. */
  public enum Phase {
    /** No set yet. */
    WAITING,
    /** Movements of the set-up. */
    SETTING_UP,
    RUNNING,
    /** Between sets. */
    PAUSED,
    /** The set was ended because of pain. */
    PAIN_STOPPED,
    /** The log is over. */
    ENDED
  }

  public SessionView {
    repetitions = List.copyOf(repetitions);
    findings = List.copyOf(findings);
    scales = Map.copyOf(scales);
  }

  /** Before anything has happened. */
  public static SessionView empty() {
    LiveState nothing = new LiveState(0, Double.NaN, List.of(), List.of());
    return new SessionView(
        0,
        "",
        false,
        "",
        0,
        Phase.WAITING,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        nothing,
        Optional.empty(),
        false,
        Map.of());
  }

  /** Complete repetitions of the set. */
  public int completed() {
    return (int) repetitions.stream().filter(RepetitionResult::complete).count();
  }

  /** The last finding of the set. */
  public Optional<Finding> lastFinding() {
    return findings.isEmpty() ? Optional.empty() : Optional.of(findings.get(findings.size() - 1));
  }
}
