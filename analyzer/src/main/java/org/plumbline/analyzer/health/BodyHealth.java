package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** Sway, noise and a zero error stay below. */
  private static final double SWAY_RAD_PER_S = FastMath.toRadians(12);

  private static final double LIFT_RAD = FastMath.toRadians(40);

  /** Legs lean over by some 4 to 7 deg when one is lifted. */
  private static final double MIRRORED_RAD = FastMath.toRadians(1.5);

  private final SwingWatch swings = new SwingWatch();
  private final PoseWatch poses = new PoseWatch();
  private final AxisWatch axes = new AxisWatch();
  private final TorsoWatch torso = new TorsoWatch();
  private final StepWatch steps = new StepWatch();
  private final ExchangeWatch likeness = new ExchangeWatch();
  private final ReturnWatch returns = new ReturnWatch();
  private final LooseWatch loose = new LooseWatch();
  private final FactorWatch factors = new FactorWatch();
  private final LagWatch lags;
  private final TurnHistory history;
  private final Map<OnSegment, HealthFinding> swapped = new LinkedHashMap<>();
  private final Map<OnSegment, HealthFinding> mirrored = new LinkedHashMap<>();

  /**
   * Watches a body.
   *
   * @param stepsPerSecond of the common grid
   */
  public BodyHealth(int stepsPerSecond) {
    lags = new LagWatch(stepsPerSecond);
    history = new TurnHistory(60 * stepsPerSecond, SWAY_RAD_PER_S / stepsPerSecond);
    swings.rate(stepsPerSecond);
    poses.rate(stepsPerSecond);
    axes.rate(stepsPerSecond);
    loose.rate(stepsPerSecond);
    returns.rate(stepsPerSecond);
  }

  /**
   * Takes the next grid step.
   *
   * @param turns rotation vector of each sensor since the step before, its own axes
   * @param ups "up" in each sensor's axes; the same sensors
   * @param level sensors whose accelerometer can be trusted with it
   */
  public void update(
      Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups, Set<OnSegment> level) {
    swings.update(turns, ups);
    poses.update(turns, ups, level);
    axes.update(turns);
    loose.update(turns);
    returns.update(turns, ups, true);
    lags.update(turns);
  }

  /**
   * What is done from now on moves these segments of one leg while all else may rest.
   *
   * @param longestSeconds that they may be away from where they rest
   */
  public void movesAlone(Set<Segment> segments, double longestSeconds) {
    poses.movesAlone(segments, longestSeconds);
    lags.movesAlone(segments);
    returns.movesAlone(segments);
  }

  /**
   * Takes the next grid step of a set-up, in which single limbs move and others rest: nothing of
   * that looks like an exercise, and only who moved is kept.
   */
  public void setUp(Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    history.update(turns);
    torso.update(ups);
    steps.update(ups);
    returns.update(turns, ups, false);
  }

  /** Takes how far the gyroscopes of all worn sensors turn against gravity, now and then. */
  public void turnFactors(Map<OnSegment, TurnFactor> now) {
    factors.update(now);
  }

  /** Whether time itself may run wrong. */
  public boolean timeInDoubt() {
    return factors.timeInDoubt();
  }

  /** A sensor's numbers mean something else from here on, or another one took its place. */
  public void restart(OnSegment placement) {
    poses.restart(placement);
    axes.restart(placement);
    loose.restart(placement);
    returns.restart(placement);
    factors.forget(placement);
  }

  /** What was learned of how a sensor sits does not hold any more, nor that it is mirrored. */
  public void otherAxes(OnSegment placement) {
    mirrored.remove(placement);
    torso.restart(placement);
    steps.restart(placement);
    likeness.restart(placement);
  }

  /**
   * The person was asked to move one leg in the step of the set-up that is ending; what counts is
   * its first minute, as for the axes.
   *
   * @param moved what of the leg turns in that movement
   * @return thighs and shanks that have both a sensor, and whether it can be told of them which
   *     side they are on
   */
  public Map<OnSegment, Boolean> legLift(Side asked, Predicate<Segment> moved) {
    Side other = asked == Side.LEFT ? Side.RIGHT : Side.LEFT;
    Map<OnSegment, Boolean> told = new LinkedHashMap<>();
    for (OnSegment own : history.legs()) {
      OnSegment opposite = new OnSegment(own.segment(), other);
      if (own.side() == asked && moved.test(own.segment()) && history.legs().contains(opposite)) {
        double turned = history.turnedRad(own);
        double against = history.turnedRad(opposite);
        boolean ownMoved = turned > LIFT_RAD && turned > LIFT_FACTOR * against;
        boolean otherMoved = against > LIFT_RAD && against > LIFT_FACTOR * turned;
        told.put(own, ownMoved || otherMoved);
        told.put(opposite, ownMoved || otherMoved);
        if (ownMoved) {
          swapped.remove(own);
          swapped.remove(opposite);
        } else if (otherMoved && !swings.liesStill(own)) {
          exchanged(own, opposite, against / turned);
        }
      }
    }
    return told;
  }

  /**
   * A step of the set-up is over, and another one may begin.
   *
   * @param leg the one that was asked for; the middle where it was none
   */
  public void stepDone(AskedMovement asked, Side leg) {
    torso.stepDone(leg != Side.MIDLINE, asked == AskedMovement.BOW);
    steps.stepDone(asked, leg);
    history.begin();
  }

  /**
   * Takes a repetition of an exercise in which both legs do the same; see {@link ExchangeWatch}.
   *
   * @param fromStart how far "up" of each sensor is from the start of the repetition, at as many
   *     instants for all, rad
   * @param fromStanding the same from standing, without those sensors of which that is not known
   */
  public void repetition(
      ExchangeWatch.Held held,
      Map<OnSegment, double[]> fromStart,
      Map<OnSegment, double[]> fromStanding) {
    likeness.repetition(held, fromStart, fromStanding);
  }

  private void exchanged(OnSegment own, OnSegment opposite, double times) {
    String text =
        Texts.get(
            "health.sides-swapped",
            Texts.get("side." + own.side().id()),
            Texts.get("side." + opposite.side().id()));
    for (OnSegment one : List.of(own, opposite)) {
      swapped.put(
          one, new HealthFinding(Code.SIDES_SWAPPED, one.id(), times, LIFT_FACTOR, "1", text));
    }
  }

  /**
   * A leg carried the body alone.
   *
   * @param leanRad how far a sensor on it leaned to the person's right, against standing on both.
   *     Nobody stands on one leg without moving over it; a sensor that leans the other way lives in
   *     the mirrored world
   */
  public void stance(OnSegment placement, double leanRad) {
    double over = placement.side() == Side.RIGHT ? leanRad : -leanRad;
    if (over > MIRRORED_RAD) {
      mirrored.remove(placement);
    } else if (over < -MIRRORED_RAD) {
      double deg = FastMath.toDegrees(-over);
      String text = Texts.get("health.mirrored", name(placement), Texts.number(deg, 0));
      mirrored.put(
          placement,
          new HealthFinding(
              Code.MIRRORED, placement.id(), deg, FastMath.toDegrees(MIRRORED_RAD), "deg", text));
    }
  }

  /** Whether nothing should be measured with a sensor at this moment. */
  public boolean suspect(OnSegment placement) {
    return swapped.containsKey(placement)
        || mirrored.containsKey(placement)
        || factors.suspect(placement)
        || lags.suspect(placement)
        || misleads(placement);
  }

  /**
   * Whether not even how far the segment is on its way can be read from a sensor at this moment.
   * Which side it is on does not matter for that, nor that it is a little late.
   */
  public boolean misleads(OnSegment placement) {
    return swings.liesStill(placement)
        || torso.suspect(placement)
        || steps.suspect(placement)
        || likeness.suspect(placement)
        || returns.suspect(placement)
        || loose.suspect(placement)
        || poses.suspect(placement)
        || axes.suspect(placement);
  }

  /** What is held against the sensor on a segment. */
  public List<HealthFinding> findings(OnSegment placement) {
    List<HealthFinding> all = new ArrayList<>();
    Optional.ofNullable(swapped.get(placement)).ifPresent(all::add);
    elsewhere(placement).ifPresent(all::add);
    swings.finding(placement).ifPresent(all::add);
    poses
        .finding(placement)
        .or(() -> axes.finding(placement))
        .or(() -> returns.finding(placement))
        .ifPresent(all::add);
    loose.finding(placement).ifPresent(all::add);
    factors.finding(placement).ifPresent(all::add);
    lags.finding(placement).ifPresent(all::add);
    return List.copyOf(all);
  }

  /** What says that a sensor was on another segment, or in a mirrored world, all along. */
  public Optional<HealthFinding> wrongAllAlong(OnSegment placement) {
    return Optional.ofNullable(swapped.get(placement))
        .or(() -> elsewhere(placement))
        .or(() -> factors.finding(placement));
  }

  /** On another segment of its side, or mirrored: one that is elsewhere leans otherwise too. */
  private Optional<HealthFinding> elsewhere(OnSegment placement) {
    return steps
        .finding(placement)
        .or(() -> likeness.finding(placement))
        .or(() -> torso.finding(placement))
        .or(() -> Optional.ofNullable(mirrored.get(placement)));
  }

  /** The sensor of a segment, as it is called in texts. */
  static String name(OnSegment placement) {
    return placement.id().replace('-', ' ');
  }

  static boolean onLeg(OnSegment placement) {
    return placement.segment() == Segment.THIGH || placement.segment() == Segment.SHANK;
  }
}
