package org.plumbline.device.session;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.device.protocol.DecoderCounts;
import org.plumbline.device.protocol.DeviceDriver;
import org.plumbline.device.protocol.FrameDecoder;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.serial.PortException;
import org.plumbline.device.serial.PortReceiver;
import org.plumbline.device.serial.SerialLink;
import org.plumbline.device.session.Conversation.Phase;
import org.plumbline.device.session.LinkStatus.State;

/**
 * Keeps one port of a session going: opens it, has the talk with the device, opens it again when it
 * went away, and stops it without losing what is under way.
 *
 * <p>{@link #doWork()} is called again and again by one thread; the port's reading thread brings
 * bytes. Both meet in the lock of this object, which is never held while a port is opened or
 * closed.
 */
final class LinkSupervisor {
  private static final long FIRST_RETRY_NANOS = 100_000_000L;
  private static final long LAST_RETRY_NANOS = 2_000_000_000L;
  private static final long SNAPSHOT_NANOS = 100_000_000L;

  private final LivePort port;
  private final LongSupplier monotonicNanos;
  private final Inlet inlet;
  private final LinkSession session;
  private final DeviceDriver driver;
  private final FrameDecoder decoder;
  private final Conversation conversation;

  private @Nullable SerialLink link;
  private int generation;
  private @Nullable PortException gone;
  private String problem = "";
  private long retryNanos = FIRST_RETRY_NANOS;
  private long retryAtNanos;
  private long reconnects;
  private boolean stopWanted;
  private boolean closeNow;
  private boolean stopAnswered;
  private long drainedAtNanos;
  private Optional<Message.Status> deviceStatus = Optional.empty();
  private long snapshotAtNanos;
  private volatile LinkStatus status;
  private volatile boolean finished;

  LinkSupervisor(int number, LivePort port, long zeroNanos, Sequencer log, LongSupplier clock) {
    this.port = port;
    this.monotonicNanos = clock;
    this.inlet = log.newInlet();
    this.session = new LinkSession(number, port.name(), zeroNanos, inlet);
    this.driver = port.driver().get();
    this.decoder = driver.newDecoder();
    this.conversation = new Conversation(driver, port.name(), port.listenOnly());
    this.retryAtNanos = clock.getAsLong();
    this.snapshotAtNanos = retryAtNanos;
    this.status = snapshot();
  }

  /** What one opening of the port brings; an old one is no longer listened to. */
  private final class Connection implements PortReceiver {
    private final int mine;

    private Connection(int mine) {
      this.mine = mine;
    }

    @Override
    public void received(byte[] buffer, int length, long arrivalNanos) {
      synchronized (LinkSupervisor.this) {
        if (mine == generation && !finished) {
          decoder.decode(buffer, 0, length, arrivalNanos, LinkSupervisor.this::onMessage);
        }
      }
    }

    @Override
    public void gone(PortException reason) {
      synchronized (LinkSupervisor.this) {
        if (mine == generation) {
          gone = reason;
        }
      }
    }
  }

  private void onMessage(Message message) {
    session.accept(message);
    conversation.onMessage(message);
    if (message instanceof Message.Status said) {
      deviceStatus = Optional.of(said);
    }
  }

  /** Opens the port for the first time. */
  void open() throws PortException {
    int mine;
    synchronized (this) {
      mine = ++generation;
      gone = null;
      conversation.begin(monotonicNanos.getAsLong());
    }
    SerialLink opened = SerialLink.open(port.name(), port.settings(), new Connection(mine));
    synchronized (this) {
      link = opened;
    }
  }

  /** Asks to end: the device is told to stop, and what is under way is waited for. */
  synchronized void stop() {
    stopWanted = true;
  }

  /** Asks to end at once, whatever is under way. */
  synchronized void abandon() {
    stopWanted = true;
    closeNow = true;
  }

  /** Whether the link is closed and all its events are in the log. */
  boolean isFinished() {
    return finished;
  }

  LinkStatus status() {
    return status;
  }

  /**
   * Does what is due now; waits for nothing but the operating system opening or closing the port.
   *
   * @return how many things were done, 0 when there was nothing to do
   */
  int doWork() {
    if (finished) {
      return 0;
    }
    long now = monotonicNanos.getAsLong();
    SerialLink open;
    synchronized (this) {
      open = link;
      if (now - snapshotAtNanos >= SNAPSHOT_NANOS) {
        snapshotAtNanos = now;
        session.onTime(now);
        inlet.onTime();
        status = snapshot();
      }
    }
    if (open == null) {
      return away(now);
    }
    return connected(open, now);
  }

  private int away(long now) {
    synchronized (this) {
      if (stopWanted) {
        finish(now);
        return 1;
      }
      if (now - retryAtNanos < 0) {
        return 0;
      }
    }
    try {
      open();
      reconnects++;
    } catch (PortException e) {
      synchronized (this) {
        problem = e.sentence();
        retryLater(now);
      }
    }
    return 1;
  }

  private void retryLater(long now) {
    retryAtNanos = now + retryNanos;
    retryNanos = Math.min(2 * retryNanos, LAST_RETRY_NANOS);
  }

  private int connected(SerialLink open, long now) {
    PortException lost;
    Optional<byte[]> toWrite;
    boolean done;
    synchronized (this) {
      if (stopWanted) {
        conversation.stop(now);
      }
      toWrite = conversation.onTime(now);
      if (conversation.phase() == Phase.RUNNING) {
        retryNanos = FIRST_RETRY_NANOS;
        problem = "";
      }
      done = closeNow || isDrained(now);
      lost = gone;
    }
    if (lost == null && toWrite.isPresent() && !done) {
      try {
        open.write(toWrite.get());
      } catch (PortException e) {
        lost = e;
      }
    }
    if (lost != null || done) {
      open.close();
      disconnect(lost, now);
      return 1;
    }
    return toWrite.isPresent() ? 1 : 0;
  }

  /** After an answered stop, samples under way are given the time the device needs for them. */
  private boolean isDrained(long now) {
    if (conversation.phase() != Phase.DONE) {
      return false;
    }
    if (!stopAnswered) {
      stopAnswered = true;
      drainedAtNanos = now + (port.listenOnly() ? 0 : driver.drainNanos());
    }
    return now - drainedAtNanos >= 0;
  }

  private synchronized void disconnect(@Nullable PortException lost, long now) {
    generation++;
    link = null;
    gone = null;
    decoder.end(monotonicNanos.getAsLong(), this::onMessage);
    if (lost != null && conversation.phase() != Phase.DONE) {
      session.disconnected();
    }
    if (lost == null || stopWanted) {
      finish(now);
      return;
    }
    problem = lost.sentence();
    retryLater(now);
    status = snapshot();
  }

  private void finish(long now) {
    session.end(now);
    inlet.close();
    finished = true;
    status = snapshot();
  }

  private LinkStatus snapshot() {
    DecoderCounts counts = decoder.counts();
    String told = problem.isEmpty() ? conversation.problem() : problem;
    return new LinkStatus(
        port.name(), state(), told, reconnects, counts, session.counts(), deviceStatus);
  }

  private State state() {
    if (finished) {
      return State.STOPPED;
    }
    if (link == null) {
      return State.AWAY;
    }
    return switch (conversation.phase()) {
      case HELLO, DESCRIBE, START -> State.ASKING;
      case RUNNING -> State.RUNNING;
      case STOP, DONE -> State.STOPPING;
    };
  }
}
