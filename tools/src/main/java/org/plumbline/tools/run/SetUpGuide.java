package org.plumbline.tools.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Operator.Action;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/**
 * Leads through the set-up before a set: which movement comes next, what the last one taught, what
 * has to be done again. Every step goes into the log, so a replay has them.
 *
 * <pre>
 * SENSORS ─▶ READY ─go─▶ MOVING ─go─▶ WAITING ─notice─▶ READY ... DONE ─go─▶ OVER
 * </pre>
 *
 * <p>The log is watched on the analyzer's thread, buttons are pressed on others.
 */
public final class SetUpGuide implements Watcher {
  /** Sensors that have not said where they are by then will not. */
  private static final long LONGEST_SILENCE_NANOS = 3_000_000_000L;

  /** A cable that is plugged in again needs no longer. */
  private static final long LONGEST_WAIT_NANOS = 15_000_000_000L;

  private final Legs legs;
  private final BiConsumer<Action, String> press;
  private final Consumer<State> listener;
  private final SilenceWatch silence = new SilenceWatch(LONGEST_SILENCE_NANOS);
  private List<OnSegment> silent = List.of();
  private long waitingSinceNanos = Long.MAX_VALUE;
  private final Set<SetUpStep> done = new LinkedHashSet<>();
  private Stage stage = Stage.SENSORS;
  private SetUpStep step = SetUpStep.STAND;
  private Optional<SetUpStep> last = Optional.empty();
  private Optional<Notice.SetUpStepDone> told = Optional.empty();
  private long firstTickNanos = Long.MIN_VALUE;
  private boolean described;

  /** How legs are moved. */
  public enum Legs {
    /** Standing, the leg swings. */
    SWINGS,
    /** Sitting, the knee is straightened. */
    EXTENSIONS
  }

  /** Where the set-up is. */
  public enum Stage {
    /** No sensor has reported yet. */
    SENSORS,
    /** The step can begin. */
    READY,
    /** The person moves. */
    MOVING,
    /** The step is being looked at. */
    WAITING,
    /** No step is left. */
    DONE,
    /** The set has begun, or the set-up was given up. */
    OVER
  }

  /**
   * What to show.
   *
   * @param step the one that is next or under way
   * @param number of that step, from 1
   * @param told what came of the last step
   * @param again whether the step is to be done again
   * @param repeatable whether the last step can be done again
   * @param silent where sensors are worn that show nothing at the moment; when all of them stay
   *     silent the set-up is over
   */
  public record State(
      Stage stage,
      SetUpStep step,
      int number,
      int total,
      Optional<Notice.SetUpStepDone> told,
      boolean again,
      boolean repeatable,
      List<OnSegment> silent) {}

  /**
   * A guide that has not begun.
   *
   * @param press puts what the operator did into the log; must not wait
   * @param listener is told of every change; must not wait
   */
  public SetUpGuide(Legs legs, BiConsumer<Action, String> press, Consumer<State> listener) {
    this.legs = legs;
    this.press = press;
    this.listener = listener;
  }

  /** From here on nothing is an exercise. */
  public synchronized void begin() {
    ask(SetUpStep.REST);
    tell();
  }

  /** What to show now. */
  public synchronized State state() {
    List<SetUpStep> steps = steps();
    int index = Math.max(0, steps.indexOf(step));
    return new State(
        stage,
        step,
        index + 1,
        steps.size(),
        told,
        told.filter(one -> one.step() == step && stage == Stage.READY).isPresent(),
        last.isPresent() && (stage == Stage.READY || stage == Stage.DONE),
        silent);
  }

  /** Goes on: begins the step, ends it, or starts the set. */
  public synchronized void go() {
    switch (stage) {
      case READY -> move();
      case MOVING -> {
        ask(SetUpStep.REST);
        stage = Stage.WAITING;
      }
      case DONE -> {
        stage = Stage.OVER;
        ask(SetUpStep.END);
        press.accept(Action.SET_START, "");
      }
      case SENSORS, WAITING, OVER -> {
        return;
      }
    }
    tell();
  }

  /** Does the last step that went well once more. */
  public synchronized void repeat() {
    if (state().repeatable()) {
      step = last.orElseThrow();
      move();
      tell();
    }
  }

  /** Leaves the step out that is next. */
  public synchronized void skip() {
    if (stage == Stage.READY) {
      done.add(step);
      told = Optional.empty();
      advance();
      tell();
    }
  }

  /** Gives the set-up up; what was learned stays. */
  public synchronized void end() {
    if (stage != Stage.OVER) {
      stage = Stage.OVER;
      ask(SetUpStep.END);
      tell();
    }
  }

  private void move() {
    ask(step);
    told = Optional.empty();
    stage = Stage.MOVING;
  }

  private void ask(SetUpStep next) {
    press.accept(Action.SETUP, next.id());
  }

  private void advance() {
    Optional<SetUpStep> next = steps().stream().filter(one -> !done.contains(one)).findFirst();
    next.ifPresent(one -> step = one);
    stage = next.isPresent() ? Stage.READY : Stage.DONE;
  }

  /** The steps from which something that is worn can learn. */
  private List<SetUpStep> steps() {
    List<SetUpStep> steps = new ArrayList<>();
    steps.add(SetUpStep.STAND);
    if (legs == Legs.EXTENSIONS) {
      steps.add(SetUpStep.SIT);
    }
    leg(SetUpStep.SWING_RIGHT, SetUpStep.EXTEND_RIGHT).ifPresent(steps::add);
    leg(SetUpStep.SWING_LEFT, SetUpStep.EXTEND_LEFT).ifPresent(steps::add);
    steps.add(SetUpStep.HINGE);
    steps.add(SetUpStep.LIFT_LEFT);
    steps.removeIf(one -> !one.serves(silence.worn()));
    return steps;
  }

  private Optional<SetUpStep> leg(SetUpStep swing, SetUpStep extension) {
    SetUpStep first = legs == Legs.SWINGS ? swing : extension;
    SetUpStep other = legs == Legs.SWINGS ? extension : swing;
    return Optional.of(first)
        .filter(one -> one.serves(silence.worn()))
        .or(() -> Optional.of(other).filter(one -> one.serves(silence.worn())));
  }

  @Override
  public synchronized void event(SessionEvent event) {
    if (event instanceof Described described) {
      this.described = true;
      silence.described(event.atNanos(), described.stream());
    } else if (event instanceof Samples samples) {
      silence.samples(samples);
      if (stage == Stage.SENSORS && !silence.worn().isEmpty()) {
        advance();
        tell();
      }
    } else if (event instanceof Tick && stage != Stage.OVER) {
      tick(event.atNanos());
    } else if (event instanceof Operator operator
        && operator.action() == Action.SET_START
        && stage != Stage.OVER) {
      stage = Stage.OVER;
      tell();
    }
  }

  private void tick(long nanos) {
    List<OnSegment> now = silence.silent(nanos);
    boolean other = !now.equals(silent);
    silent = now;
    if (stage == Stage.SENSORS && silence.worn().isEmpty()) {
      giveUpWaiting(nanos);
    } else if (isStuck()) {
      waitingSinceNanos = Math.min(waitingSinceNanos, nanos);
      if (nanos - waitingSinceNanos > LONGEST_WAIT_NANOS) {
        end();
        return;
      }
    } else {
      waitingSinceNanos = Long.MAX_VALUE;
    }
    if (other) {
      tell();
    }
  }

  /** Without any samples nothing goes on: not the first step, and no answer to the last. */
  private boolean isStuck() {
    return !silent.isEmpty() && silent.containsAll(silence.worn());
  }

  /** Only electrodes, or sensors that nobody placed: then there is nothing to set up. */
  private void giveUpWaiting(long nanos) {
    if (firstTickNanos == Long.MIN_VALUE) {
      firstTickNanos = nanos;
    } else if (nanos - firstTickNanos > LONGEST_SILENCE_NANOS && described) {
      stage = Stage.DONE;
      tell();
    }
  }

  @Override
  public synchronized void notice(Notice notice) {
    if (notice instanceof Notice.SetUpStepDone outcome
        && stage == Stage.WAITING
        && outcome.step() == step) {
      told = Optional.of(outcome);
      if (outcome.refused().isEmpty() && !outcome.learned().isEmpty()) {
        done.add(step);
        last = Optional.of(step);
        advance();
      } else {
        stage = Stage.READY;
      }
      tell();
    }
  }

  private void tell() {
    listener.accept(state());
  }
}
