package org.plumbline.analyzer.health;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/**
 * Whether a sensor comes back with the body: when all other sensors are, after a movement, as they
 * were before it (but for a turn of the whole body), one that is not has slipped, or its segment
 * was put elsewhere. The next movement tells which: a segment takes the axis about which it turns
 * along, under a sensor that slipped the axis has moved by just as much.
 *
 * <p>By the gyroscopes alone, over some seconds: a turn about the vertical shows too, and so does
 * one of a sensor whose accelerometer is wrong. One thread.
 */
final class ReturnWatch {
  private static final double SLOW_RAD_PER_S = FastMath.toRadians(20);
  private static final double SLOW_SECONDS = 0.15;
  private static final int COMPARED_EVERY_STEPS = 5;

  /** People come back to within some degrees; a gyroscope drifts by less in that time. */
  private static final double BACK_RAD = FastMath.toRadians(7);

  private static final double APART_RAD = FastMath.toRadians(16);

  /** Less turning than this has no axis. */
  private static final double LEAST_PATH_RAD = FastMath.toRadians(40);

  private static final double PLAIN_SHARE = 0.75;

  /** A slip that moves the axis by less does not show in it. */
  private static final double LEAST_SHIFT_RAD = FastMath.toRadians(8);

  /**
   * In an exercise a thigh or shank cannot be held so much otherwise while all other segments are
   * as before; in the set-up a leg is asked to be.
   */
  private static final double NO_POSTURE_RAD = FastMath.toRadians(20);

  /** After this time the pose is another one. */
  private static final double LONGEST_SECONDS = 20;

  private final Map<OnSegment, Way> ways = new LinkedHashMap<>();
  private final Map<OnSegment, HealthFinding> found = new LinkedHashMap<>();
  private Optional<Doubt> doubt = Optional.empty();
  private Set<Segment> alone = Set.of();
  private double stepSeconds = 0.01;
  private boolean repeats;
  private int slow;
  private int steps;

  /** A sensor that did not come back: what it turned by on its segment. */
  private record Doubt(OnSegment placement, Quaternion slip, Vector3 axisBefore) {}

  /** Of one sensor since the last pose that is compared with. */
  private static final class Way {
    private Quaternion turned = Quaternion.IDENTITY;
    private PrincipalAxis turning = new PrincipalAxis();
    private Vector3 up = Vector3.UNKNOWN;
    private Vector3 axis = Vector3.UNKNOWN;
    private double axisPathRad;
    private int measured;

    private void anchor(Vector3 now) {
      turned = Quaternion.IDENTITY;
      turning = new PrincipalAxis();
      up = now;
      measured = 0;
    }

    private void add(Vector3 turn) {
      double quarter = 1 - 0.25 * turn.dot(turn);
      Quaternion step =
          new Quaternion(Math.sqrt(Math.max(0, quarter)), turn.x() / 2, turn.y() / 2, turn.z() / 2);
      turned = turned.times(step);
      turning.add(turn);
      measured++;
    }

    /** The turn about the vertical alone, -pi to pi. */
    private double headingRad() {
      double along = turned.x() * up.x() + turned.y() * up.y() + turned.z() * up.z();
      double twice = 2 * FastMath.atan2(along, turned.w());
      return FastMath.IEEEremainder(twice, 2 * Math.PI);
    }

    /** What is left when the body's turn about the vertical is taken off. */
    private Quaternion without(double headingRad) {
      return Quaternion.about(up, -headingRad).times(turned);
    }

    private void learn(boolean anyMovement) {
      Vector3 now = axisNow();
      if (now.isKnown() && (anyMovement || turning.pathRad() > axisPathRad)) {
        axis = now;
        axisPathRad = turning.pathRad();
      }
    }

    private Vector3 axisNow() {
      return turning.pathRad() > LEAST_PATH_RAD ? turning.axis(PLAIN_SHARE) : Vector3.UNKNOWN;
    }
  }

  void rate(int stepsPerSecond) {
    stepSeconds = 1.0 / stepsPerSecond;
  }

  /** Segments that the exercise holds up by themselves: that they are away says nothing. */
  void movesAlone(Set<Segment> segments) {
    alone = Set.copyOf(segments);
    doubt = doubt.filter(one -> !alone.contains(one.placement().segment()));
  }

  void restart(OnSegment placement) {
    ways.remove(placement);
    doubt = doubt.filter(one -> !one.placement().equals(placement));
  }

  /**
   * Takes the next grid step.
   *
   * @param exercise whether it is none of the set-up, in which each segment has a movement of its
   *     own: the one in which it turned most shows its axis
   */
  void update(Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups, boolean exercise) {
    repeats = exercise;
    steps++;
    boolean still = turns.size() >= 3;
    for (Map.Entry<OnSegment, Vector3> one : turns.entrySet()) {
      still &= one.getValue().norm() < SLOW_RAD_PER_S * stepSeconds;
      ways.computeIfAbsent(one.getKey(), key -> new Way()).add(one.getValue());
    }
    slow = still ? slow + 1 : 0;
    if (slow * stepSeconds >= SLOW_SECONDS && slow % COMPARED_EVERY_STEPS == 0) {
      compare(ups);
    }
  }

  private void compare(Map<OnSegment, Vector3> ups) {
    Map<OnSegment, Quaternion> left = left();
    if (left.size() < 3) {
      if (steps * stepSeconds > SLOW_SECONDS) {
        anchor(ups);
      }
      return;
    }
    Optional<OnSegment> away = Optional.empty();
    int notBack = 0;
    for (Map.Entry<OnSegment, Quaternion> one : left.entrySet()) {
      double off = Quaternion.IDENTITY.angleToRad(one.getValue());
      notBack += off > BACK_RAD ? 1 : 0;
      if (off > APART_RAD && !alone.contains(one.getKey().segment())) {
        away = Optional.of(one.getKey());
      }
    }
    if (notBack == 0) {
      back();
      anchor(ups);
    } else if (notBack == 1 && away.isPresent()) {
      doubt = doubted(away.get(), left);
      anchor(ups);
    } else if (steps * stepSeconds > LONGEST_SECONDS) {
      doubt = Optional.empty();
      anchor(ups);
    }
  }

  /** How each sensor that was seen all the time turned on the body. */
  private Map<OnSegment, Quaternion> left() {
    double[] headings = new double[ways.size()];
    Map<OnSegment, Way> whole = new LinkedHashMap<>();
    for (Map.Entry<OnSegment, Way> one : ways.entrySet()) {
      Way way = one.getValue();
      if (way.up.isKnown() && way.measured == steps) {
        headings[whole.size()] = way.headingRad();
        whole.put(one.getKey(), way);
      }
    }
    Arrays.sort(headings, 0, whole.size());
    Map<OnSegment, Quaternion> left = new LinkedHashMap<>();
    if (whole.size() >= 3) {
      double body = headings[whole.size() / 2];
      whole.forEach((placement, way) -> left.put(placement, way.without(body)));
    }
    return left;
  }

  /** All are back, also the one that was in doubt: did its axis move? */
  private void back() {
    doubt
        .map(Doubt::placement)
        .map(ways::get)
        .map(Way::axisNow)
        .filter(Vector3::isKnown)
        .ifPresent(this::decide);
    for (Way way : ways.values()) {
      way.learn(repeats);
    }
  }

  private void decide(Vector3 after) {
    Doubt one = doubt.orElseThrow();
    doubt = Optional.empty();
    double off = Quaternion.IDENTITY.angleToRad(one.slip());
    Vector3 before = one.axisBefore();
    Vector3 expected = one.slip().conjugate().rotate(before);
    double shift = apartRad(before, expected);
    double moved = apartRad(after, before);
    double missed = apartRad(after, expected);
    boolean noPosture = repeats && isWholeLeg(one.placement()) && off > NO_POSTURE_RAD;
    boolean slipped =
        shift > LEAST_SHIFT_RAD
            ? moved > shift / 2 && missed < (noPosture ? moved : moved / 2)
            : noPosture && moved < LEAST_SHIFT_RAD;
    if (slipped) {
      found.computeIfAbsent(one.placement(), key -> PoseWatch.slipped(key, off));
    }
  }

  /** Whether the thigh or shank would have to be elsewhere, too. */
  private boolean isWholeLeg(OnSegment placement) {
    return BodyHealth.onLeg(placement)
        && ways.containsKey(new OnSegment(Segment.THIGH, placement.side()))
        && ways.containsKey(new OnSegment(Segment.SHANK, placement.side()));
  }

  private static double apartRad(Vector3 axis, Vector3 other) {
    double angle = axis.angleToRad(other);
    return Math.min(angle, Math.PI - angle);
  }

  /** One that comes back itself after it had not is where it was: what it did was a movement. */
  private Optional<Doubt> doubted(OnSegment placement, Map<OnSegment, Quaternion> left) {
    Way way = ways.get(placement);
    Quaternion slip = left.get(placement);
    if (way == null || slip == null || !way.axis.isKnown() || found.containsKey(placement)) {
      return Optional.empty();
    }
    boolean cameBack =
        doubt
            .filter(one -> one.placement().equals(placement))
            .map(one -> Quaternion.IDENTITY.angleToRad(one.slip().times(slip)) < BACK_RAD)
            .orElse(false);
    return cameBack ? Optional.empty() : Optional.of(new Doubt(placement, slip, way.axis));
  }

  private void anchor(Map<OnSegment, Vector3> ups) {
    steps = 0;
    ways.forEach((placement, way) -> way.anchor(ups.getOrDefault(placement, Vector3.UNKNOWN)));
  }

  /** Also while it is not certain yet. */
  boolean suspect(OnSegment placement) {
    return found.containsKey(placement)
        || doubt.filter(one -> one.placement().equals(placement)).isPresent();
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    return Optional.ofNullable(found.get(placement));
  }
}
