package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.RepetitionPlan;

/**
 * What goes wrong continuously in simulated sets of an exercise, and which rule it is for.
 *
 * @param rule whose limits the amounts are laid around
 * @param fault {@link Fault#NONE} is a repetition that is too small
 * @param usualErrorDeg what is stated of what the rule reads as a rule, against the limit for
 *     everyone; only lays out the amounts
 * @param usualOwnErrorDeg the same against the own reference under the same calibration
 */
record SetFault(String rule, Fault fault, double usualErrorDeg, double usualOwnErrorDeg) {

  /** One with the same error either way. */
  SetFault(String rule, Fault fault, double usualErrorDeg) {
    this(rule, fault, usualErrorDeg, usualErrorDeg);
  }

  /** How much of a fault a probe has. */
  private static final double PROBE_DEPTH = 0.7;

  private static final double PROBE_HOLD = 0.4;

  private static final SetFault SMALL = new SetFault("depth", Fault.NONE, 2.2);
  private static final SetFault VALGUS = new SetFault("knee-valgus", Fault.KNEE_VALGUS, 4, 1.8);
  private static final SetFault RISING = new SetFault("knee-valgus", Fault.KNEE_IN_RISING, 1.6);
  private static final SetFault TILT = new SetFault("pelvic-tilt", Fault.PELVIC_TILT, 2.4);
  private static final SetFault DROP = new SetFault("pelvic-drop", Fault.PELVIC_DROP, 1.5);
  private static final SetFault ROLL = new SetFault("pelvic-roll-back", Fault.ROLL_BACK, 1.4);
  private static final SetFault KNEE = new SetFault("knee-bend", Fault.KNEE_BEND, 3);

  boolean isHold() {
    return rule.equals("hold");
  }

  /** Those of the posture in an exercise. */
  static List<SetFault> of(Exercise exercise) {
    return switch (exercise) {
      case SQUAT ->
          List.of(
              VALGUS,
              RISING,
              new SetFault("forward-lean", Fault.FORWARD_LEAN, 2),
              new SetFault("butt-wink", Fault.TUCK, 2.5, 5.7),
              TILT,
              SMALL);
      case BRIDGE -> List.of(VALGUS, TILT, SMALL);
      case SINGLE_LEG_SQUAT -> List.of(VALGUS, DROP, SMALL);
      case MARCHING_BRIDGE -> List.of(DROP);
      case SIT_TO_STAND -> List.of(RISING, SMALL);
      case HIP_THRUST -> List.of(TILT, SMALL);
      case SINGLE_LEG_BRIDGE -> List.of(DROP, TILT, SMALL);
      case CLAMSHELL, LEG_LIFT_SIDE_LYING -> List.of(ROLL, SMALL);
      case LEG_LIFT_PRONE, REAR_LEG_KNEE_BEND -> List.of(TILT, SMALL);
      case LEG_LIFT_STRAIGHT -> List.of(TILT, KNEE, SMALL);
      case HIP_HINGE -> List.of(new SetFault("lumbar-flexion", Fault.ROUND_BACK, 3.5), KNEE, SMALL);
      case LUNGE -> List.of(VALGUS, DROP, new SetFault("side-lean", Fault.SIDE_LEAN, 1.5), SMALL);
      case TOE_RAISE -> List.of(SMALL);
    };
  }

  private static final SetFault JERKY = new SetFault("smoothness", Fault.JERKY, 0.1);
  private static final SetFault UNEVEN = new SetFault("asymmetry", Fault.UNEVEN, 6);
  private static final SetFault HOLD = new SetFault("hold", Fault.NONE, 0.25);

  /** Those that every exercise has, and its own. */
  static List<SetFault> all(Exercise exercise) {
    List<SetFault> all = new ArrayList<>(of(exercise));
    all.add(JERKY);
    all.add(UNEVEN);
    all.add(HOLD);
    return all;
  }

  /** A repetition from which the effect of the fault on a metric can be read. */
  RepetitionPlan probe(Side working) {
    if (isHold()) {
      return RepetitionPlan.good().held(PROBE_HOLD).working(working);
    }
    return fault == Fault.NONE
        ? RepetitionPlan.good().toDepth(PROBE_DEPTH).working(working)
        : RepetitionPlan.with(fault).working(working);
  }

  /**
   * A repetition with so many times the effect of the probe, as far as that can be done.
   *
   * @param leastDepth a smaller one would be no repetition of the exercise
   */
  RepetitionPlan times(double probes, Side working, double leastDepth) {
    if (isHold()) {
      double held = 1 - probes * (1 - PROBE_HOLD);
      return RepetitionPlan.good().held(Math.max(0, Math.min(3, held))).working(working);
    }
    RepetitionPlan plan =
        fault == Fault.NONE
            ? RepetitionPlan.good()
                .toDepth(Math.max(leastDepth, Math.min(1.2, 1 - probes * (1 - PROBE_DEPTH))))
            : RepetitionPlan.with(fault).scaled(Math.max(0, Math.min(1.5, probes)));
    return plan.working(working);
  }
}
