package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.emg.EmgQuality;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.stream.EmgRecording;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * What the quality of EMG says of recordings as they are and with faults mixed in, over stretches
 * as long as a repetition.
 */
final class EmgQualityFigures {
  private static final int STRETCH_STEPS = EmgSuite.STRETCH_STEPS;
  private static final int HOP_STEPS = 100;

  private final List<EmgTrial> trials;
  private final String people;
  private final String source;
  private final boolean choosing;

  EmgQualityFigures(List<EmgTrial> trials, boolean choosing) {
    this.trials = trials;
    this.choosing = choosing;
    people = Texts.get(choosing ? "validate.emg.odd" : "validate.emg.even");
    source = Texts.get(choosing ? "validate.source.uci-chosen" : "validate.source.uci-reported");
  }

  List<Figure> figures(Consumer<String> progress) {
    List<Figure> figures = new ArrayList<>();
    progress.accept(people);
    addClean(figures);
    for (EmgFault fault : EmgFault.values()) {
      progress.accept(people + ", " + fault.id());
      addFault(figures, fault);
    }
    return figures;
  }

  private void addClean(List<Figure> figures) {
    Tally stopped = new Tally();
    Tally told = new Tally();
    for (EmgTrial trial : trials) {
      EmgRecording recording = trial.analyze();
      for (long from = EmgSuite.FIRST_STEP;
          from + STRETCH_STEPS <= recording.end();
          from += HOP_STEPS) {
        for (RecordedMuscle muscle : recording.muscles(from, from + STRETCH_STEPS)) {
          stopped.add(muscle.problem().isPresent());
          told.add(muscle.quality().map(one -> one.seen().contains(EmgQuality.HUM)).orElse(false));
        }
      }
    }
    figures.add(info("validate.emg.stretches", stopped.all, "stretches"));
    String name = Texts.get("validate.emg.clean", people);
    figures.add(
        choosing
            ? Figure.info(name, stopped.percent(), "%", Origin.MEASURED, source)
            : Figure.atMost(0, name, stopped.percent(), "%", Origin.MEASURED, source));
    figures.add(info("validate.emg.real-hum", told.percent(), "%"));
  }

  /** How many of how many. */
  private static final class Tally {
    int yes;
    int all;

    void add(boolean one) {
      all++;
      yes += one ? 1 : 0;
    }

    double percent() {
      return all == 0 ? Double.NaN : 100.0 * yes / all;
    }
  }

  /** What became of the stretches of one fault. */
  private static final class Outcome {
    final Tally missed = new Tally();
    final Tally misnamed = new Tally();
    final Tally refused = new Tally();
    final Tally falsely = new Tally();

    void add(EmgFault fault, double harm, RecordedMuscle muscle) {
      List<String> seen = muscle.quality().map(ChannelQuality::seen).orElse(List.of());
      if (harm == 0) {
        falsely.add(muscle.problem().isPresent());
      } else if (harm >= 1) {
        missed.add(seen.isEmpty());
        misnamed.add(!seen.contains(fault.code()));
        refused.add(muscle.problem().isPresent());
      }
    }
  }

  private void addFault(List<Figure> figures, EmgFault fault) {
    Outcome outcome = new Outcome();
    for (EmgTrial trial : trials) {
      for (int channel = 0; channel < trial.muscles().size(); channel++) {
        add(outcome, fault, trial, channel);
      }
    }
    String what = Texts.get("validate.emg.fault." + fault.id());
    figures.add(
        Figure.info(
            Texts.get("validate.emg.faulty", people, what),
            outcome.missed.all,
            "stretches",
            Origin.MEASURED,
            source));
    figures.add(info("validate.emg.missed", what, outcome.missed));
    figures.add(info("validate.emg.misnamed", what, outcome.misnamed));
    figures.add(info("validate.emg.unusable", what, outcome.refused));
    figures.add(info("validate.emg.false", what, outcome.falsely));
    if (fault == EmgFault.HEART) {
      addHeartless(figures);
    }
  }

  private static void add(Outcome outcome, EmgFault fault, EmgTrial trial, int channel) {
    EmgTrial faulty = fault.in(trial, channel);
    EmgRecording recording = faulty.analyze();
    for (long from = EmgSuite.FIRST_STEP;
        from + STRETCH_STEPS <= recording.end();
        from += HOP_STEPS) {
      List<RecordedMuscle> muscles = recording.muscles(from, from + STRETCH_STEPS);
      double start = from / 100.0;
      double end = start + STRETCH_STEPS / 100.0;
      for (int c = 0; c < muscles.size(); c++) {
        double harm = c == channel ? fault.harm(trial, faulty, channel, start, end) : 0;
        outcome.add(fault, harm, muscles.get(c));
      }
    }
  }

  /** The same channels said to lie on the trunk, without any heart in them. */
  private void addHeartless(List<Figure> figures) {
    Tally falsely = new Tally();
    for (EmgTrial trial : trials) {
      for (int channel = 0; channel < trial.muscles().size(); channel++) {
        EmgRecording recording =
            trial.with(channel, trial.volts(channel), Muscle.ERECTOR_SPINAE).analyze();
        for (long from = EmgSuite.FIRST_STEP;
            from + STRETCH_STEPS <= recording.end();
            from += HOP_STEPS) {
          List<RecordedMuscle> muscles = recording.muscles(from, from + STRETCH_STEPS);
          falsely.add(muscles.get(channel).problem().isPresent());
        }
      }
    }
    figures.add(info("validate.emg.heartless", falsely.percent(), "%"));
  }

  private Figure info(String words, double value, String unit) {
    return Figure.info(Texts.get(words, people), value, unit, Origin.MEASURED, source);
  }

  private Figure info(String words, String what, Tally tally) {
    return Figure.info(
        Texts.get(words, people, what), tally.percent(), "%", Origin.MEASURED, source);
  }
}
