package org.plumbline.analyzer.repetition;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds repetitions in which nothing moves, from the level of a muscle over its rest: on above one
 * threshold, off below a lower one, both also shares of the person's own repetitions. One thread; a
 * call per grid step.
 */
public final class SqueezeDetector {

  /**
   * What is no repetition, and how its bounds are read. Engineering choices.
   *
   * @param minimumSeconds of the exercise
   * @param maximumSeconds of the exercise
   * @param onRatio times the rest; 3 is 10 dB, and noise in a 0.1 s envelope scatters by 13 %
   * @param offRatio times the rest
   * @param ownOnShare of the median of the person's last repetitions
   * @param ownOffShare of the highest level of this one
   * @param restSeconds below the lower threshold for so long ends a repetition
   * @param boundShare of the highest level: where a repetition begins and ends
   * @param holdShare of the highest level: where its hold begins and ends
   */
  public record Parameters(
      double minimumSeconds,
      double maximumSeconds,
      double onRatio,
      double offRatio,
      double ownOnShare,
      double ownOffShare,
      double restSeconds,
      double boundShare,
      double holdShare) {

    public static Parameters of(double minimumSeconds, double maximumSeconds) {
      return new Parameters(minimumSeconds, maximumSeconds, 3, 2, 0.35, 0.25, 0.3, 0.15, 0.6);
    }
  }

  private static final int OWN_MEMORY = 5;

  private final Parameters parameters;
  private final double stepsPerSecond;
  private double[] levels = new double[1024];
  private long first;
  private int size;
  private boolean working;
  private long begun;
  private long lastHigh;
  private double peak;
  private long lastEnd = Long.MIN_VALUE;
  private final double[] lastPeaks = new double[OWN_MEMORY];
  private int peaks;

  public SqueezeDetector(Parameters parameters, double stepsPerSecond) {
    this.parameters = parameters;
    this.stepsPerSecond = stepsPerSecond;
  }

  /**
   * Takes the next grid step.
   *
   * @param step consecutive, ascending
   * @param level of the muscle that works most, times its rest; NaN where it is not known
   * @return the repetition that this step completed
   */
  public Optional<Repetition> update(long step, double level) {
    if (Double.isNaN(level)) {
      return interrupt();
    }
    append(step, level);
    if (!working) {
      if (level > Math.max(parameters.onRatio(), parameters.ownOnShare() * ownMedian())) {
        working = true;
        begun = step;
        lastHigh = step;
        peak = level;
      } else {
        forgetOld(step);
      }
      return Optional.empty();
    }
    peak = Math.max(peak, level);
    if (level > offLevel()) {
      lastHigh = step;
    }
    if ((step - begun) / stepsPerSecond > parameters.maximumSeconds()) {
      working = false;
      return Optional.empty();
    }
    boolean rests = (step - lastHigh) / stepsPerSecond >= parameters.restSeconds();
    return rests ? finish(step, true) : Optional.empty();
  }

  private double offLevel() {
    return Math.max(parameters.offRatio(), parameters.ownOffShare() * peak);
  }

  /**
   * Nothing was measured: what follows is not connected.
   *
   * @return the repetition that was cut off, as incomplete
   */
  public Optional<Repetition> interrupt() {
    Optional<Repetition> cut = working ? finish(first + size - 1, false) : Optional.empty();
    working = false;
    size = 0;
    return cut;
  }

  /** A repetition under way when the set is stopped, as incomplete. */
  public Optional<Repetition> stop() {
    return interrupt();
  }

  /** 1 at the person's own usual level; NaN before there was a repetition. */
  public double progress() {
    double own = ownMedian();
    return own > 0 && size > 0 ? Math.max(0, (levels[size - 1] - 1) / (own - 1)) : Double.NaN;
  }

  private Optional<Repetition> finish(long step, boolean complete) {
    working = false;
    long end = complete ? after(parameters.boundShare(), lastHigh, step) : step;
    long start = before(parameters.boundShare());
    long holdStart = start;
    while (holdStart < end && level(holdStart) < share(parameters.holdShare())) {
      holdStart++;
    }
    long holdEnd = end;
    while (holdEnd > holdStart && level(holdEnd) < share(parameters.holdShare())) {
      holdEnd--;
    }
    if ((holdEnd - holdStart) / stepsPerSecond < parameters.minimumSeconds()) {
      return Optional.empty();
    }
    if (complete) {
      lastPeaks[peaks++ % OWN_MEMORY] = peak;
    }
    lastEnd = end;
    return Optional.of(new Repetition(start, holdStart, holdEnd, end, 0, complete));
  }

  /** A level that lies a share of the way from rest to the peak. */
  private double share(double share) {
    return 1 + share * (peak - 1);
  }

  private long before(double boundShare) {
    long start = back(first, Math.max(1.3, share(boundShare)));
    if (lastEnd < first || start > lastEnd) {
      return start;
    }
    // Since the one before the muscle never let go so far: from what it did let go to.
    double lowest = peak;
    for (long at = lastEnd + 1; at <= begun; at++) {
      lowest = Math.min(lowest, level(at));
    }
    return back(lastEnd + 1, lowest + boundShare * (peak - lowest));
  }

  private long back(long earliest, double bound) {
    long at = begun;
    while (at > earliest && level(at) > bound) {
      at--;
    }
    return at;
  }

  private long after(double boundShare, long from, long to) {
    long at = from;
    while (at < to && level(at) > Math.max(1.3, share(boundShare))) {
      at++;
    }
    return at;
  }

  private double level(long step) {
    return levels[(int) (step - first)];
  }

  private void append(long step, double level) {
    if (size == 0) {
      first = step;
    }
    if (size == levels.length) {
      levels = Arrays.copyOf(levels, size * 2);
    }
    levels[size++] = level;
  }

  /** At rest two seconds are enough to find where the next repetition begins. */
  private void forgetOld(long step) {
    int keep = (int) (2 * stepsPerSecond);
    if (size > 4 * keep) {
      System.arraycopy(levels, size - keep, levels, 0, keep);
      size = keep;
      first = step - keep + 1;
    }
  }

  private double ownMedian() {
    int n = Math.min(peaks, OWN_MEMORY);
    if (n == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(lastPeaks, n);
    Arrays.sort(sorted);
    return sorted[n / 2];
  }
}
