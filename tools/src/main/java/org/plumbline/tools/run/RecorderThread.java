package org.plumbline.tools.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plumbline.device.log.SessionEvent;

/**
 * Writes on a thread of its own, because a disk may take 100 ms where a session has 10.
 *
 * <p>{@link #append} waits while the queue is full: nothing is dropped here, and a disk that stays
 * too slow is seen as overflow where overflow is decided, before the log. A failure of the disk
 * comes out of the next {@code append} or of {@link #close}. One thread appends and closes.
 */
public final class RecorderThread implements EventSink {
  /** More than 20 s of a session with seven sensors and EMG. */
  private static final int QUEUED_EVENTS = 16_384;

  private static final long LOOK_MILLIS = 50;

  private final EventSink file;
  private final ArrayBlockingQueue<SessionEvent> queue = new ArrayBlockingQueue<>(QUEUED_EVENTS);
  private final Thread thread;
  private volatile boolean closing;
  private volatile Optional<IOException> failure = Optional.empty();
  private volatile Optional<RuntimeException> bug = Optional.empty();

  /** Owns {@code file} from then on. */
  public RecorderThread(EventSink file) {
    this.file = file;
    thread = new Thread(this::write, "recorder");
    thread.start();
  }

  /** Events that wait to be written. */
  public int depth() {
    return queue.size();
  }

  @Override
  public void append(SessionEvent event) throws IOException {
    try {
      while (!queue.offer(event, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throwFailure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("recording was interrupted");
    }
    throwFailure();
  }

  private void throwFailure() throws IOException {
    if (failure.isPresent()) {
      throw new IOException(failure.get().getMessage(), failure.get());
    }
    if (bug.isPresent()) {
      throw bug.get();
    }
  }

  private void write() {
    try (EventSink out = file) {
      while (!closing || !queue.isEmpty()) {
        SessionEvent event = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          out.append(event);
        }
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    } catch (RuntimeException e) {
      bug = Optional.of(e);
    } catch (InterruptedException e) {
      failure = Optional.of(new InterruptedIOException("recording was interrupted"));
    }
  }

  /** Waits until everything is written and the file is closed. */
  @Override
  public void close() throws IOException {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // what was measured is written first
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throwFailure();
  }
}
