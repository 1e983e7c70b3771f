package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.Correction.Kind;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Change;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Fate;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnMuscle;

/**
 * All corrections of a session and what became of each. They must be known before the time that
 * they are about, because the analysis does not go back: a file of corrections comes right after
 * the start of the log.
 */
public final class HandCorrections {
  private final List<Entry> entries = new ArrayList<>();

  /** A correction and what became of it so far. */
  static final class Entry {
    private final Correction correction;
    private Fate fate = Fate.OPEN;
    private int set;
    private int repetition;
    private final List<Change> changes = new ArrayList<>();

    private Entry(Correction correction) {
      this.correction = correction;
    }

    Correction correction() {
      return correction;
    }

    boolean isOpen() {
      return fate == Fate.OPEN;
    }

    /** Whether it makes a repetition where none was counted. */
    boolean isAdded() {
      return correction.kind() == Kind.ADD;
    }

    /** First step that it is about. */
    long from() {
      return step(correction.from());
    }

    /** Last step that it is about. */
    long to() {
      return step(correction.to());
    }

    /** First step of all that it reads from the signals. */
    long earliest() {
      return Math.min(from(), correction.startSeconds().map(HandCorrections::step).orElse(from()));
    }

    void decide(Fate decided) {
      fate = decided;
    }

    void apply(List<Change> made) {
      fate = Fate.APPLIED;
      changes.clear();
      changes.addAll(made);
    }

    /** The repetition that it has found, both from 1. */
    void at(int itsSet, int itsRepetition) {
      set = itsSet;
      repetition = itsRepetition;
    }

    private CorrectionResult result() {
      Fate nothing = correction.kind() == Kind.ADD ? Fate.OUTSIDE_SETS : Fate.NO_REPETITION;
      return new CorrectionResult(correction, isOpen() ? nothing : fate, set, repetition, changes);
    }
  }

  static long step(double seconds) {
    return Math.round(seconds * GridTrack.RATE_HZ);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Takes a correction at a grid step; a later one replaces those it contradicts. */
  public void add(Correction correction, long step) {
    Entry added = new Entry(correction);
    if (added.earliest() < step) {
      added.decide(Fate.TOO_LATE);
    } else {
      for (Entry before : entries) {
        if (before.isOpen() && before.correction().contradicts(correction)) {
          before.decide(Fate.REPLACED);
        }
      }
    }
    entries.add(added);
  }

  /** Those that are not decided, in the order of the log. */
  List<Entry> open() {
    return entries.stream().filter(Entry::isOpen).toList();
  }

  /** What was said by hand of a muscle in a repetition. */
  Optional<Entry> burst(int set, int repetition, OnMuscle muscle) {
    return entries.stream()
        .filter(one -> one.correction().kind() == Kind.BURST)
        .filter(one -> one.set == set && one.repetition == repetition)
        .filter(one -> one.correction().muscle().orElseThrow().equals(muscle.id()))
        .findFirst();
  }

  /** What became of all of them, in the order of the log. */
  public List<CorrectionResult> results() {
    return entries.stream().map(Entry::result).toList();
  }

  static Change change(String what, double original, double now) {
    return new Change(what, known(original), known(now));
  }

  private static OptionalDouble known(double seconds) {
    return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }
}
