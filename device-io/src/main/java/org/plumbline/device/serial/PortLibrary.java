package org.plumbline.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native serial library of this process, loaded once, and the one lock around opening, closing
 * and enumerating.
 *
 * <p>Without the lock, enumerating while another thread opens or closes leaks a locked file
 * descriptor, after which the port is "busy" for good (measured with 2.11.4). The library is one
 * per process, hence the static state.
 */
final class PortLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(PortLibrary.class);
  private static final ReentrantLock LOCK = new ReentrantLock();

  /** A wait that a person would notice is told. */
  private static final long TOLD_AFTER_MILLIS = 1_000;

  /** Bluetooth ports take up to 10 s to open; beyond twice that something is stuck. */
  private static final long GIVEN_UP_AFTER_SECONDS = 20;

  private PortLibrary() {}

  /** Something done under the lock. */
  interface Step<T> {
    T run() throws PortException;
  }

  /**
   * Runs a step while no other port is opened, closed or looked for; loads the library first.
   *
   * @param port what the step is about, for messages
   * @throws PortException when the lock is not free in time, or there is no library
   */
  static <T> T locked(String port, Step<T> step) throws PortException {
    try {
      if (!LOCK.tryLock(TOLD_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("{} waits until another port has been opened or closed", port);
        if (!LOCK.tryLock(GIVEN_UP_AFTER_SECONDS, TimeUnit.SECONDS)) {
          throw PortSentences.lockedOut(port, GIVEN_UP_AFTER_SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortSentences.interrupted(port);
    }
    try {
      Optional<UnsatisfiedLinkError> failure = Loaded.FAILURE;
      if (failure.isPresent()) {
        UnsatisfiedLinkError cause = failure.get();
        throw PortSentences.noLibrary(port, String.valueOf(cause.getMessage()), cause);
      }
      return step.run();
    } finally {
      LOCK.unlock();
    }
  }

  /** Runs a step under the lock, however long that takes; only for a port's own daemon thread. */
  static void lockedPatiently(Runnable step) {
    LOCK.lock();
    try {
      step.run();
    } finally {
      LOCK.unlock();
    }
  }

  /** Initialised on first use, under the lock: the library is loaded once per process. */
  private static final class Loaded {
    static final Optional<UnsatisfiedLinkError> FAILURE = load();

    private static Optional<UnsatisfiedLinkError> load() {
      try {
        if (System.getProperty(NativeFiles.PATH_PROPERTY, "").isEmpty()) {
          System.setProperty(NativeFiles.PATH_PROPERTY, NativeFiles.unpack().toString());
        }
        // Only where that folder cannot be executed from: the library then unpacks itself, and
        // nobody can have put a file of their own at a name that did not exist before.
        System.setProperty("fazecast.jSerialComm.appid", "plumbline-" + UUID.randomUUID());
        Optional<SignalDispositions> signals = SignalDispositions.current();
        LOG.debug("jSerialComm {}", SerialPort.getVersion());
        signals.ifPresent(SignalDispositions::restore);
        return Optional.empty();
      } catch (UnsatisfiedLinkError e) {
        return Optional.of(e);
      } catch (IOException e) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(e.getMessage());
        error.initCause(e);
        return Optional.of(error);
      }
    }
  }
}
