package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.body.Withdrawal;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.result.LiveState.Level;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.set.ClosedSet;
import org.plumbline.analyzer.set.HandCorrections;
import org.plumbline.analyzer.set.SetAnalysis;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.MuscleReferences;
import org.plumbline.analyzer.stream.RestLevels;

/**
 * The sets of a session one after another: the open one, those that are over, and what the next one
 * is to be held against. One thread.
 */
final class SetSequence {

  /** What is shown of a muscle at a moment is about the 3 s before it. */
  private static final long RECENT_STEPS = 3L * GridTrack.RATE_HZ;

  private final BodyFold body;
  private final List<EmgStream> emg;
  private final ProtocolCourse course;
  private final SessionNotes notes;
  private final RestLevels rest = new RestLevels();
  private final HandCorrections corrections = new HandCorrections();
  private final List<ClosedSet> closed = new ArrayList<>();
  private Optional<SetAnalysis> current = Optional.empty();
  private Optional<AnalysisContext> context = Optional.empty();
  private MuscleReferences references = new MuscleReferences(List.of());
  private boolean announced;
  private OptionalDouble loadKg = OptionalDouble.empty();

  /** No set is open. */
  SetSequence(BodyFold body, List<EmgStream> emg, Consumer<Notice> notices, SessionNotes notes) {
    this.body = body;
    this.emg = emg;
    this.course = new ProtocolCourse(notices);
    this.notes = notes;
  }

  /** What is done and against what it is held; empty until somebody said so. */
  Optional<AnalysisContext> context() {
    return context;
  }

  HandCorrections corrections() {
    return corrections;
  }

  boolean isOpen() {
    return current.isPresent();
  }

  /** What holds from a grid step on. What was counted under other rules is not judged by it. */
  void apply(AnalysisContext applied, long step) {
    boolean sameMuscles =
        context.filter(one -> one.normalisation().equals(applied.normalisation())).isPresent();
    context = Optional.of(applied);
    course.apply(applied);
    if (!sameMuscles) {
      references = new MuscleReferences(applied.normalisation());
    }
    if (current.isPresent()) {
      closeIfBegun(step);
      open(step, announced);
    }
  }

  /** Electrodes that were applied anew measure other levels: what was 100 % is not any more. */
  void newElectrodes(long step) {
    references = MuscleReferences.ofNewElectrodes();
    if (current.isPresent()) {
      close(step);
      open(step, announced);
    }
  }

  /** Holds for this set and the ones after it, until another load is entered. */
  void load(double kilograms) {
    loadKg = OptionalDouble.of(kilograms);
    current.ifPresent(set -> set.load(kilograms));
  }

  /** The person asks how the newest repetition went. */
  void tellWhoAsks(long step) {
    course.ask(step);
  }

  /**
   * Opens a set if it is known what is done; one that is open is forgotten.
   *
   * @param announced whether the operator said that it begins; otherwise three movements alike do
   */
  void open(long step, boolean announced) {
    this.announced = announced;
    current = Optional.empty();
    if (context.isEmpty()) {
      return;
    }
    int index = closed.size() + 1;
    AnalysisContext asked = course.ofNext(context.get());
    AnalysisContext now = asked.with(asked.exercise().fitting(body.streams()::isWorn));
    body.exercise(now.exercise());
    SetAnalysis set =
        new SetAnalysis(
            index, step, announced, now, body, emg, references, rest, corrections, course);
    loadKg.ifPresent(set::load);
    current = Optional.of(set);
    course.accept(
        new Notice.SetStarted(
            step * GridTrack.STEP_NANOS, index, now.exercise().name(), course.open(index)));
  }

  /** Ends the open set, if there is one. */
  void close(long step) {
    if (current.isPresent()) {
      closed.add(current.get().close(step));
      course.close(closed.size(), current.get().isBegun());
      current.get().remark(notes);
    }
    current = Optional.empty();
  }

  /** The same; a set in which nothing was counted is forgotten. */
  void closeIfBegun(long step) {
    if (current.filter(SetAnalysis::isBegun).isPresent()) {
      close(step);
    }
    current = Optional.empty();
  }

  /** Takes the next grid step, which the body has taken. */
  void step(long step) {
    // What was judged with sensors that were wrong all along, in any set, does not stand.
    for (Withdrawal withdrawal : body.takeWithdrawals()) {
      closed.forEach(set -> set.judged().withdraw(withdrawal, step));
      current.ifPresent(set -> set.withdraw(withdrawal, step));
    }
    rest.step(emg, step);
    current.ifPresent(set -> set.step(step));
  }

  /** First grid step that is still needed. */
  long needsFrom(long step) {
    return current.map(set -> set.needsFrom(step)).orElse(step - 60L * GridTrack.RATE_HZ);
  }

  /** How far the repetition has come that is going on; NaN without a set. */
  double progress() {
    return current.map(SetAnalysis::progress).orElse(Double.NaN);
  }

  /** Envelopes of the muscles at a grid step, each against what is 100 % of it now. */
  List<Level> levels(long step) {
    List<Level> levels = new ArrayList<>();
    for (EmgStream stream : emg) {
      for (RecordedMuscle one : stream.muscles(references::of, step - RECENT_STEPS, step)) {
        double level = one.reference().level(one.track().value(step, one.column()));
        levels.add(new Level(one.location().id(), level, one.reference().unit()));
      }
    }
    return levels;
  }

  List<SetResult> results() {
    return closed.stream()
        .map(ClosedSet::result)
        .map(set -> set.at(course.place(set.index())))
        .toList();
  }
}
