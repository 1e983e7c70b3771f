package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.analyzer.body.Withdrawal;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.FindingTracker;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Side;

/** What was judged in a set, which may have to be told again, and what that amounts to. */
public final class JudgedRepetitions {
  private final int set;
  private final List<QualityRule> rules;
  private final Consumer<Notice> notices;
  private final List<RepetitionResult> results = new ArrayList<>();
  private FindingTracker findings = new FindingTracker();

  /**
   * None yet.
   *
   * @param set index of the set, from 1
   * @param rules by which all of them are judged
   */
  JudgedRepetitions(int set, List<QualityRule> rules, Consumer<Notice> notices) {
    this.set = set;
    this.rules = rules;
    this.notices = notices;
  }

  /** Takes the next one; {@link #raise} is for later. */
  void add(RepetitionResult result, long step) {
    results.add(result);
    notices.accept(new Notice.RepetitionJudged(nanos(step), set, result));
  }

  /**
   * One that was judged again.
   *
   * @return whether it is another one now
   */
  boolean replace(int i, RepetitionResult again, long step) {
    if (again.equals(results.get(i))) {
      return false;
    }
    results.set(i, again);
    notices.accept(new Notice.RepetitionRevised(nanos(step), set, again));
    return true;
  }

  /** Findings that the newest one raises. */
  void raise(long step) {
    RepetitionResult result = results.get(results.size() - 1);
    for (Verdict verdict : result.verdicts()) {
      findings.add(result.index(), verdict).ifPresent(finding -> tell(finding, step));
    }
  }

  /** The findings of all as they are now; one that was told is not told again. */
  void raiseAgain(long step) {
    Set<Departure> raised =
        findings.findings().stream().map(Departure::of).collect(Collectors.toSet());
    findings = new FindingTracker();
    for (RepetitionResult result : results) {
      for (Verdict verdict : result.verdicts()) {
        findings
            .add(result.index(), verdict)
            .filter(finding -> !raised.contains(Departure.of(finding)))
            .ifPresent(finding -> tell(finding, step));
      }
    }
  }

  /** A sensor was found to have been wrong all along. */
  public void withdraw(Withdrawal withdrawal, long step) {
    boolean changed = false;
    for (int i = 0; i < results.size(); i++) {
      changed |= replace(i, withdrawal.applyTo(results.get(i), rules), step);
    }
    if (changed) {
      raiseAgain(step);
    }
  }

  /** None of them was a repetition. */
  void strike(long step) {
    notices.accept(new Notice.RepetitionsStruck(nanos(step), set, results.size()));
    results.clear();
    findings = new FindingTracker();
  }

  /** One is plainly none of the exercise, as has been seen since then. */
  void refuse(int i, Reason why, long step) {
    RepetitionResult result = results.get(i);
    List<Verdict> refused =
        result.verdicts().stream()
            .<Verdict>map(old -> new Verdict.NotAssessable(old.rule(), old.side(), why))
            .toList();
    if (replace(i, result.counted().withVerdicts(refused), step)) {
      raiseAgain(step);
    }
  }

  /** What a finding is about. */
  private record Departure(String rule, Side side) {
    static Departure of(Finding finding) {
      return new Departure(finding.rule(), finding.side());
    }
  }

  private void tell(Finding finding, long step) {
    notices.accept(new Notice.FindingRaised(nanos(step), set, finding));
  }

  private static long nanos(long step) {
    return step * GridTrack.STEP_NANOS;
  }

  List<RepetitionResult> results() {
    return results;
  }

  List<Finding> findings() {
    return findings.findings();
  }
}
