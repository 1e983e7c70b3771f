package org.plumbline.analyzer.emg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What 100 % of a muscle is, from contractions that were asked for. Stateless.
 *
 * <p>MVIC: the largest mean over half a second of at least 3 trials in at least 2 positions (no
 * position is best for everybody: Contreras 2015). Otherwise the mean of those half seconds.
 */
public final class ReferenceContraction {

  /** Half a second of the grid. */
  static final int WINDOW_STEPS = 50;

  public static final int LEAST_TRIALS = 3;
  public static final int LEAST_POSITIONS = 2;

  /** The filters around the window must have been good, too. */
  private static final int MARGIN_STEPS = 25;

  private static final int MOST_REFUSED = 20;

  private ReferenceContraction() {}

  /**
   * One trial of one muscle.
   *
   * @param position how the person lay or stood, one word
   * @param volts best usable half second, RMS envelope; empty when there was none
   * @param problem code of what was wrong with a better one, if so
   */
  public record Trial(String position, OptionalDouble volts, Optional<String> problem) {}

  /**
   * What became of the trials of a muscle.
   *
   * @param volts at 100 %
   * @param spread largest over smallest trial; how repeatable it was
   */
  public record Result(double volts, double spread) {}

  /** Where the muscle's quality over a stretch of grid steps comes from. */
  @FunctionalInterface
  public interface Stretches {
    Optional<ChannelQuality> quality(long fromStep, long toStep);
  }

  /** The best usable half second of a muscle between two grid steps. */
  public static Trial best(
      String position, RecordedMuscle muscle, long fromStep, long toStep, Stretches stretches) {
    List<Long> refused = new ArrayList<>();
    Optional<String> problem = Optional.empty();
    while (refused.size() <= MOST_REFUSED) {
      long best = -1;
      double most = 0;
      for (long at = fromStep; at + WINDOW_STEPS <= toStep; at++) {
        double volts = near(refused, at) ? 0 : muscle.meanVolts(at, at + WINDOW_STEPS - 1);
        if (volts > most) {
          most = volts;
          best = at;
        }
      }
      if (best < 0) {
        break;
      }
      Optional<String> wrong =
          stretches
              .quality(best - MARGIN_STEPS, best + WINDOW_STEPS + MARGIN_STEPS)
              .flatMap(ChannelQuality::problem);
      if (wrong.isEmpty()) {
        return new Trial(position, OptionalDouble.of(most), problem);
      }
      problem = problem.or(() -> wrong);
      refused.add(best);
    }
    return new Trial(position, OptionalDouble.empty(), problem);
  }

  private static boolean near(List<Long> refused, long at) {
    return refused.stream().anyMatch(one -> Math.abs(one - at) < WINDOW_STEPS);
  }

  /** Positions of the trials that can be used. */
  public static long positions(List<Trial> trials) {
    return usable(trials).stream().map(Trial::position).distinct().count();
  }

  /** The trials that can be used. */
  public static List<Trial> usable(List<Trial> trials) {
    return trials.stream().filter(trial -> trial.volts().isPresent()).toList();
  }

  /** The largest trial; empty when there are too few trials or positions for an MVIC. */
  public static Optional<Result> maximum(List<Trial> trials) {
    List<Trial> usable = usable(trials);
    if (usable.size() < LEAST_TRIALS || positions(trials) < LEAST_POSITIONS) {
      return Optional.empty();
    }
    double most = usable.stream().mapToDouble(one -> one.volts().orElseThrow()).max().orElseThrow();
    return Optional.of(new Result(most, spread(usable)));
  }

  /** The mean of the trials; empty when there is none. */
  public static Optional<Result> mean(List<Trial> trials) {
    List<Trial> usable = usable(trials);
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    double sum = 0;
    for (Trial trial : usable) {
      sum += trial.volts().orElseThrow() / usable.size();
    }
    return Optional.of(new Result(sum, spread(usable)));
  }

  private static double spread(List<Trial> usable) {
    double most = usable.stream().mapToDouble(one -> one.volts().orElseThrow()).max().orElseThrow();
    double least =
        usable.stream().mapToDouble(one -> one.volts().orElseThrow()).min().orElseThrow();
    return most / least;
  }
}
