package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;

/** EMG against the scripts of simulated people: onsets, ratio, verdict on hamstrings, fatigue. */
public final class EmgSyntheticSuite implements ValidationSuite {

  /** Signal over electrode noise. */
  static final int[] DECIBELS = {20, 15, 10, 6, 3};

  private static final int SEEDS = 50;

  private final int seeds;

  /** So many persons of each kind. */
  EmgSyntheticSuite(int seeds) {
    this.seeds = seeds;
  }

  /** As many as the published figures have. */
  EmgSyntheticSuite() {
    this(SEEDS);
  }

  @Override
  public String id() {
    return "emg-simulated";
  }

  @Override
  public List<Figure> figures(Inputs inputs) {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(new EmgOnsetFigures(Math.max(1, seeds / 2)).figures());
    figures.addAll(new EmgVerdictFigures(seeds).figures(inputs.progress()));
    figures.addAll(new EmgFatigueFigures(Math.max(1, seeds / 6)).figures(inputs.progress()));
    return figures;
  }
}
