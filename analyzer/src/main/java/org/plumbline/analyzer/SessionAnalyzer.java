package org.plumbline.analyzer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.plumbline.analyzer.body.AngleFold;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.body.SetUp;
import org.plumbline.analyzer.body.Withdrawal;
import org.plumbline.analyzer.correction.CorrectionJson;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.LiveState.Light;
import org.plumbline.analyzer.result.LiveState.SensorLight;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.set.ClosedSet;
import org.plumbline.analyzer.set.HandCorrections;
import org.plumbline.analyzer.set.SetAnalysis;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.analyzer.stream.KeptStream;
import org.plumbline.analyzer.stream.MuscleReferences;
import org.plumbline.analyzer.stream.RestLevels;
import org.plumbline.analyzer.stream.SensorChains;
import org.plumbline.analyzer.stream.StreamFold;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
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
 * Samples ─▶ StreamFold (gaps, filter) ─▶ GridTrack ─┐ step by step
 * Operator, ContextApplied ──────────────────────────┴─▶ BodyFold, SetAnalysis ─▶ SessionResult
 * </pre>
 *
 * <p>One thread. {@link #result()} ends the analysis.
 */
public final class SessionAnalyzer implements SessionEvent.Handler {
  /** More than anybody lifts. */
  private static final double MOST_KILOGRAMS = 1000;

  /** What is shown of a muscle at a moment is about the 3 s before it. */
  private static final long RECENT_STEPS = 3L * GridTrack.RATE_HZ;

  /** Note of a mark: electrodes were applied anew. */
  public static final String NEW_ELECTRODES = "electrodes";

  private final Consumer<Notice> notices;
  private final Map<Integer, StreamFold> streams = new LinkedHashMap<>();
  private final Map<Integer, Long> quietSinceNanos = new LinkedHashMap<>();
  private final List<EmgStream> emg = new ArrayList<>();
  private final BodyFold body = new BodyFold(this::note);
  private final RestLevels rest = new RestLevels();
  private final HandCorrections corrections = new HandCorrections();
  private final Optional<AngleFold> angles;
  private final Deque<SessionEvent> pending = new ArrayDeque<>();
  private OptionalDouble loadKg = OptionalDouble.empty();
  private final List<ClosedSet> sets = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Integer, List<Health>> toldHealth = new LinkedHashMap<>();

  private String subject = "";
  private boolean synthetic;
  private OrientationMethod asked = OrientationMethod.VQF;
  private boolean sampled;
  private boolean ended;
  private boolean taken;
  private long rejectedBytes;
  private Optional<AnalysisContext> context = Optional.empty();
  private String contextSha256 = "";
  private MuscleReferences references = new MuscleReferences(List.of());
  private Optional<SetAnalysis> current = Optional.empty();
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
    StreamDescriptor descriptor = event.stream();
    synthetic |= descriptor.origin() == StreamDescriptor.Origin.SYNTHETIC;
    StreamFold known = streams.get(descriptor.id());
    quietSinceNanos.put(descriptor.id(), event.atNanos());
    if (known != null && known.descriptor().channels().equals(descriptor.channels())) {
      known.described(descriptor);
      return;
    }
    if (known != null) {
      note("changed-stream", descriptor.name());
      if (known instanceof InertialStream inertial) {
        body.remove(inertial);
      }
      emg.removeIf(stream -> stream == known);
    }
    streams.put(descriptor.id(), fold(descriptor));
  }

  private StreamFold fold(StreamDescriptor descriptor) {
    boolean orientable = SensorChains.orientable(descriptor);
    if (orientable && SensorChains.location(descriptor) instanceof OnSegment placement) {
      if (new EmgStream(descriptor).hasMuscles()) {
        note("emg-beside-imu", descriptor.name());
      }
      InertialStream stream = new InertialStream(descriptor, placement, asked);
      body.add(stream);
      if (body.streams().ambiguous().contains(placement)) {
        note("duplicate-placement", placement.id());
      }
      return stream;
    }
    EmgStream electrodes = new EmgStream(descriptor);
    if (electrodes.hasMuscles()) {
      emg.add(electrodes);
      return electrodes;
    }
    if (orientable) {
      note("not-analyzed", descriptor.name(), StreamFold.placement(descriptor));
    }
    return new KeptStream(descriptor);
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
    orient(applied.orientation().orElse(OrientationMethod.VQF));
    boolean sameMuscles =
        context.filter(one -> one.normalisation().equals(applied.normalisation())).isPresent();
    context = Optional.of(applied);
    contextSha256 = event.sha256();
    if (!sameMuscles) {
      references = new MuscleReferences(applied.normalisation());
    }
    if (current.isPresent()) {
      // What has been counted under other rules is not judged by the new ones.
      if (current.get().isBegun()) {
        closeSet();
      }
      openSet();
    }
  }

  /** A method is that of a whole session: what it made before would not fit what it makes after. */
  private void orient(OrientationMethod method) {
    if (sampled && method != asked) {
      note("orientation-late", method.id(), asked.id());
    } else if (!sampled) {
      asked = method;
      body.streams().all().forEach(stream -> stream.ask(method));
    }
  }

  @Override
  public void samples(Samples event) {
    sampled = true;
    StreamFold stream = streams.get(event.stream());
    if (stream == null) {
      throw new IllegalArgumentException(
          "samples of stream " + event.stream() + " before its description");
    }
    long before = stream.gridEnd();
    stream.accept(event);
    if (stream.gridEnd() != before || stream.isLearning()) {
      quietSinceNanos.put(event.stream(), event.atNanos());
      stream.revive();
    }
    advance(frontier());
  }

  @Override
  public void lost(Lost event) {
    StreamFold stream = streams.get(event.stream());
    if (stream != null) {
      stream.accept(event);
    }
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
    streams.forEach(
        (id, stream) -> {
          long quiet = event.atNanos() - quietSinceNanos.getOrDefault(id, 0L);
          if (quiet > stream.descriptor().latenessNanos()) {
            stream.stall();
          }
        });
    advance(frontier());
  }

  @Override
  public void operator(Operator event) {
    pending.add(event);
  }

  @Override
  public void ended(Ended event) {
    ended = true;
  }

  /** First grid step that some stream which is not stalled has not reached. */
  private long frontier() {
    long frontier = Long.MAX_VALUE;
    for (StreamFold stream : streams.values()) {
      if (!stream.isStalled()) {
        frontier = Math.min(frontier, stream.gridEnd());
      }
    }
    return frontier == Long.MAX_VALUE ? Long.MIN_VALUE : frontier;
  }

  /** Last grid step that any stream has reached, plus one. */
  private long farthest() {
    long farthest = Long.MIN_VALUE;
    for (StreamFold stream : streams.values()) {
      if (stream.gridEnd() != Long.MAX_VALUE) {
        farthest = Math.max(farthest, stream.gridEnd());
      }
    }
    return farthest;
  }

  private void advance(long end) {
    if (end == Long.MIN_VALUE || end <= 0) {
      return;
    }
    if (nextStep == Long.MIN_VALUE) {
      nextStep = 0;
    }
    for (; nextStep < end; nextStep++) {
      operate(nextStep);
      if (current.isEmpty() && !operated && !body.isSettingUp()) {
        openSet();
      }
      body.step(nextStep);
      withdraw();
      rest.step(emg, nextStep);
      long step = nextStep;
      angles.ifPresent(fold -> fold.step(step));
      if (current.isPresent()) {
        current.get().step(nextStep);
      }
      if (nextStep % GridTrack.RATE_HZ == 0) {
        tellHealth();
        forget();
      }
    }
  }

  /** What was judged with sensors that were wrong all along, in any set, does not stand. */
  private void withdraw() {
    for (Withdrawal withdrawal : body.takeWithdrawals()) {
      sets.forEach(set -> set.judged().withdraw(withdrawal, nextStep));
      current.ifPresent(set -> set.withdraw(withdrawal, nextStep));
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
          closeSet();
        }
        // Without an operator the whole log is one set; with one, what was before is no set.
        operated = true;
        current = Optional.empty();
        if (body.isSettingUp()) {
          body.setUp(SetUpStep.END).ifPresent(this::tell);
        }
        openSet();
      }
      case SET_STOP, PAIN_STOP -> {
        operated = true;
        closeSet();
        if (event.action() == Operator.Action.PAIN_STOP) {
          note("pain-stop", Texts.number(event.atNanos() / 1e9, 1));
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
      corrections.add(CorrectionJson.read(event.note()), nextStep);
    } catch (IllegalArgumentException e) {
      note("bad-correction", String.valueOf(e.getMessage()));
    }
  }

  /** Electrodes that were applied anew measure other levels: what was 100 % is not any more. */
  private void mark(Operator event) {
    if (event.note().equals(NEW_ELECTRODES)) {
      references = MuscleReferences.ofNewElectrodes();
      note("new-electrodes", Texts.number(event.atNanos() / 1e9, 1));
      if (current.isPresent()) {
        closeSet();
        openSet();
      }
    }
  }

  /** Nothing that is done for the set-up is a set. */
  private void setUp(String id) {
    Optional<SetUpStep> step = SetUpStep.parse(id);
    if (step.isEmpty()) {
      note("unknown-set-up-step", id);
      if (!body.isSettingUp()) {
        return;
      }
    }
    if (current.filter(SetAnalysis::isBegun).isPresent()) {
      // What was counted before is a set; it is over.
      closeSet();
    }
    current = Optional.empty();
    body.setUp(step.orElse(SetUpStep.END)).ifPresent(this::tell);
  }

  private void tell(SetUp.Outcome outcome) {
    notices.accept(
        new Notice.SetUpStepDone(
            Math.max(0, nextStep) * GridTrack.STEP_NANOS,
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
      // It holds for this set and the ones after it, until another is entered.
      loadKg = OptionalDouble.of(kilograms);
      current.ifPresent(set -> set.load(kilograms));
    }
  }

  private void openSet() {
    if (context.isEmpty()) {
      return;
    }
    int index = sets.size() + 1;
    SetAnalysis set =
        new SetAnalysis(
            index,
            Math.max(0, nextStep),
            operated,
            context.get(),
            body,
            emg,
            references,
            rest,
            corrections,
            notices);
    loadKg.ifPresent(set::load);
    current = Optional.of(set);
    notices.accept(
        new Notice.SetStarted(
            Math.max(0, nextStep) * GridTrack.STEP_NANOS, index, context.get().exercise().id()));
  }

  private void closeSet() {
    if (current.isPresent()) {
      sets.add(current.get().close(nextStep));
      notes.addAll(current.get().notes());
    }
    current = Optional.empty();
  }

  private void tellHealth() {
    streams.forEach(
        (id, stream) -> {
          List<Health> told = toldHealth.computeIfAbsent(id, key -> new ArrayList<>());
          for (Health health : stream.health()) {
            if (told.stream().noneMatch(one -> one.code().equals(health.code()))) {
              told.add(health);
              notices.accept(
                  new Notice.SensorProblem(
                      nextStep * GridTrack.STEP_NANOS,
                      id,
                      StreamFold.placement(stream.descriptor()),
                      health));
            }
          }
        });
  }

  private void forget() {
    long keep = nextStep - 60L * GridTrack.RATE_HZ;
    long from = current.map(set -> set.needsFrom(nextStep)).orElse(keep);
    streams.values().forEach(stream -> stream.dropBefore(Math.min(from, nextStep - 200)));
  }

  private void note(String key, Object... arguments) {
    notes.add(Texts.get("note." + key, arguments));
  }

  /** Lights and levels at this moment. */
  public LiveState live() {
    List<SensorLight> lights = new ArrayList<>();
    streams.forEach(
        (id, stream) -> {
          List<Health> health = stream.healthNow();
          Light light =
              stream.isStalled() ? Light.SILENT : health.isEmpty() ? Light.GOOD : Light.DEGRADED;
          String text =
              stream.isStalled()
                  ? Texts.get("live.silent")
                  : health.isEmpty() ? "" : health.get(0).effect();
          lights.add(new SensorLight(id, StreamFold.placement(stream.descriptor()), light, text));
        });
    long step = Math.max(0, nextStep - 1);
    List<LiveState.Level> levels = new ArrayList<>();
    for (EmgStream stream : emg) {
      stream
          .muscles(references::of, step - RECENT_STEPS, step)
          .forEach(
              muscle ->
                  levels.add(
                      new LiveState.Level(
                          muscle.location().id(),
                          muscle.reference().level(muscle.track().value(step, muscle.column())),
                          muscle.reference().unit())));
    }
    double progress = current.map(SetAnalysis::progress).orElse(Double.NaN);
    return new LiveState(step * GridTrack.STEP_NANOS, progress, lights, levels);
  }

  /** What all events amount to. Call it once, after the last one. */
  public SessionResult result() {
    if (taken) {
      throw new IllegalStateException("the result has been taken already");
    }
    taken = true;
    advance(farthest());
    operate(Long.MAX_VALUE / GridTrack.STEP_NANOS);
    closeSet();
    for (InertialStream stream : body.streams().all()) {
      SensorChains.remark(stream.descriptor(), asked).ifPresent(notes::add);
    }
    for (StreamFold stream : streams.values()) {
      if (stream.outOfOrder() > 0) {
        note("out-of-order", stream.outOfOrder(), StreamFold.placement(stream.descriptor()));
      }
    }
    return ResultAssembly.assemble(
        new ResultAssembly.Session(
            subject, synthetic, !ended, contextSha256, context, rejectedBytes),
        streams.values().stream().map(StreamFold::summary).toList(),
        sets.stream().map(ClosedSet::result).toList(),
        notes,
        body,
        corrections.results());
  }
}
