package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.Correction.Kind;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Change;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult.Fate;
import org.plumbline.analyzer.set.HandCorrections.Entry;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * Between counting and judging of one set: repetitions with the corrections by hand in them.
 *
 * <p>Without corrections every repetition passes at once. With some, a repetition near one waits
 * until it is known which repetition overlaps the range most: until the next one has come, or none
 * can any more. What is judged then does not depend on how the data was cut.
 */
final class CorrectedCounting {
  /** Every stream has passed the end of a repetition by then. */
  private static final long MARGIN_STEPS = 5;

  /** What is added, or given new bounds, over another repetition shares more than this with it. */
  private static final double SAME_SHARE = 0.5;

  private final int set;
  private final HandCorrections corrections;
  private final PhasesByHand phases;
  private final long opened;
  private final long longestSteps;
  private final List<Item> held = new ArrayList<>();
  private long lastOffered = Long.MIN_VALUE;

  /** A repetition that waits, with what was done to it. */
  private static final class Item {
    private final Repetition detected;
    private Repetition now;
    private boolean claimed;
    private final List<Entry> entries = new ArrayList<>();

    Item(Repetition detected) {
      this.detected = detected;
      this.now = detected;
    }

    long lastStep() {
      return Math.max(now.end(), detected.end());
    }
  }

  /**
   * @param set its index, from 1
   * @param opened first step of the set
   * @param maximumSeconds of a repetition of the exercise
   */
  CorrectedCounting(
      int set,
      HandCorrections corrections,
      PhasesByHand phases,
      long opened,
      double maximumSeconds) {
    this.set = set;
    this.corrections = corrections;
    this.phases = phases;
    this.opened = opened;
    this.longestSteps = HandCorrections.step(maximumSeconds + 1);
  }

  /** Takes a repetition that was counted. */
  void offer(Repetition repetition) {
    lastOffered = repetition.start();
    held.add(new Item(repetition));
  }

  /** Some that were counted are none; what was corrected stays. */
  void forget(List<Repetition> none) {
    held.removeIf(item -> item.entries.isEmpty() && none.contains(item.detected));
  }

  /** Hands over what is decided, in order, with the corrections that are in it. */
  void release(long step, BiConsumer<Repetition, List<Entry>> judged) {
    if (corrections.isEmpty() && held.isEmpty()) {
      return;
    }
    for (Entry entry : inOrderOfKinds()) {
      if (entry.isOpen() && isDue(entry, step)) {
        decide(entry, step, false);
      }
    }
    while (!held.isEmpty() && isFree(held.get(0), step)) {
      handOver(judged);
    }
  }

  /** The set is over: what has found its repetition is decided. */
  void close(long step, BiConsumer<Repetition, List<Entry>> judged) {
    for (Entry entry : inOrderOfKinds()) {
      if (entry.isOpen() && entry.from() < step) {
        decide(entry, step, true);
      }
    }
    while (!held.isEmpty()) {
      handOver(judged);
    }
  }

  /** First step that what waits still needs. */
  long needsFrom(long step) {
    long from = step;
    for (Item item : held) {
      from = Math.min(from, Math.min(item.detected.start(), item.now.start()));
    }
    for (Entry entry : corrections.open()) {
      from = Math.min(from, entry.earliest());
    }
    return from;
  }

  private void handOver(BiConsumer<Repetition, List<Entry>> judged) {
    Item item = held.remove(0);
    judged.accept(item.now, List.copyOf(item.entries));
  }

  /** Bounds first, then what was missed, then bursts within what there is. */
  private List<Entry> inOrderOfKinds() {
    return corrections.open().stream()
        .sorted(Comparator.comparingInt(entry -> rank(entry.correction().kind())))
        .toList();
  }

  private static int rank(Kind kind) {
    return switch (kind) {
      case BOUNDS, REJECT -> 0;
      case ADD -> 1;
      case BURST -> 2;
    };
  }

  /** Whether no repetition that is still to come can overlap it, and its own signals are there. */
  private boolean isDue(Entry entry, long step) {
    boolean lapsed = step > entry.to() + longestSteps || lastOffered >= entry.to();
    long last = entry.correction().endSeconds().map(HandCorrections::step).orElse(entry.to());
    if (!lapsed || step < last + MARGIN_STEPS) {
      return false;
    }
    int rank = rank(entry.correction().kind());
    return corrections.open().stream()
        .noneMatch(
            other -> rank(other.correction().kind()) < rank && other.earliest() < entry.to());
  }

  private boolean isFree(Item item, long step) {
    return step >= item.now.end()
        && corrections.open().stream().noneMatch(open -> open.earliest() <= item.lastStep());
  }

  private void decide(Entry entry, long step, boolean closing) {
    Correction correction = entry.correction();
    if (correction.kind() == Kind.ADD) {
      add(entry, step);
      return;
    }
    Optional<Item> found = mostOverlapped(entry, correction.aboutRepetition());
    if (found.isEmpty()) {
      if (!closing) {
        entry.decide(Fate.NO_REPETITION);
      }
      return;
    }
    Item item = found.get();
    switch (correction.kind()) {
      case BOUNDS -> setBounds(item, entry);
      case REJECT -> reject(item, entry);
      default -> {
        // Whether there is a signal of that muscle is seen when the repetition is measured.
        entry.decide(Fate.NO_SIGNAL);
        item.entries.add(entry);
      }
    }
  }

  private void setBounds(Item item, Entry entry) {
    long start = start(entry);
    long end = end(entry);
    for (Item other : held) {
      if (other != item && isShared(other, start, end) && !isRejected(other)) {
        entry.decide(Fate.COVERS_ANOTHER);
        return;
      }
    }
    item.claimed = true;
    item.now = phases.of(item.detected, start, end);
    item.entries.add(entry);
    entry.apply(changes(item.detected, item.now));
    sort();
  }

  /** Whether a stretch and a repetition are more than half the same. */
  private static boolean isShared(Item item, long start, long end) {
    long shared = Math.min(end, item.now.end()) - Math.max(start, item.now.start());
    long shorter = Math.min(end - start, item.now.end() - item.now.start());
    return shared > SAME_SHARE * shorter;
  }

  /** Whether a correction that is still open says that it is none. */
  private boolean isRejected(Item item) {
    return corrections.open().stream()
        .filter(entry -> entry.correction().kind() == Kind.REJECT)
        .anyMatch(entry -> mostOverlapped(entry, true).filter(one -> one == item).isPresent());
  }

  private void reject(Item item, Entry entry) {
    held.remove(item);
    entry.at(set, 0);
    entry.apply(
        List.of(
            HandCorrections.change("start", GridTrack.seconds(item.detected.start()), Double.NaN),
            HandCorrections.change("end", GridTrack.seconds(item.detected.end()), Double.NaN)));
  }

  private void add(Entry entry, long step) {
    long start = start(entry);
    long end = end(entry);
    if (start < opened || end + MARGIN_STEPS > step) {
      entry.decide(Fate.OUTSIDE_SETS);
      return;
    }
    for (Item item : held) {
      if (isShared(item, start, end)) {
        entry.decide(Fate.ALREADY_THERE);
        return;
      }
    }
    Item item = new Item(phases.of(start, end));
    item.claimed = true;
    item.entries.add(entry);
    held.add(item);
    entry.apply(
        List.of(
            HandCorrections.change("start", Double.NaN, GridTrack.seconds(start)),
            HandCorrections.change("end", Double.NaN, GridTrack.seconds(end))));
    sort();
  }

  private void sort() {
    held.sort(Comparator.comparingLong(item -> item.now.start()));
  }

  private Optional<Item> mostOverlapped(Entry entry, boolean unclaimed) {
    Item most = null;
    long mostShared = 0;
    for (Item item : held) {
      Repetition at = unclaimed ? item.detected : item.now;
      long shared = Math.min(entry.to(), at.end()) - Math.max(entry.from(), at.start());
      if (shared > mostShared && !(unclaimed && item.claimed)) {
        most = item;
        mostShared = shared;
      }
    }
    return Optional.ofNullable(most);
  }

  private static long start(Entry entry) {
    return HandCorrections.step(entry.correction().startSeconds().orElseThrow());
  }

  private static long end(Entry entry) {
    return HandCorrections.step(entry.correction().endSeconds().orElseThrow());
  }

  private static List<Change> changes(Repetition before, Repetition now) {
    return List.of(
        HandCorrections.change(
            "start", GridTrack.seconds(before.start()), GridTrack.seconds(now.start())),
        HandCorrections.change(
            "end", GridTrack.seconds(before.end()), GridTrack.seconds(now.end())));
  }
}
