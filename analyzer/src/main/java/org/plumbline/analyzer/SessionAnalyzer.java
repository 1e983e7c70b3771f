package org.plumbline.analyzer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.body.AngleFold;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.body.SetUp;
import org.plumbline.analyzer.correction.CorrectionJson;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;

/**
 * The whole analysis: session events in, notices and a result out.
 *
 * <p>Streams arrive unevenly. Each fills a track on a common grid of 10 ms at its own pace; a grid
 * step is analyzed when every stream that is not stalled has reached it. How sample events were cut
 * or interleaved therefore does not show in the result. A stream is stalled when a tick finds it
 * silent beyond its lateness bound; what depends on it is not assessable until it is back.
 *
 * <pre>
 * Samples ─▶ SessionStreams (gaps, filter) ─▶ GridTrack ─┐ step by step
 * Operator, ContextApplied ──────────────────────────────┴─▶ BodyFold, SetSequence ─▶ SessionResult
 * </pre>
 *
 * <p>One thread. {@link #result()} ends the analysis.
 */
public final class SessionAnalyzer implements SessionEvent.Handler {
  /** More than anybody lifts. */
  private static final double MOST_KILOGRAMS = 1000;

  /** Note of a mark: electrodes were applied anew. */
  public static final String NEW_ELECTRODES = "electrodes";

  /** Note of a mark: the person asks how the newest repetition went. */
  public static final String ASK_FEEDBACK = "feedback";

  private final Consumer<Notice> notices;
  private final List<String> notes = new ArrayList<>();
  private final BodyFold body = new BodyFold(this::note);
  private final SessionStreams streams = new SessionStreams(body, this::note);
  private final SetSequence sets;
  private final Optional<AngleFold> angles;

  /** What the operator did and what was applied, until the analysis has come that far. */
  private final Deque<SessionEvent> pending = new ArrayDeque<>();

  private String subject = "";
  private boolean ended;
  private boolean taken;
  private long rejectedBytes;
  private String contextSha256 = "";
  private Optional<String> contextJson = Optional.empty();

  /** Whether somebody says when sets begin and end. */
  private boolean operated;

  private long nextStep = Long.MIN_VALUE;

  /** Hands every notice to {@code notices}, on the thread that calls {@link #accept}. */
  public SessionAnalyzer(Consumer<Notice> notices) {
    this(notices, Optional.empty());
  }

  /** The same; also hands all angles of every grid step to {@code angles}. */
  public SessionAnalyzer(Consumer<Notice> notices, AngleListener angles) {
    this(notices, Optional.of(angles));
  }

  private SessionAnalyzer(Consumer<Notice> notices, Optional<AngleListener> angles) {
    this.notices = notices;
    this.sets = new SetSequence(body, streams.emg(), notices, this::note);
    this.angles = angles.map(listener -> new AngleFold(body, listener));
  }

  /** Takes the next event of the log. */
  public void accept(SessionEvent event) {
    event.dispatchTo(this);
  }

  @Override
  public void started(Started event) {
    subject = event.subject();
  }

  @Override
  public void described(Described event) {
    streams.described(event);
  }

  @Override
  public void contextApplied(ContextApplied event) {
    if (nextStep == Long.MIN_VALUE) {
      apply(event);
    } else {
      pending.add(event);
    }
  }

  private void apply(ContextApplied event) {
    AnalysisContext applied;
    try {
      applied = ContextJson.read(event.json());
      applied.body().ifPresent(body::apply);
    } catch (IllegalArgumentException e) {
      note("bad-context", String.valueOf(e.getMessage()));
      return;
    }
    contextSha256 = event.sha256();
    contextJson = Optional.of(event.json());
    streams.orient(applied.orientation().orElse(OrientationMethod.VQF));
    sets.apply(applied, now());
  }

  @Override
  public void samples(Samples event) {
    streams.accept(event);
    advance(streams.frontier());
  }

  @Override
  public void lost(Lost event) {
    streams.accept(event);
  }

  @Override
  public void rejected(Rejected event) {
    rejectedBytes += event.bytes();
  }

  @Override
  public void clockLine(ClockLine event) {
    // Session time stands with every sample; the line is a record of how it was made.
  }

  @Override
  public void tick(Tick event) {
    streams.accept(event);
    advance(streams.frontier());
  }

  @Override
  public void operator(Operator event) {
    pending.add(event);
  }

  @Override
  public void ended(Ended event) {
    ended = true;
  }

  /** The grid step at which the analysis stands. */
  private long now() {
    return Math.max(0, nextStep);
  }

  private void advance(long end) {
    if (end == Long.MIN_VALUE || end <= 0) {
      return;
    }
    nextStep = now();
    for (; nextStep < end; nextStep++) {
      long step = nextStep;
      operate(step);
      if (!sets.isOpen() && !operated && !body.isSettingUp()) {
        sets.open(step, false);
      }
      body.step(step);
      sets.step(step);
      angles.ifPresent(fold -> fold.step(step));
      if (step % GridTrack.RATE_HZ == 0) {
        streams.problems(step).forEach(notices);
        streams.dropBefore(Math.min(sets.needsFrom(step), step - 2 * GridTrack.RATE_HZ));
      }
    }
  }

  /** Carries out what the operator did up to a step. */
  private void operate(long step) {
    while (!pending.isEmpty() && pending.peek().atNanos() <= step * GridTrack.STEP_NANOS) {
      SessionEvent next = pending.remove();
      if (next instanceof ContextApplied applied) {
        apply(applied);
      } else if (next instanceof Operator event) {
        operate(event);
      }
    }
  }

  private void operate(Operator event) {
    switch (event.action()) {
      case SET_START -> {
        if (operated) {
          sets.close(now());
        }
        // Without an operator the whole log is one set; with one, what was before is no set.
        operated = true;
        if (body.isSettingUp()) {
          body.setUp(SetUpStep.END).ifPresent(this::tell);
        }
        sets.open(now(), true);
      }
      case SET_STOP, PAIN_STOP -> {
        operated = true;
        sets.close(now());
        if (event.action() == Operator.Action.PAIN_STOP) {
          note("pain-stop", seconds(event));
        }
      }
      case LOAD -> load(event.value());
      case SETUP -> setUp(event.note());
      case MARK -> mark(event);
      case CORRECT -> correct(event);
      default -> {
        // Marks, undo and approvals are kept in the log for those who read it.
      }
    }
  }

  private void correct(Operator event) {
    try {
      sets.corrections().add(CorrectionJson.read(event.note()), now());
    } catch (IllegalArgumentException e) {
      note("bad-correction", String.valueOf(e.getMessage()));
    }
  }

  private void mark(Operator event) {
    if (event.note().equals(NEW_ELECTRODES)) {
      note("new-electrodes", seconds(event));
      sets.newElectrodes(now());
    } else if (event.note().equals(ASK_FEEDBACK)) {
      sets.tellWhoAsks(now());
    }
  }

  /** Nothing that is done for the set-up is a set; what was counted before is one, and over. */
  private void setUp(String id) {
    Optional<SetUpStep> step = SetUpStep.parse(id);
    if (step.isEmpty()) {
      note("unknown-set-up-step", id);
      if (!body.isSettingUp()) {
        return;
      }
    }
    sets.closeIfBegun(now());
    body.setUp(step.orElse(SetUpStep.END)).ifPresent(this::tell);
  }

  private void tell(SetUp.Outcome outcome) {
    notices.accept(
        new Notice.SetUpStepDone(
            now() * GridTrack.STEP_NANOS,
            outcome.step(),
            outcome.learned(),
            List.copyOf(outcome.refused().keySet()),
            outcome.refused(),
            body.calibrations()));
  }

  private void load(double kilograms) {
    if (!(kilograms >= 0 && kilograms <= MOST_KILOGRAMS)) {
      note("no-load", kilograms);
    } else {
      sets.load(kilograms);
    }
  }

  private static String seconds(Operator event) {
    return Texts.number(event.atNanos() / 1e9, 1);
  }

  private void note(String key, Object... arguments) {
    notes.add(Texts.get("note." + key, arguments));
  }

  /** Lights and levels at this moment. */
  public LiveState live() {
    long step = Math.max(0, nextStep - 1);
    return new LiveState(
        step * GridTrack.STEP_NANOS, sets.progress(), streams.lights(), sets.levels(step));
  }

  /** What all events amount to. Call it once, after the last one. */
  public SessionResult result() {
    if (taken) {
      throw new IllegalStateException("the result has been taken already");
    }
    taken = true;
    advance(streams.farthest());
    operate(Long.MAX_VALUE / GridTrack.STEP_NANOS);
    sets.close(now());
    angles.ifPresent(fold -> fold.finish(now() - 1));
    streams.conclude();
    return ResultAssembly.assemble(
        new ResultAssembly.Session(
            subject,
            streams.isSynthetic(),
            !ended,
            contextSha256,
            contextJson,
            sets.context(),
            rejectedBytes),
        streams.summaries(),
        sets.results(),
        notes,
        body,
        sets.corrections().results());
  }
}
