package org.plumbline.tools.run;

import java.util.List;
import java.util.function.Consumer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.result.Notice;

/**
 * Puts into the log what a set-up taught, by value: the context of the session with the
 * calibrations that were just found. A recording that is carried elsewhere then has them as they
 * were used.
 */
final class CalibrationKeeper implements Watcher {
  private final AnalysisContext context;
  private final Consumer<AnalysisContext> log;
  private List<StoredCalibration> kept;

  /** {@code log} makes a context hold from then on. */
  CalibrationKeeper(AnalysisContext context, Consumer<AnalysisContext> log) {
    this.context = context;
    this.log = log;
    kept = context.body().orElse(BodySetUp.NONE).calibrations();
  }

  @Override
  public void notice(Notice notice) {
    if (notice instanceof Notice.SetUpStepDone done
        && !done.calibrations().isEmpty()
        && !done.calibrations().equals(kept)) {
      kept = done.calibrations();
      log.accept(context.with(context.body().orElse(BodySetUp.NONE).with(kept)));
    }
  }
}
