package org.plumbline.tools.live;

import java.util.Optional;
import org.plumbline.device.log.Operator;
import org.plumbline.tools.run.SetUpGuide;

/** What the window's buttons do; called on Swing's thread and must not wait. */
public sealed interface SessionControls {

  /** A session is being recorded: the operator's buttons go into its log. */
  non-sealed interface Recording extends SessionControls {

    /** A button was pressed. */
    void press(Operator.Action action);

    /** The person asks how the last repetition went. */
    default void ask() {}

    /** Ends the session. */
    void end();

    /** Who leads through the set-up, if there is one. */
    default Optional<SetUpGuide> guide() {
      return Optional.empty();
    }
  }

  /** A log is played back: it has its operator already. */
  non-sealed interface Playback extends SessionControls {

    void setPaused(boolean paused);

    boolean isPaused();

    /** Times real time, above 0. */
    void setSpeed(double speed);

    double speed();

    /** How much has been played, 0 to 1; NaN where the end is not known. */
    double progress();
  }
}
