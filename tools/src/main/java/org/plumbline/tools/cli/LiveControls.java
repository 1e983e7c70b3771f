package org.plumbline.tools.cli;

import org.plumbline.device.log.Operator;
import org.plumbline.tools.live.SessionControls;
import org.plumbline.tools.run.LiveRun;

/** The window's buttons on a live session. */
record LiveControls(LiveRun run) implements SessionControls.Recording {

  static final String ENDED_BY_OPERATOR = "ended by the operator";

  @Override
  public void press(Operator.Action action) {
    run.press(action, "");
  }

  @Override
  public void end() {
    run.stop(ENDED_BY_OPERATOR);
  }
}
