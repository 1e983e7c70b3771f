package org.plumbline.analyzer.emg;

/**
 * What 100 % of a muscle's level is. The unit of a level follows the reference, so that "%MVIC" is
 * only ever said of an MVIC.
 *
 * @param volts envelope at 100 %
 * @param unit of a level
 * @param relativeError 90 % half-width of a level, as a share of it
 */
public record LevelReference(double volts, String unit, double relativeError) {

  /**
   * Normalised levels vary by 9 to 36 % between trials of a person (Norcross 2010), 18 % is their
   * geometric mean; an MVIC is taken from three trials, so over the square root of three, times
   * 1.645 for 90 %.
   */
  private static final double MVIC_ERROR = 0.17;

  /**
   * Levels in per cent of a single-leg stance vary by 20 to 59 % (Norcross 2010), geometric mean 34
   * %; from three trials, as above.
   */
  private static final double SUBMAXIMAL_ERROR = 0.32;

  /** Between repetitions of one electrode application; engineering choice. */
  private static final double SAME_ELECTRODES_ERROR = 0.10;

  public LevelReference {
    if (!(volts > 0)) {
      throw new IllegalArgumentException("a reference level of " + volts + " V");
    }
  }

  public static LevelReference mvic(double volts) {
    return new LevelReference(volts, "%MVIC", MVIC_ERROR);
  }

  /** A standard task below maximum. */
  public static LevelReference submaximal(double volts) {
    return new LevelReference(volts, "% of submaximal reference", SUBMAXIMAL_ERROR);
  }

  /** A set of the session that was named as reference. */
  public static LevelReference session(double volts) {
    return new LevelReference(volts, "% of reference set", SAME_ELECTRODES_ERROR);
  }

  /** Mean level of the first repetitions of the session: only good for looking at change. */
  public static LevelReference firstRepetitions(double volts) {
    return new LevelReference(volts, "% of first repetitions", SAME_ELECTRODES_ERROR);
  }

  /** No reference yet: microvolts. */
  public static LevelReference none() {
    return new LevelReference(100e-6, "uV", SAME_ELECTRODES_ERROR);
  }

  /** A level in {@link #unit()}. */
  public double level(double envelopeVolts) {
    return 100 * envelopeVolts / volts;
  }

  public boolean isMvic() {
    return unit.equals("%MVIC");
  }
}
