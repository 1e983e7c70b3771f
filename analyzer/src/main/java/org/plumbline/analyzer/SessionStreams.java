package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.result.LiveState.Light;
import org.plumbline.analyzer.result.LiveState.SensorLight;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.analyzer.result.SharedHealth;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.AngleStream;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.Fingerprint;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.analyzer.stream.KeptStream;
import org.plumbline.analyzer.stream.SensorChains;
import org.plumbline.analyzer.stream.StreamFold;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/** All streams of a session: what each is, how far it has come, how it fares. One thread. */
final class SessionStreams {
  private final BodyFold body;
  private final SessionNotes notes;
  private final Map<Integer, StreamFold> streams = new LinkedHashMap<>();
  private final Map<Integer, Long> quietSinceNanos = new LinkedHashMap<>();
  private final Map<Integer, List<Health>> toldHealth = new LinkedHashMap<>();
  private final Map<Integer, Fingerprint> prints = new LinkedHashMap<>();
  private final List<EmgStream> emg = new ArrayList<>();
  private OrientationMethod asked = OrientationMethod.VQF;
  private boolean sampled;
  private boolean synthetic;

  /** No streams yet; those that are worn on segments go to {@code body}. */
  SessionStreams(BodyFold body, SessionNotes notes) {
    this.body = body;
    this.notes = notes;
  }

  /** Streams of muscles. */
  List<EmgStream> emg() {
    return emg;
  }

  /** Whether any stream is none of a real sensor. */
  boolean isSynthetic() {
    return synthetic;
  }

  void described(Described event) {
    StreamDescriptor descriptor = event.stream();
    synthetic |= descriptor.origin() == StreamDescriptor.Origin.SYNTHETIC;
    StreamFold known = streams.get(descriptor.id());
    quietSinceNanos.put(descriptor.id(), event.atNanos());
    if (known != null && known.descriptor().channels().equals(descriptor.channels())) {
      known.described(descriptor);
      return;
    }
    if (known != null) {
      notes.add("changed-stream", descriptor.name());
      if (known instanceof InertialStream inertial) {
        body.remove(inertial);
      }
      if (known instanceof AngleStream goniometer) {
        body.streams().remove(goniometer);
      }
      emg.removeIf(stream -> stream == known);
    }
    prints.remove(descriptor.id());
    streams.put(descriptor.id(), fold(descriptor));
  }

  private StreamFold fold(StreamDescriptor descriptor) {
    boolean orientable = SensorChains.orientable(descriptor);
    if (orientable && SensorChains.location(descriptor) instanceof OnSegment placement) {
      if (new EmgStream(descriptor).hasMuscles()) {
        notes.add("emg-beside-imu", descriptor.name());
      }
      InertialStream stream = new InertialStream(descriptor, placement, asked);
      body.add(stream);
      if (body.streams().ambiguous().contains(placement)) {
        notes.add("duplicate-placement", placement.id());
      }
      return stream;
    }
    EmgStream electrodes = new EmgStream(descriptor);
    if (electrodes.hasMuscles()) {
      emg.add(electrodes);
      return electrodes;
    }
    AngleStream goniometer = new AngleStream(descriptor);
    if (goniometer.hasAngles()) {
      body.streams().add(goniometer);
      return goniometer;
    }
    if (orientable) {
      notes.add("not-analyzed", descriptor.name(), StreamFold.placement(descriptor));
    }
    return new KeptStream(descriptor);
  }

  /** A method is that of a whole session: what it made before would not fit what it makes after. */
  void orient(OrientationMethod method) {
    if (sampled && method != asked) {
      notes.add("orientation-late", method.id(), asked.id());
    } else if (!sampled) {
      asked = method;
      body.streams().all().forEach(stream -> stream.ask(method));
    }
  }

  void accept(Samples event) {
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
    if (stream instanceof InertialStream inertial) {
      compare(event, inertial);
    }
  }

  /** A file or a column that was named twice is not two sensors. */
  private void compare(Samples event, InertialStream stream) {
    Fingerprint print = prints.computeIfAbsent(event.stream(), id -> new Fingerprint());
    if (!print.add(event)) {
      return;
    }
    prints.forEach(
        (id, other) -> {
          if (other != print
              && print.isSame(other)
              && streams.get(id) instanceof InertialStream twin) {
            body.streams().sameSamples(stream, twin);
            notes.add("same-samples", twin.placement().id(), stream.placement().id());
          }
        });
  }

  void accept(Lost event) {
    StreamFold stream = streams.get(event.stream());
    if (stream != null) {
      stream.accept(event);
    }
  }

  /** Nobody waits for streams that are silent beyond their lateness bound. */
  void accept(Tick event) {
    streams.forEach(
        (id, stream) -> {
          long quiet = event.atNanos() - quietSinceNanos.getOrDefault(id, 0L);
          if (quiet > stream.descriptor().latenessNanos()) {
            stream.stall();
          }
        });
  }

  /** First grid step that some stream which is not stalled has not reached. */
  long frontier() {
    long frontier = Long.MAX_VALUE;
    for (StreamFold stream : streams.values()) {
      if (!stream.isStalled()) {
        frontier = Math.min(frontier, stream.gridEnd());
      }
    }
    return frontier == Long.MAX_VALUE ? Long.MIN_VALUE : frontier;
  }

  /** Last grid step that any stream has reached, plus one. */
  long farthest() {
    long farthest = Long.MIN_VALUE;
    for (StreamFold stream : streams.values()) {
      if (stream.gridEnd() != Long.MAX_VALUE) {
        farthest = Math.max(farthest, stream.gridEnd());
      }
    }
    return farthest;
  }

  /** What is wrong with sensors and has not been told yet, as of a grid step. */
  List<Notice> problems(long step) {
    List<Notice> problems = new ArrayList<>();
    streams.forEach(
        (id, stream) -> {
          for (Health health : stream.health()) {
            if (isNew(id, health)) {
              problems.add(
                  new Notice.SensorProblem(
                      step * GridTrack.STEP_NANOS, id, places(stream, health), health));
            }
          }
        });
    return problems;
  }

  /** Marks it as told. What all sensors have in common is told once in a session. */
  private boolean isNew(int stream, Health health) {
    List<Health> told = toldHealth.computeIfAbsent(stream, key -> new ArrayList<>());
    if (told.stream().anyMatch(one -> one.code().equals(health.code()))) {
      return false;
    }
    boolean before =
        SharedHealth.isShared(health)
            && toldHealth.values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> one.code().equals(health.code()));
    told.add(health);
    return !before;
  }

  /** Where those are worn that it is about. */
  private String places(StreamFold about, Health health) {
    return streams.values().stream()
        .filter(one -> one == about || (SharedHealth.isShared(health) && isToldOf(one, health)))
        .map(one -> StreamFold.placement(one.descriptor()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isToldOf(StreamFold stream, Health health) {
    return stream.health().stream().anyMatch(one -> one.code().equals(health.code()));
  }

  /** Forgets rows before a grid step. */
  void dropBefore(long step) {
    streams.values().forEach(stream -> stream.dropBefore(step));
  }

  /** How every sensor fares at this moment. */
  List<SensorLight> lights() {
    List<SensorLight> lights = new ArrayList<>();
    streams.forEach((id, stream) -> lights.add(light(id, stream)));
    return lights;
  }

  private static SensorLight light(int id, StreamFold stream) {
    String placement = StreamFold.placement(stream.descriptor());
    if (stream.isStalled()) {
      return new SensorLight(id, placement, Light.SILENT, Texts.get("live.silent"));
    }
    List<Health> health = stream.healthNow();
    return health.isEmpty()
        ? new SensorLight(id, placement, Light.GOOD, "")
        : new SensorLight(id, placement, Light.DEGRADED, health.get(0).effect());
  }

  /** Says of the streams what only their end shows. */
  void conclude() {
    for (InertialStream stream : body.streams().all()) {
      SensorChains.remark(stream.descriptor(), asked, notes);
    }
    for (StreamFold stream : streams.values()) {
      if (stream.outOfOrder() > 0) {
        notes.add("out-of-order", stream.outOfOrder(), StreamFold.placement(stream.descriptor()));
      }
    }
  }

  List<StreamSummary> summaries() {
    return streams.values().stream().map(StreamFold::summary).toList();
  }
}
