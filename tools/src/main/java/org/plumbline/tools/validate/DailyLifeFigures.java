package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedDailyLife;

/**
 * How many repetitions are counted in ten minutes in which nobody does any, without an operator:
 * with all sensors, those of one leg, and one thigh.
 */
final class DailyLifeFigures {
  /** Other than those on which the limits of the detector were chosen. */
  private static final int FIRST_SEED = 5001;

  private static final double SECONDS = 600;
  private static final List<String> EXERCISES =
      List.of(
          "squat",
          "bridge",
          "sit-to-stand",
          "hip-hinge",
          "lunge",
          "clamshell",
          "single-leg-squat",
          "leg-lift-straight");

  private final int seeds;

  DailyLifeFigures(int seeds) {
    this.seeds = seeds;
  }

  private static Map<String, Set<String>> worn() {
    Map<String, Set<String>> worn = new LinkedHashMap<>();
    worn.put(
        "all", Set.of("pelvis", "trunk", "right-thigh", "left-thigh", "right-shank", "left-shank"));
    worn.put("leg", Set.of("right-thigh", "right-shank"));
    worn.put("thigh", Set.of("right-thigh"));
    return worn;
  }

  List<Figure> figures(Inputs inputs) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
      inputs.progress().accept(Texts.get("validate.repetitions.daily-progress", seed));
      List<SessionEvent> log =
          new SimulatedDailyLife(seed, SECONDS, NoiseLevel.nominal(), Scenario.usualImus(100))
              .events();
      for (Map.Entry<String, Set<String>> sensors : worn().entrySet()) {
        List<SessionEvent> seen = only(log, sensors.getValue());
        for (String exercise : EXERCISES) {
          int ghosts = CountedSession.analyze(exercise, seen).repetitions().size();
          counted.merge(exercise + "|" + sensors.getKey(), ghosts, Integer::sum);
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    counted.forEach(
        (what, ghosts) -> {
          String[] names = what.split("\\|", -1);
          figures.add(
              Figure.atMost(
                  0,
                  Texts.get(
                      "validate.repetitions.daily",
                      names[0],
                      Texts.get("validate.repetitions.worn." + names[1])),
                  ghosts / (double) seeds,
                  "1",
                  Origin.SYNTHETIC,
                  Texts.get("validate.source.daily", seeds)));
        });
    return figures;
  }

  /** The log as if only these sensors had been worn. */
  private static List<SessionEvent> only(List<SessionEvent> log, Set<String> placements) {
    Set<Integer> streams = new HashSet<>();
    List<SessionEvent> kept = new ArrayList<>();
    for (SessionEvent event : log) {
      if (event instanceof Described described
          && placements.contains(described.stream().channels().get(0).location().id())) {
        streams.add(described.stream().id());
      }
      if (isKept(event, streams)) {
        kept.add(event);
      }
    }
    return kept;
  }

  private static boolean isKept(SessionEvent event, Set<Integer> streams) {
    if (event instanceof Described described) {
      return streams.contains(described.stream().id());
    }
    if (event instanceof Samples samples) {
      return streams.contains(samples.stream());
    }
    if (event instanceof Lost lost) {
      return streams.contains(lost.stream());
    }
    return !(event instanceof ClockLine line) || streams.contains(line.stream());
  }
}
