package org.plumbline.analyzer.repetition;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Tells a set from what is only like one, where nobody says when a set begins.
 *
 * <p>One thigh cannot tell a single squat from sitting down and getting up, or bending to a shoe.
 * But a set repeats itself and daily life does not: the first movements are held back until there
 * are three of the same kind, each soon after the one before, and then all three are repetitions.
 * From then on every movement counts that begins like them and goes the same way, until nothing of
 * the kind has come for a while.
 */
public final class MovementSeries {

  /**
   * What makes a set.
   *
   * @param enough similar movements
   * @param enoughAlone so many where one sensor is all that tells of them. 5: a hand turns a sensor
   *     to and fro three or four times in a like way (engineering choice)
   * @param gapSeconds longest pause between them. 20 s: a rest within a set is shorter, and a rest
   *     between sets longer (engineering choice)
   */
  public record Parameters(int enough, int enoughAlone, double gapSeconds) {
    public static Parameters defaults() {
      return new Parameters(3, 5, 20);
    }
  }

  private static final int KEPT = 20;

  private final Parameters parameters;
  private final double stepsPerSecond;
  private final List<MovementShape> held = new ArrayList<>();
  private final List<MovementShape> counted = new ArrayList<>();
  private final IdentityHashMap<MovementShape, Repetition> bounded = new IdentityHashMap<>();
  private int swings;
  private int seen;

  public MovementSeries(Parameters parameters, double stepsPerSecond) {
    this.parameters = parameters;
    this.stepsPerSecond = stepsPerSecond;
  }

  /**
   * Takes the next movement.
   *
   * @param next as it was counted
   * @param repetition the same with its final bounds
   * @param witnessed whether more than one sensor tells of it
   * @return what is a repetition as of now, in order: nothing, this one, or also those held back
   */
  public List<Repetition> update(MovementShape next, Repetition repetition, boolean witnessed) {
    swings = 0;
    if (goesOn(next)) {
      letGo();
      counted.add(next);
      if (counted.size() > KEPT) {
        counted.remove(0);
      }
      return List.of(repetition);
    }
    if (!next.repetition().complete()) {
      return List.of();
    }
    if (!held.isEmpty() && !isSoon(held.get(held.size() - 1), next)) {
      letGo();
    }
    held.add(next);
    seen++;
    bounded.put(next, repetition);
    List<MovementShape> alike = alike(next);
    int enough = witnessed ? parameters.enough() : parameters.enoughAlone();
    if (alike.size() < enough) {
      return List.of();
    }
    List<MovementShape> set = withOtherLeg(alike);
    List<Repetition> repetitions =
        set.stream().map(shape -> bounded.getOrDefault(shape, shape.repetition())).toList();
    letGo();
    counted.clear();
    counted.addAll(set);
    return repetitions;
  }

  /** Whether a movement belongs to the set that is being counted. */
  public boolean goesOn(MovementShape next) {
    return !counted.isEmpty() && isSoon(counted.get(counted.size() - 1), next) && isAnother(next);
  }

  /**
   * A movement was counted from its turn to its turn, like those that are held back, which come
   * again, or like those of the set that it goes on with.
   */
  public void turnRound(MovementShape wrong) {
    if (goesOn(wrong)) {
      counted.replaceAll(MovementShape::turnedRound);
    }
    seen -= held.size();
    letGo();
  }

  /** Those in between that are alike each other belong to the set: legs that work in turn. */
  private List<MovementShape> withOtherLeg(List<MovementShape> alike) {
    List<MovementShape> since = held.subList(held.indexOf(alike.get(0)), held.size());
    return since.stream()
        .filter(
            one ->
                alike.contains(one)
                    || since.stream().anyMatch(mate -> !mate.equals(one) && one.isLike(mate)))
        .toList();
  }

  /** The latest movements of one kind, oldest first, with at most one other between two of them. */
  private List<MovementShape> alike(MovementShape next) {
    List<MovementShape> alike = new ArrayList<>();
    alike.add(next);
    int others = 0;
    for (int i = held.size() - 2; i >= 0 && others <= 1; i--) {
      MovementShape before = held.get(i);
      if (!isSoon(before, alike.get(0))) {
        break;
      }
      if (before.isLike(next)) {
        alike.add(0, before);
        others = 0;
      } else {
        others++;
      }
    }
    return alike;
  }

  /** Something else moved the segment: legs that walk. Twice in a row, and the set is over. */
  public void swing() {
    swings++;
    if (swings > 1) {
      letGo();
      counted.clear();
    }
  }

  private void letGo() {
    held.clear();
    bounded.clear();
  }

  private boolean isAnother(MovementShape next) {
    return counted.stream().anyMatch(next::goesLike);
  }

  private boolean isSoon(MovementShape before, MovementShape next) {
    double pause = next.repetition().start() - before.repetition().end();
    return pause <= parameters.gapSeconds() * stepsPerSecond;
  }

  /** Complete movements that no set was known of when they came. */
  public int seen() {
    return seen;
  }

  /** Start of the earliest movement that is held back; {@link Long#MAX_VALUE} for none. */
  public long heldFrom() {
    return held.isEmpty() ? Long.MAX_VALUE : held.get(0).repetition().start();
  }
}
