package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.device.log.Location.OnMuscle;

/** Maximal contractions as a session before would have measured them: off as real ones are. */
final class ToldMaxima {

  /**
   * Within-person variation of an MVIC level is 9 to 36 % (Norcross 2010); 18 % is their geometric
   * mean, of three trials a standard deviation of 10.4 %.
   */
  private static final double MVIC_DEVIATION = 0.104;

  /** Seeds near each other begin alike in {@link Random}; multiplied by this they do not. */
  static final long APART = 0x9E3779B97F4A7C15L;

  private ToldMaxima() {}

  /**
   * Those of a person, the same whenever asked.
   *
   * @param mvicVolts true RMS amplitude of a maximal contraction
   */
  static List<Normalisation> of(
      long person, List<OnMuscle> muscles, ToDoubleFunction<OnMuscle> mvicVolts) {
    Random random = new Random(APART * person);
    List<Normalisation> maxima = new ArrayList<>();
    for (OnMuscle muscle : muscles) {
      double scatter = Math.max(0.5, 1 + MVIC_DEVIATION * random.nextGaussian());
      double microvolts = mvicVolts.applyAsDouble(muscle) * 1e6 * scatter;
      maxima.add(new Normalisation(muscle.id(), Normalisation.Kind.MVIC, microvolts));
    }
    return maxima;
  }
}
