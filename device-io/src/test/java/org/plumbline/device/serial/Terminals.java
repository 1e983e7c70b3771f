package org.plumbline.device.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Assumptions;

/** What the tests over pseudo-terminals share. */
public final class Terminals {
  private Terminals() {}

  /** Skips the test where the system has no pseudo-terminals. */
  public static void required() {
    Optional<String> why = PseudoTerminal.whyUnsupported();
    Assumptions.assumeTrue(why.isEmpty(), () -> "skipped: " + why.orElse(""));
  }

  /** Takes bytes, sums them up and tells when a number of them is there. */
  static final class Counting implements PortReceiver {
    final CRC32C checksum = new CRC32C();
    final AtomicLong bytes = new AtomicLong();
    final AtomicReference<PortException> reason = new AtomicReference<>();
    final CountDownLatch ended = new CountDownLatch(1);
    final CountDownLatch complete = new CountDownLatch(1);
    final long expected;
    volatile long firstArrivalNanos;

    Counting(long expected) {
      this.expected = expected;
    }

    @Override
    public void received(byte[] buffer, int length, long arrivalNanos) {
      if (bytes.get() == 0) {
        firstArrivalNanos = arrivalNanos;
      }
      checksum.update(buffer, 0, length);
      if (bytes.addAndGet(length) >= expected) {
        complete.countDown();
      }
    }

    @Override
    public void gone(PortException why) {
      reason.set(why);
      ended.countDown();
    }

    void awaitComplete() throws InterruptedException {
      assertThat(complete.await(20, TimeUnit.SECONDS))
          .as("%d of %d", bytes.get(), expected)
          .isTrue();
    }

    PortException awaitEnd(long seconds) throws InterruptedException {
      assertThat(ended.await(seconds, TimeUnit.SECONDS)).as("port noticed as gone").isTrue();
      return Objects.requireNonNull(reason.get());
    }
  }

  /** Runs a writer beside the test and hands its failure on. */
  static Thread beside(String name, IoRun run) {
    Thread thread =
        new Thread(
            () -> {
              try {
                run.run();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** A piece of work that reads or writes. */
  interface IoRun {
    void run() throws IOException;
  }
}
