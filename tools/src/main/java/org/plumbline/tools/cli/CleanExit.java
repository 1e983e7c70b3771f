package org.plumbline.tools.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.plumbline.device.serial.SerialPorts;

/**
 * Ctrl-C, a closed terminal or {@code kill} end a command in good order: it is told to stop, and
 * the program waits for it to close its recording and write its report.
 */
final class CleanExit {
  private static final long LONGEST_SECONDS = 20;

  /** From the end of the work to the exit status is a matter of microseconds. */
  private static final long STATUS_SECONDS = 2;

  private static final CountDownLatch FINISHED = new CountDownLatch(1);
  private static final AtomicInteger STATUS = new AtomicInteger();

  private final CountDownLatch done = new CountDownLatch(1);
  private final Runnable stop;

  private CleanExit(Runnable stop) {
    this.stop = stop;
  }

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /**
   * Does the work; meanwhile {@code stop} is called when the program is asked to end.
   *
   * @param stop makes the work end soon; must not wait
   */
  static void during(Runnable stop, Work work) throws IOException {
    CleanExit exit = new CleanExit(stop);
    exit.run(work);
  }

  /**
   * The same for work with open ports, which the serial library would close under it.
   *
   * @throws IOException also when there is no serial library
   */
  static void duringWithPorts(Runnable stop, Work work) throws IOException {
    CleanExit exit = new CleanExit(stop);
    SerialPorts.beforeClosingAtExit(() -> await(exit.done, LONGEST_SECONDS));
    exit.run(work);
  }

  private void run(Work work) throws IOException {
    Thread hook = new Thread(this::endInGoodOrder, "clean exit");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } finally {
      done.countDown();
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // then the hook runs, and sees that the work is done
    }
  }

  private void endInGoodOrder() {
    stop.run();
    if (await(done, LONGEST_SECONDS)) {
      await(FINISHED, STATUS_SECONDS);
    }
    Runtime.getRuntime().halt(STATUS.get());
  }

  private static boolean await(CountDownLatch latch, long seconds) {
    try {
      return latch.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The command is done, and this is how. */
  static void finished(int status) {
    STATUS.set(status);
    FINISHED.countDown();
  }
}
