package org.plumbline.tools.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.device.session.LinkStatus;
import org.plumbline.device.session.LivePort;
import org.plumbline.device.session.LiveSession;

/** A live session from ports to recording and result. */
public final class LiveRun implements Closeable {
  private final LiveSession session;
  private final EventSink recorder;
  private final Meters meters;
  private final Watcher keeper;

  private LiveRun(LiveSession session, EventSink recorder, Meters meters, Plan plan) {
    keeper = plan.context().map(this::keeper).orElseGet(Watcher::none);
    this.session = session;
    this.recorder = recorder;
    this.meters = meters;
  }

  /**
   * What is to run.
   *
   * @param software program and version, for the log
   * @param recording a file that does not exist yet, if the session is kept
   * @param context what it is judged by, if somebody said
   */
  public record Plan(
      String subject,
      String software,
      List<LivePort> ports,
      Optional<Path> recording,
      Optional<ContextApplied> context) {
    public Plan {
      ports = List.copyOf(ports);
    }
  }

  /**
   * Opens all ports and the recording.
   *
   * @throws IOException when one of them cannot be opened; none stays open
   */
  public static LiveRun start(Plan plan, Meters meters) throws IOException {
    LiveSession session = LiveSession.start(plan.subject(), plan.software(), plan.ports());
    try {
      plan.context().ifPresent(context -> session.apply(context.json(), context.origin()));
      EventSink recorder =
          plan.recording().isPresent()
              ? recorder(plan.recording().get(), meters)
              : EventSink.none();
      LiveRun run = new LiveRun(session, recorder, meters, plan);
      run.meter();
      return run;
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static EventSink recorder(Path file, Meters meters) throws IOException {
    RecordingWriter writer = RecordingWriter.create(file);
    RecorderThread thread =
        new RecorderThread(
            new EventSink() {
              @Override
              public void append(org.plumbline.device.log.SessionEvent event) throws IOException {
                writer.append(event);
              }

              @Override
              public void close() throws IOException {
                writer.close();
              }
            });
    meters.level("recorder.queue", "Events waiting to be written", thread::depth);
    return thread;
  }

  private Watcher keeper(ContextApplied context) {
    return new CalibrationKeeper(
        ContextJson.read(context.json()),
        found -> session.apply(ContextJson.write(found), Texts.get("setup.context")));
  }

  private void meter() {
    meters.count("bytes", "Bytes received", () -> sum(link -> link.decoder().bytes()));
    meters.count("frames", "Frames decoded", () -> sum(link -> link.decoder().frames()));
    meters.count("frames.damaged", "Frames refused", () -> sum(link -> link.decoder().damaged()));
    meters.count("reconnects", "Ports opened again", () -> sum(LinkStatus::reconnects));
    meters.level("queue", "Events waiting to be analyzed", () -> session.counts().queued());
    meters.level("queue.most", "Most that ever waited", () -> session.counts().highWater());
    meters.count("queue.overflow", "Samples lost here", () -> session.counts().overflowed());
  }

  private long sum(ToLongFunction<LinkStatus> figure) {
    return session.links().stream().mapToLong(figure).sum();
  }

  /** How each port is; from any thread. */
  public List<LinkStatus> links() {
    return session.links();
  }

  /**
   * What the person at the screen did; from any thread.
   *
   * @return false when the program is too busy and it was not recorded
   */
  public boolean press(Operator.Action action, String note) {
    return session.operator(action, Double.NaN, note);
  }

  /** Ends the session soon, after what is under way; from any thread. */
  public void stop(String reason) {
    session.stop(reason);
  }

  /**
   * Runs until the session has ended. When the recording fails the session ends too: what is shown
   * and not kept could never be shown again.
   */
  public SessionRun.Outcome run(Watcher watcher) {
    SessionRun.Outcome outcome =
        new SessionRun(session, recorder, Watcher.both(watcher, keeper), meters).run();
    try {
      recorder.close();
      return outcome;
    } catch (IOException e) {
      return new SessionRun.Outcome(
          outcome.result(),
          Optional.of(outcome.failure().orElse(e)),
          outcome.events(),
          outcome.lastNanos());
    }
  }

  @Override
  public void close() throws IOException {
    session.close();
    recorder.close();
  }
}
