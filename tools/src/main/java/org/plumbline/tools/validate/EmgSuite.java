package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.stream.EmgRecording;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/** EMG on public recordings: which group works, and what the quality finds. */
public final class EmgSuite implements ValidationSuite {

  @Override
  public String id() {
    return "emg";
  }

  @Override
  public Optional<String> dataSet() {
    return Optional.of(EmgTrial.FOLDER);
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    List<EmgTrial> trials = EmgTrial.in(inputs.requiredFolder(EmgTrial.FOLDER));
    List<Figure> figures = new ArrayList<>(dominance(trials));
    for (boolean choosing : new boolean[] {true, false}) {
      List<EmgTrial> half =
          trials.stream().filter(trial -> trial.isForChoosing() == choosing).toList();
      if (!half.isEmpty()) {
        figures.addAll(new EmgQualityFigures(half, choosing).figures(inputs.progress()));
      }
    }
    return figures;
  }

  /** Knee extension is quadriceps work, knee flexion hamstring work. */
  private static List<Figure> dominance(List<EmgTrial> trials) {
    int asked = 0;
    int wrong = 0;
    double mostSitting = 0;
    double leastStanding = 1;
    for (EmgTrial trial : trials) {
      if (trial.activity().equals("gait")) {
        continue;
      }
      boolean sitting = trial.activity().equals("sitting");
      double share = hamstringShare(trial);
      asked++;
      wrong += sitting == share < 0.5 ? 0 : 1;
      mostSitting = sitting ? Math.max(mostSitting, share) : mostSitting;
      leastStanding = sitting ? leastStanding : Math.min(leastStanding, share);
    }
    String source = Texts.get("validate.source.uci");
    return List.of(
        info("validate.emg.trials", asked, "trials", source),
        Figure.atMost(
            0,
            Texts.get("validate.emg.dominance"),
            asked == 0 ? Double.NaN : 100.0 * wrong / asked,
            "%",
            Origin.MEASURED,
            source),
        info("validate.emg.sitting", mostSitting, "1", source),
        info("validate.emg.standing", leastStanding, "1", source));
  }

  /** Of the mean levels of all four muscles over the stretches in which all of them are usable. */
  private static double hamstringShare(EmgTrial trial) {
    EmgRecording recording = trial.analyze();
    double hamstrings = 0;
    double all = 0;
    long end = recording.end();
    for (long from = FIRST_STEP; from + STRETCH_STEPS <= end; from += STRETCH_STEPS) {
      List<RecordedMuscle> muscles = recording.muscles(from, from + STRETCH_STEPS);
      double[] levels = levels(muscles, from);
      // While notches settle there is no level.
      if (Double.isFinite(levels[1])) {
        hamstrings += levels[0];
        all += levels[1];
      }
    }
    return hamstrings / all;
  }

  /** Sum of the hamstrings' levels and of all; NaN when a channel cannot be used. */
  private static double[] levels(List<RecordedMuscle> muscles, long from) {
    double[] sums = new double[2];
    for (RecordedMuscle muscle : muscles) {
      double level =
          muscle.problem().isPresent()
              ? Double.NaN
              : muscle.meanVolts(from, from + STRETCH_STEPS - 1);
      sums[0] += muscle.location().muscle().isHamstring() ? level : 0;
      sums[1] += level;
    }
    return sums;
  }

  /** As long as a repetition. */
  static final int STRETCH_STEPS = 300;

  /** The rate is learned and the filters settle in the first second. */
  static final long FIRST_STEP = 110;

  private static Figure info(String words, double value, String unit, String source) {
    return Figure.info(Texts.get(words), value, unit, Origin.MEASURED, source);
  }
}
