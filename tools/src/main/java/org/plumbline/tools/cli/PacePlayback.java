package org.plumbline.tools.cli;

import java.util.function.DoubleSupplier;
import org.plumbline.tools.live.SessionControls;
import org.plumbline.tools.run.Pace;

/** The window's playback buttons on a {@link Pace}. */
final class PacePlayback implements SessionControls.Playback {
  private final Pace pace;
  private final DoubleSupplier progress;

  PacePlayback(Pace pace, DoubleSupplier progress) {
    this.pace = pace;
    this.progress = progress;
  }

  @Override
  public void setPaused(boolean paused) {
    pace.setPaused(paused);
  }

  @Override
  public boolean isPaused() {
    return pace.isPaused();
  }

  @Override
  public void setSpeed(double speed) {
    pace.setSpeed(speed);
  }

  @Override
  public double speed() {
    return pace.speed();
  }

  @Override
  public double progress() {
    return progress.getAsDouble();
  }
}
