package org.plumbline.tools.validate;

import java.util.List;

/** All suites, in the order in which they are run and shown. */
public final class ValidationSuites {
  private ValidationSuites() {}

  public static List<ValidationSuite> all() {
    return List.of(
        new OrientationSuite(),
        new AccelerometerSuite(),
        new KneeSuite(new ProgramKneeEstimator()),
        new MotionSuite(),
        new AnglesSuite(),
        new RepetitionsSuite(),
        new VerdictsSuite(),
        new SetUpSuite(),
        new GuardSuite(),
        new SetsSuite(),
        new EmgSuite(),
        new EmgSyntheticSuite());
  }
}
