package org.plumbline.device.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;

/**
 * A session with people and devices: opens ports, keeps them going, and is the source of one
 * ordered log.
 *
 * <p>One thread pulls {@link #next()} until it is empty; {@link #stop} makes that happen, after
 * what is under way has come in. All other methods may be called from any thread and do not wait,
 * unless they say so.
 */
public final class LiveSession implements SessionSource {

  /** Between two looks at a port that has nothing to say. */
  private static final long PAUSE_NANOS = 10_000_000L;

  /** A device is told to stop five times for 0.3 s, then drained for 0.5 s; with room. */
  private static final long STOP_BOUND_NANOS = 5_000_000_000L;

  private final Sequencer sequencer;
  private final List<LinkSupervisor> links;
  private final List<Thread> threads = new ArrayList<>();
  private boolean stopping;

  private LiveSession(Sequencer sequencer, List<LinkSupervisor> links) {
    this.sequencer = sequencer;
    this.links = links;
  }

  /**
   * Opens all ports and begins.
   *
   * @param subject a subject code, never a name
   * @param software program and version, for the log
   * @throws org.plumbline.device.serial.PortException when a port cannot be opened; none stays open
   */
  public static LiveSession start(String subject, String software, List<LivePort> ports)
      throws IOException {
    if (ports.isEmpty() || ports.size() > LinkSession.MAX_LINKS) {
      throw new IllegalArgumentException(
          ports.size() + " ports: a live session has 1 to " + LinkSession.MAX_LINKS);
    }
    LongSupplier clock = System::nanoTime;
    long zero = clock.getAsLong();
    String origin = "serial " + String.join(", ", ports.stream().map(LivePort::name).toList());
    Started started = new Started(subject, System.currentTimeMillis(), zero, software, origin);
    Sequencer sequencer = new Sequencer(started, clock, Sequencer.DEFAULT_CAPACITY);
    List<LinkSupervisor> links = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      links.add(new LinkSupervisor(i, ports.get(i), zero, sequencer, clock));
    }
    try {
      for (LinkSupervisor link : links) {
        link.open();
      }
    } catch (IOException e) {
      sequencer.close();
      for (LinkSupervisor link : links) {
        link.abandon();
        runUntilFinished(link);
      }
      throw e;
    }
    LiveSession session = new LiveSession(sequencer, List.copyOf(links));
    session.startThreads();
    return session;
  }

  private void startThreads() {
    for (LinkSupervisor link : links) {
      Thread thread = new Thread(() -> runUntilFinished(link), "link " + link.status().port());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private static void runUntilFinished(LinkSupervisor link) {
    while (!link.isFinished()) {
      if (link.doWork() == 0) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  @Override
  public Optional<SessionEvent> next() {
    return sequencer.next();
  }

  /**
   * What the person at the screen did.
   *
   * @return false when the program is too busy and it was not recorded
   */
  public boolean operator(Operator.Action action, double value, String note) {
    return sequencer.operator(action, value, note);
  }

  /**
   * A context holds from here on.
   *
   * @return false when the program is too busy and it was not recorded
   */
  public boolean apply(String contextJson, String origin) {
    return sequencer.apply(contextJson, origin);
  }

  /** How each port is. */
  public List<LinkStatus> links() {
    return links.stream().map(LinkSupervisor::status).toList();
  }

  /** How full the queue is. */
  public SequencerCounts counts() {
    return sequencer.counts();
  }

  /**
   * Waits until samples come from every port.
   *
   * @throws IOException when one does not send within {@code bound}, with its problem
   */
  public void awaitSamples(Duration bound) throws IOException {
    long until = System.nanoTime() + bound.toNanos();
    while (true) {
      Optional<LinkStatus> silent =
          links().stream().filter(link -> link.link().samples() == 0).findFirst();
      if (silent.isEmpty()) {
        return;
      }
      if (System.nanoTime() - until >= 0) {
        String problem = silent.get().problem();
        throw new IOException(
            problem.isEmpty()
                ? "The device on "
                    + silent.get().port()
                    + " sends no samples. Check that it is switched on and that this is its port."
                : problem);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("Waiting for samples was broken off.");
      }
    }
  }

  /**
   * Ends the session: devices are told to stop, what is under way still enters the log, and {@link
   * #next()} gives {@code Ended} as the last event within about five seconds at most.
   *
   * @param reason a few words for people
   */
  public synchronized void stop(String reason) {
    if (stopping) {
      return;
    }
    stopping = true;
    links.forEach(LinkSupervisor::stop);
    Thread ender = new Thread(() -> endWhenStopped(reason), "stop session");
    ender.setDaemon(true);
    ender.start();
  }

  private void endWhenStopped(String reason) {
    joinLinks(System.nanoTime() + STOP_BOUND_NANOS);
    links.forEach(LinkSupervisor::abandon);
    joinLinks(System.nanoTime() + STOP_BOUND_NANOS / 5);
    sequencer.end(reason);
  }

  private void joinLinks(long untilNanos) {
    for (Thread thread : threads) {
      long left = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
      try {
        thread.join(Math.max(1, left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Frees the ports at once; whoever wants the last samples calls {@link #stop} and reads on. */
  @Override
  public void close() {
    sequencer.close();
    links.forEach(LinkSupervisor::abandon);
    joinLinks(System.nanoTime() + STOP_BOUND_NANOS);
  }
}
