package org.plumbline.analyzer.health;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Whether two sensors are exchanged, by repetitions in which both legs do the same: what moves
 * unlike its counterpart on the other leg, while another sensor moves like that counterpart, is
 * where that other one should be. Where one leg alone is worn, by how far its thigh and shank go.
 *
 * <pre>
 *             as worn                 with right thigh and pelvis exchanged
 * left thigh  ╱‾‾╲  80°   left thigh  ╱‾‾╲  80°
 * right thigh ╱‾‾╲  80°   right thigh ╱ˉ╲   35°  ◀─┐
 * pelvis      ╱ˉ╲   35°   pelvis      ╱‾‾╲  80°  ◀─┘ the other way round both legs are alike
 * </pre>
 *
 * <p>One thread.
 */
public final class ExchangeWatch {

  /** How the body is held while both legs do the same. */
  public enum Held {
    /** On the feet or a chair: angles are from the start of the repetition. */
    UPRIGHT,
    /** On the back with bent knees: angles are from standing, if that was seen. */
    SUPINE
  }

  /** Legs that do the same stay within some degrees of each other. */
  private static final double UNLIKE_RAD = FastMath.toRadians(8);

  private static final double ALIKE_RAD = FastMath.toRadians(9);

  /** What is left of the difference, and what the next best explanation leaves of it at least. */
  private static final double LEFT_SHARE = 0.35;

  private static final double BETTER = 2;

  /** Upright, thighs go further than what they carry and what carries them. */
  private static final double UPRIGHT_FACTOR = 1.15;

  /** From standing to lying with bent knees: shank 45, pelvis and trunk 90, thigh 135 deg. */
  private static final double SUPINE_RAD = FastMath.toRadians(15);

  /** No ankle takes a shank further in a squat. */
  private static final double SHANK_RAD = FastMath.toRadians(50);

  private static final double SHANK_FACTOR = 1.6;

  /** Between feet and shoulders that stay, hips that rise turn the thigh at least twice as far. */
  private static final double BRIDGE_FACTOR = 1.5;

  private static final double BRIDGE_RAD = FastMath.toRadians(12);
  private static final int CONFIRMED = 2;

  private final Map<Exchange, Integer> seen = new LinkedHashMap<>();
  private final Set<Exchange> certain = new LinkedHashSet<>();

  /**
   * Takes a repetition.
   *
   * @param fromStart how far "up" of each sensor is from the start of the repetition, at as many
   *     instants for all, rad
   * @param fromStanding the same from standing; without those sensors of which that is not known
   */
  void repetition(
      Held held, Map<OnSegment, double[]> fromStart, Map<OnSegment, double[]> fromStanding) {
    Map<OnSegment, double[]> ways = held == Held.UPRIGHT ? fromStart : fromStanding;
    Set<Exchange> said = new LinkedHashSet<>();
    if (unlikeRad(ways, Optional.empty()) > UNLIKE_RAD) {
      likeTheOtherLeg(held, ways).ifPresent(said::add);
    }
    for (Side leg : List.of(Side.LEFT, Side.RIGHT)) {
      if (!hasBoth(leg == Side.LEFT ? Side.RIGHT : Side.LEFT, fromStart)
          && hasBoth(leg, fromStart)
          && kneeOtherWayRound(held, leg, fromStart, fromStanding)) {
        said.add(StepWatch.ofLeg(leg));
      }
    }
    note(said);
  }

  private void note(Set<Exchange> said) {
    seen.keySet().removeIf(one -> !said.contains(one) && !certain.contains(one));
    said.forEach(
        one -> {
          if (seen.merge(one, 1, Integer::sum) >= CONFIRMED) {
            certain.add(one);
          }
        });
    if (said.isEmpty()) {
      // As many repetitions that say otherwise as there were that said so.
      seen.replaceAll((one, times) -> times - 1);
      seen.values().removeIf(times -> times <= 0);
      certain.retainAll(seen.keySet());
    }
  }

  private Optional<Exchange> likeTheOtherLeg(Held held, Map<OnSegment, double[]> ways) {
    double before = unlikeRad(ways, Optional.empty());
    double least = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    Optional<Exchange> best = Optional.empty();
    for (Exchange one : candidates(ways.keySet())) {
      if (!fits(held, ways, one)) {
        continue;
      }
      double after = unlikeRad(ways, Optional.of(one));
      if (after < least) {
        second = least;
        least = after;
        best = Optional.of(one);
      } else if (after < second) {
        second = after;
      }
    }
    boolean clear = least < Math.min(ALIKE_RAD, LEFT_SHARE * before);
    boolean only = second > Math.max(ALIKE_RAD, BETTER * least);
    return best.filter(one -> clear && only);
  }

  /** Exchanges that would change how alike the legs are. */
  private static Set<Exchange> candidates(Set<OnSegment> worn) {
    Set<Exchange> all = new LinkedHashSet<>();
    for (OnSegment own : worn) {
      boolean pair = BodyHealth.onLeg(own) && worn.contains(opposite(own));
      if (pair) {
        for (Segment segment : List.of(Segment.PELVIS, Segment.TRUNK)) {
          OnSegment torso = new OnSegment(segment, Side.MIDLINE);
          if (worn.contains(torso)) {
            all.add(new Exchange(torso, own));
          }
        }
        Exchange knee = StepWatch.ofLeg(own.side());
        if (worn.contains(knee.torso()) && worn.contains(knee.leg())) {
          all.add(knee);
        }
      }
    }
    return all;
  }

  /** Root mean square of how far thighs, or shanks, differ between the legs; the larger one. */
  private static double unlikeRad(Map<OnSegment, double[]> ways, Optional<Exchange> exchanged) {
    double most = 0;
    for (Segment segment : List.of(Segment.THIGH, Segment.SHANK)) {
      double[] left = way(ways, new OnSegment(segment, Side.LEFT), exchanged);
      double[] right = way(ways, new OnSegment(segment, Side.RIGHT), exchanged);
      double sum = 0;
      for (int i = 0; i < Math.min(left.length, right.length); i++) {
        sum += (left[i] - right[i]) * (left[i] - right[i]);
      }
      most = Math.max(most, Math.sqrt(sum / Math.max(1, left.length)));
    }
    return most;
  }

  private static double[] way(
      Map<OnSegment, double[]> ways, OnSegment placement, Optional<Exchange> exchanged) {
    OnSegment sensor = exchanged.map(one -> one.sensorOf(placement)).orElse(placement);
    return ways.getOrDefault(sensor, new double[0]);
  }

  /** Whether what would be so is how a body moves. */
  private static boolean fits(Held held, Map<OnSegment, double[]> ways, Exchange exchanged) {
    Map<Segment, Double> most = new LinkedHashMap<>();
    for (OnSegment placement : ways.keySet()) {
      double[] way = way(ways, placement, Optional.of(exchanged));
      // Who lies is held as is known only before the hips rise.
      double far = held == Held.SUPINE ? way[0] : Arrays.stream(way).max().orElse(0);
      most.merge(placement.segment(), far, held == Held.UPRIGHT ? Math::max : Math::min);
    }
    double thigh = most.getOrDefault(Segment.THIGH, Double.NaN);
    double shank = most.getOrDefault(Segment.SHANK, Double.NaN);
    double pelvis = most.getOrDefault(Segment.PELVIS, Double.NaN);
    double trunk = most.getOrDefault(Segment.TRUNK, Double.NaN);
    if (held == Held.UPRIGHT) {
      return !(thigh < UPRIGHT_FACTOR * shank)
          && !(thigh < UPRIGHT_FACTOR * pelvis)
          && !(thigh < UPRIGHT_FACTOR * trunk);
    }
    return !(thigh - pelvis < SUPINE_RAD)
        && !(thigh - trunk < SUPINE_RAD)
        && !(pelvis - shank < SUPINE_RAD)
        && !(trunk - shank < SUPINE_RAD)
        && !(thigh - shank < 2 * SUPINE_RAD);
  }

  private static boolean kneeOtherWayRound(
      Held held,
      Side leg,
      Map<OnSegment, double[]> fromStart,
      Map<OnSegment, double[]> fromStanding) {
    Exchange knee = StepWatch.ofLeg(leg);
    double thigh = farthest(fromStart, knee.torso());
    double shank = farthest(fromStart, knee.leg());
    if (held == Held.UPRIGHT) {
      return shank > SHANK_RAD && shank > SHANK_FACTOR * thigh;
    }
    double turned = farthest(fromStanding, knee.leg()) - farthest(fromStanding, knee.torso());
    boolean lies = Double.isNaN(turned) || turned > 2 * SUPINE_RAD;
    return lies && shank > BRIDGE_RAD && shank > BRIDGE_FACTOR * thigh;
  }

  private static double farthest(Map<OnSegment, double[]> ways, OnSegment placement) {
    return Arrays.stream(way(ways, placement, Optional.empty())).max().orElse(Double.NaN);
  }

  private static boolean hasBoth(Side leg, Map<OnSegment, double[]> ways) {
    Exchange knee = StepWatch.ofLeg(leg);
    return ways.containsKey(knee.torso()) && ways.containsKey(knee.leg());
  }

  private static OnSegment opposite(OnSegment placement) {
    Side other = placement.side() == Side.LEFT ? Side.RIGHT : Side.LEFT;
    return new OnSegment(placement.segment(), other);
  }

  /** Also while it is not certain yet. */
  boolean suspect(OnSegment placement) {
    return seen.keySet().stream().anyMatch(one -> one.concerns(placement));
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    return certain.stream()
        .filter(one -> one.concerns(placement))
        .findFirst()
        .map(one -> one.finding(placement, seen.getOrDefault(one, CONFIRMED), CONFIRMED));
  }

  /** The sensor, or how it sits, is another one. */
  void restart(OnSegment placement) {
    seen.keySet().removeIf(one -> one.concerns(placement));
    certain.removeIf(one -> one.concerns(placement));
  }
}
