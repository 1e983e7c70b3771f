package org.plumbline.tools.cli;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.tools.run.Watcher;

/** A bar on standard error for work that takes more than a second, where that is a terminal. */
final class Progress implements Watcher, AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int STEPS = 1000;

  private final String task;
  private final DoubleSupplier share;
  private final long startNanos = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();

  /**
   * A bar that may never be seen.
   *
   * @param share how much is done, 0 to 1; NaN where nobody knows
   */
  Progress(String task, DoubleSupplier share) {
    this.task = task;
    this.share = share;
  }

  /** The launcher has looked. */
  private static boolean isTerminal() {
    return Boolean.getBoolean("plumbline.terminal");
  }

  @Override
  public void live(LiveState state) {
    double done = share.getAsDouble();
    if (bar.isEmpty() && isTerminal() && System.nanoTime() - startNanos > PATIENCE_NANOS) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(task)
                  .setInitialMax(Double.isNaN(done) ? -1 : STEPS)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(200)
                  .clearDisplayOnFinish()
                  .build());
    }
    if (!Double.isNaN(done)) {
      bar.ifPresent(shown -> shown.stepTo(Math.round(STEPS * done)));
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
