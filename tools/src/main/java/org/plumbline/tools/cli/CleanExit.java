package org.plumbline.tools.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, a closed terminal or {@code kill} end a command in good order: it is told to stop, and
 * the program waits for it to close its recording and write its report.
 */
final class CleanExit {
  private static final long LONGEST_SECONDS = 20;
  private static final CountDownLatch FINISHED = new CountDownLatch(1);
  private static final AtomicInteger STATUS = new AtomicInteger();

  private CleanExit() {}

  /** Calls {@code stop} when the program is asked to end; {@code stop} must not wait. */
  static void onSignal(Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (FINISHED.getCount() == 0) {
                    return;
                  }
                  stop.run();
                  awaitFinished();
                  Runtime.getRuntime().halt(STATUS.get());
                },
                "clean exit"));
  }

  private static void awaitFinished() {
    try {
      FINISHED.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command is done; nothing of it is left to be written. */
  static void finished(int status) {
    STATUS.set(status);
    FINISHED.countDown();
  }
}
