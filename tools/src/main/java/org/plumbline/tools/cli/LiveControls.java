package org.plumbline.tools.cli;

import java.util.Optional;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.device.log.Operator;
import org.plumbline.tools.live.SessionControls;
import org.plumbline.tools.run.LiveRun;
import org.plumbline.tools.run.SetUpGuide;

/** The window's buttons on a live session. */
record LiveControls(LiveRun run, Optional<SetUpGuide> guide) implements SessionControls.Recording {

  static final String ENDED_BY_OPERATOR = "ended by the operator";

  @Override
  public void press(Operator.Action action) {
    run.press(action, "");
  }

  @Override
  public void ask() {
    run.press(Operator.Action.MARK, SessionAnalyzer.ASK_FEEDBACK);
  }

  @Override
  public void end() {
    run.stop(ENDED_BY_OPERATOR);
  }
}
