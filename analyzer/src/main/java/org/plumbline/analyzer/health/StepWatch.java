package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Whether a sensor of the pelvis or trunk is exchanged with one of a leg, or thigh and shank with
 * each other, by the movements of the set-up: which segments turn far in them is known.
 *
 * <p>Compared is how far "up" of each sensor goes from where it was as the step began. A step done
 * again takes back what it said before. One thread.
 */
final class StepWatch {
  /** The pelvis turns by 10 to 15 deg when a leg is swung, the standing leg by less. */
  private static final double MOVED_RAD = FastMath.toRadians(25);

  /** What follows a leg turns by a third of its way at most, in a swing by a tenth. */
  private static final double FACTOR = 2.5;

  /** A knee that bends in the back swing takes the shank 1.3 to 2 times as far as the thigh. */
  private static final double KNEE_FACTOR = 1.3;

  private final Map<OnSegment, FarthestUp> ways = new LinkedHashMap<>();
  private final Map<Exchange, Integer> seen = new LinkedHashMap<>();

  /** What the shank did against the thigh, by leg: more than it should (true) or as it should. */
  private final Map<Side, Boolean> swung = new LinkedHashMap<>();

  private final Map<Side, Boolean> lifted = new LinkedHashMap<>();

  /** How far thighs and shanks went in the swing of their leg. */
  private final Map<OnSegment, Double> swing = new LinkedHashMap<>();

  void update(Map<OnSegment, Vector3> ups) {
    ups.forEach(
        (placement, up) -> ways.computeIfAbsent(placement, key -> new FarthestUp()).take(up));
  }

  /** A step is over, and another one begins; {@code leg} is the one that was asked for. */
  void stepDone(AskedMovement movement, Side leg) {
    Map<OnSegment, Double> far = new LinkedHashMap<>();
    ways.forEach((placement, way) -> far.put(placement, way.rad()));
    ways.clear();
    switch (movement) {
      case SWING -> {
        withTorso(leg, List.of(Segment.THIGH, Segment.SHANK), far);
        swung(leg, far);
      }
      case LIFT -> {
        withTorso(leg, List.of(Segment.THIGH), far);
        compare(leg, far).ifPresent(ratio -> judge(lifted, leg, ratio > KNEE_FACTOR, ratio < 1));
        oneLeg(leg);
      }
      case EXTEND -> {
        withTorso(leg, List.of(Segment.SHANK), far);
        extended(leg, far);
      }
      case BOW -> bowed(far);
      case OTHER -> {
        // Nothing of which it is known who moves.
      }
    }
  }

  /** One sensor of the torso moves as a segment of this leg should, and that one does not. */
  private void withTorso(Side leg, List<Segment> moved, Map<OnSegment, Double> far) {
    for (Segment torso : List.of(Segment.PELVIS, Segment.TRUNK)) {
      OnSegment high = new OnSegment(torso, Side.MIDLINE);
      double away = far.getOrDefault(high, 0.0);
      List<OnSegment> behind = new ArrayList<>();
      for (Segment segment : moved) {
        OnSegment own = new OnSegment(segment, leg);
        if (far.containsKey(own)) {
          double turned = far.getOrDefault(own, 0.0);
          if (turned > MOVED_RAD && turned > away) {
            seen.remove(new Exchange(high, own));
          } else if (turned * FACTOR < away) {
            behind.add(own);
          }
        }
      }
      if (behind.size() == 1 && away > MOVED_RAD && alone(high, leg, away, far)) {
        seen.merge(new Exchange(high, behind.get(0)), 1, Integer::sum);
      }
    }
  }

  /** Neither the rest of the torso nor the leg that stands goes as far. */
  private static boolean alone(OnSegment high, Side leg, double away, Map<OnSegment, Double> far) {
    return far.entrySet().stream()
        .filter(one -> !one.getKey().equals(high) && one.getKey().side() != leg)
        .allMatch(one -> one.getValue() * FACTOR < away);
  }

  /** A leg that bows while the other does not, and a torso that stays. */
  private void bowed(Map<OnSegment, Double> far) {
    for (Segment segment : List.of(Segment.THIGH, Segment.SHANK)) {
      bowed(new OnSegment(segment, Side.LEFT), new OnSegment(segment, Side.RIGHT), far);
      bowed(new OnSegment(segment, Side.RIGHT), new OnSegment(segment, Side.LEFT), far);
    }
  }

  private void bowed(OnSegment own, OnSegment other, Map<OnSegment, Double> far) {
    if (!far.containsKey(own) || !far.containsKey(other)) {
      return;
    }
    double turned = far.getOrDefault(own, 0.0);
    List<OnSegment> behind =
        far.keySet().stream()
            .filter(one -> one.side() == Side.MIDLINE)
            .filter(one -> far.getOrDefault(one, 0.0) * FACTOR < turned)
            .toList();
    boolean wrong = turned > MOVED_RAD && far.getOrDefault(other, 0.0) * FACTOR < turned;
    if (wrong && behind.size() == 1) {
      seen.merge(new Exchange(behind.get(0), own), 1, Integer::sum);
    }
  }

  /** How much further the shank went than the thigh, where one of them moved. */
  private static Optional<Double> compare(Side leg, Map<OnSegment, Double> far) {
    double thigh = far.getOrDefault(new OnSegment(Segment.THIGH, leg), Double.NaN);
    double shank = far.getOrDefault(new OnSegment(Segment.SHANK, leg), Double.NaN);
    boolean moved = Math.max(thigh, shank) > MOVED_RAD;
    return moved ? Optional.of(shank / thigh) : Optional.empty();
  }

  private static void judge(Map<Side, Boolean> said, Side leg, boolean wrong, boolean right) {
    if (wrong || right) {
      said.put(leg, wrong);
    }
  }

  /** Who bends the knee in a swing, as people do, moves the shank further. */
  private void swung(Side leg, Map<OnSegment, Double> far) {
    Optional<Double> ratio = compare(leg, far);
    ratio.ifPresent(times -> judge(swung, leg, times * KNEE_FACTOR < 1, times > KNEE_FACTOR));
    oneLeg(leg);
    for (Segment segment : List.of(Segment.THIGH, Segment.SHANK)) {
      OnSegment own = new OnSegment(segment, leg);
      swing.put(own, far.getOrDefault(own, 0.0));
    }
    bothLegs(Side.LEFT, Side.RIGHT);
    bothLegs(Side.RIGHT, Side.LEFT);
  }

  /** What the thigh of the other leg did, the shank of this one did, and the other way round. */
  private void bothLegs(Side leg, Side other) {
    boolean wrong = Boolean.TRUE.equals(swung.get(leg)) && Boolean.FALSE.equals(swung.get(other));
    if (wrong
        && alike(new OnSegment(Segment.THIGH, leg), new OnSegment(Segment.SHANK, other))
        && alike(new OnSegment(Segment.SHANK, leg), new OnSegment(Segment.THIGH, other))) {
      seen.put(ofLeg(leg), 1);
    }
  }

  private boolean alike(OnSegment one, OnSegment other) {
    double a = swing.getOrDefault(one, 0.0);
    double b = swing.getOrDefault(other, 0.0);
    return Math.max(a, b) < KNEE_FACTOR * Math.min(a, b);
  }

  /**
   * A thigh that goes further than its shank in the swing, and a shank that is lifted while its
   * thigh stays behind, contradict what was asked for twice; exchanged they fit.
   */
  private void oneLeg(Side leg) {
    boolean wrong = Boolean.TRUE.equals(swung.get(leg)) && Boolean.TRUE.equals(lifted.get(leg));
    if (wrong) {
      seen.put(ofLeg(leg), 2);
    } else if (Boolean.FALSE.equals(swung.get(leg)) || Boolean.FALSE.equals(lifted.get(leg))) {
      seen.remove(ofLeg(leg));
    }
  }

  /** The thigh of somebody who sits lies on the chair. */
  private void extended(Side leg, Map<OnSegment, Double> far) {
    compare(leg, far)
        .ifPresent(
            times -> {
              if (times * FACTOR < 1) {
                seen.put(ofLeg(leg), 1);
              } else if (times > 1) {
                seen.remove(ofLeg(leg));
              }
            });
  }

  static Exchange ofLeg(Side leg) {
    return new Exchange(new OnSegment(Segment.THIGH, leg), new OnSegment(Segment.SHANK, leg));
  }

  boolean suspect(OnSegment placement) {
    return seen.keySet().stream().anyMatch(one -> one.concerns(placement));
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    return seen.entrySet().stream()
        .filter(one -> one.getKey().concerns(placement))
        .findFirst()
        .map(one -> one.getKey().finding(placement, one.getValue(), 1));
  }

  /** The sensor, or how it sits, is another one. */
  void restart(OnSegment placement) {
    seen.keySet().removeIf(one -> one.concerns(placement));
    ways.remove(placement);
  }
}
