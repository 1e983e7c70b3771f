package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * What only shows when the sensors of a body are seen together: one that is not worn, one that
 * slipped, one whose time is late, thigh and shank or left and right exchanged.
 *
 * <p>Fed step by step on the common grid, so that the order of arrival does not show. One thread.
 */
public final class BodyHealth {
  /** Turned by this much more than the other leg is having been lifted. */
  private static final double LIFT_FACTOR = 2;

  private static final double LIFT_RAD = FastMath.toRadians(30);

  private final SwingWatch swings = new SwingWatch();
  private final PoseWatch poses = new PoseWatch();
  private final AxisWatch axes = new AxisWatch();
  private final LagWatch lags;
  private final TurnHistory history;
  private final Map<OnSegment, HealthFinding> swapped = new LinkedHashMap<>();

  /**
   * Watches a body.
   *
   * @param stepsPerSecond of the common grid
   */
  public BodyHealth(int stepsPerSecond) {
    lags = new LagWatch(stepsPerSecond);
    history = new TurnHistory(60 * stepsPerSecond);
    swings.rate(stepsPerSecond);
    poses.rate(stepsPerSecond);
    axes.rate(stepsPerSecond);
  }

  /**
   * Takes the next grid step.
   *
   * @param turns rotation vector of each sensor since the step before, its own axes
   * @param ups "up" in each sensor's axes; the same sensors
   * @param level sensors whose accelerometer can be trusted with it
   */
  public void update(
      long step, Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups, Set<OnSegment> level) {
    swings.update(turns, ups);
    poses.update(turns, ups, level);
    axes.update(turns);
    lags.update(turns);
    history.update(step, turns);
  }

  /**
   * Takes the next grid step of a set-up, in which single limbs move and others rest: nothing of
   * that looks like an exercise, and only who moved is kept.
   */
  public void setUp(long step, Map<OnSegment, Vector3> turns) {
    history.update(step, turns);
  }

  /** A sensor's numbers mean something else from here on, or another one took its place. */
  public void restart(OnSegment placement) {
    poses.restart(placement);
    axes.restart(placement);
  }

  /**
   * The person was asked to lift one leg between two grid steps of the last minute.
   *
   * @return whether it can be told which leg was lifted
   */
  public boolean legLift(Side asked, long fromStep, long toStep) {
    Side other = asked == Side.LEFT ? Side.RIGHT : Side.LEFT;
    double own = history.turnedRad(asked, fromStep, toStep);
    double against = history.turnedRad(other, fromStep, toStep);
    boolean ownLifted = own > LIFT_RAD && own > LIFT_FACTOR * against;
    boolean otherLifted = against > LIFT_RAD && against > LIFT_FACTOR * own;
    if (ownLifted || otherLifted) {
      swapped.clear();
    }
    if (otherLifted) {
      String text =
          Texts.get(
              "health.sides-swapped",
              Texts.get("side." + asked.id()),
              Texts.get("side." + other.id()));
      for (OnSegment leg : history.legs()) {
        swapped.put(
            leg,
            new HealthFinding(Code.SIDES_SWAPPED, leg.id(), against / own, LIFT_FACTOR, "1", text));
      }
    }
    return ownLifted || otherLifted;
  }

  /** Whether nothing should be measured with a sensor at this moment. */
  public boolean suspect(OnSegment placement) {
    return swapped.containsKey(placement)
        || swings.suspect(placement)
        || poses.suspect(placement)
        || axes.suspect(placement)
        || lags.suspect(placement);
  }

  /** What is held against the sensor on a segment. */
  public List<HealthFinding> findings(OnSegment placement) {
    List<HealthFinding> all = new ArrayList<>();
    if (swapped.containsKey(placement)) {
      all.add(Objects.requireNonNull(swapped.get(placement)));
    }
    swings.finding(placement).ifPresent(all::add);
    poses.finding(placement).or(() -> axes.finding(placement)).ifPresent(all::add);
    lags.finding(placement).ifPresent(all::add);
    return List.copyOf(all);
  }

  /** The sensor of a segment, as it is called in texts. */
  static String name(OnSegment placement) {
    return placement.id().replace('-', ' ');
  }

  static boolean onLeg(OnSegment placement) {
    return placement.segment() == Segment.THIGH || placement.segment() == Segment.SHANK;
  }
}
