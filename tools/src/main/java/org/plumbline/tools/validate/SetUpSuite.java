package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.fault.SetUpFault;
import org.plumbline.fixtures.simulator.Scenario;

/**
 * Faults of the set-up: every one of {@link SetUpFault} in guided sessions of squats, on thighs and
 * shanks in turn, against the same session without it; and false alarms in clean ones.
 */
public final class SetUpSuite implements ValidationSuite {
  /** Other than those on which anything was looked at during development. */
  private static final int FIRST_FAULT_SEED = 2201;

  private static final int FAULT_SEEDS = 5;
  private static final int FIRST_CLEAN_SEED = 3201;
  private static final int CLEAN_SEEDS = 30;
  private static final double FALSE_ALARMS_PERCENT = 1;

  private static final List<OnSegment> SENSORS =
      List.of(
          new OnSegment(Segment.THIGH, Side.RIGHT),
          new OnSegment(Segment.SHANK, Side.RIGHT),
          new OnSegment(Segment.THIGH, Side.LEFT),
          new OnSegment(Segment.SHANK, Side.LEFT));

  private final int faultSeeds;
  private final int cleanSeeds;

  /** As many sessions as the published figures have. */
  SetUpSuite() {
    this(FAULT_SEEDS, CLEAN_SEEDS);
  }

  SetUpSuite(int faultSeeds, int cleanSeeds) {
    this.faultSeeds = faultSeeds;
    this.cleanSeeds = cleanSeeds;
  }

  @Override
  public String id() {
    return "setup";
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    try (Workers workers = new Workers()) {
      List<Figure> figures = new ArrayList<>();
      addFaults(workers, inputs, figures);
      addClean(workers, inputs, figures);
      CleanRecordings.add(inputs, figures);
      return figures;
    }
  }

  /** The effect of a fault in the session of a seed. */
  static FaultEffect effect(SetUpFault fault, int seed) {
    return effect(fault, seed, SetUpSession.guided(Scenario.squat(seed)));
  }

  private static FaultEffect effect(SetUpFault fault, int seed, List<SessionEvent> clean) {
    OnSegment sensor = SENSORS.get(seed % SENSORS.size());
    return FaultEffect.of(clean, fault.into(clean, sensor, seed));
  }

  private void addFaults(Workers workers, Inputs inputs, List<Figure> figures) throws IOException {
    Map<SetUpFault, List<FaultEffect>> effects = new LinkedHashMap<>();
    for (int seed = FIRST_FAULT_SEED; seed < FIRST_FAULT_SEED + faultSeeds; seed++) {
      inputs.progress().accept(Texts.get("validate.setup.progress.faults", seed));
      int one = seed;
      List<SessionEvent> clean = SetUpSession.guided(Scenario.squat(seed));
      List<Callable<FaultEffect>> work = new ArrayList<>();
      for (SetUpFault fault : SetUpFault.values()) {
        work.add(() -> effect(fault, one, clean));
      }
      Iterator<FaultEffect> found = workers.inOrder("set-up faults", work).iterator();
      for (SetUpFault fault : SetUpFault.values()) {
        effects.computeIfAbsent(fault, key -> new ArrayList<>()).add(found.next());
      }
    }
    List<FaultEffect> every = effects.values().stream().flatMap(List::stream).toList();
    int unnamed =
        (int)
            effects.values().stream()
                .filter(list -> !list.stream().allMatch(FaultEffect::named))
                .count();
    figures.add(info("validate.setup.faults", effects.size(), "faults"));
    figures.add(none("validate.setup.not-named", unnamed, "faults"));
    figures.add(
        none(
            "validate.setup.silent",
            every.stream().mapToInt(effect -> effect.silent().size()).sum(),
            "figures"));
    figures.add(
        none(
            "validate.setup.silent-repetitions",
            every.stream().mapToInt(FaultEffect::silentRepetitions).sum(),
            "repetitions"));
    figures.add(
        info(
            "validate.setup.said",
            every.stream().mapToInt(effect -> effect.said().size()).sum(),
            "figures"));
    figures.add(
        info(
            "validate.setup.said-repetitions",
            every.stream().mapToInt(FaultEffect::saidRepetitions).sum(),
            "repetitions"));
    figures.add(
        info(
            "validate.setup.judged",
            every.stream().mapToInt(FaultEffect::judged).sum(),
            "figures"));
    effects.forEach((fault, list) -> addRow(fault, list, figures));
  }

  private static void addRow(SetUpFault fault, List<FaultEffect> list, List<Figure> figures) {
    TreeSet<String> codes = new TreeSet<>();
    list.forEach(effect -> codes.addAll(effect.codes()));
    String source =
        Texts.get(
            "validate.source.setup-row",
            list.stream().filter(FaultEffect::named).count(),
            list.size(),
            String.join(", ", codes),
            latest(list),
            list.stream().mapToInt(effect -> effect.silent().size()).sum(),
            list.stream().mapToInt(effect -> effect.said().size()).sum());
    double judged = list.stream().mapToInt(FaultEffect::judged).sum();
    double clean = list.stream().mapToInt(FaultEffect::clean).sum();
    figures.add(
        Figure.info(
            Texts.get("validate.setup.row", fault.id()),
            100 * judged / clean,
            "%",
            Origin.SYNTHETIC,
            source));
  }

  private static String latest(List<FaultEffect> list) {
    return list.stream()
        .mapToDouble(FaultEffect::namedSeconds)
        .filter(Double::isFinite)
        .max()
        .stream()
        .mapToObj(seconds -> String.format(Locale.ROOT, "%.0f", seconds))
        .findFirst()
        .orElse("-");
  }

  private void addClean(Workers workers, Inputs inputs, List<Figure> figures) throws IOException {
    inputs.progress().accept(Texts.get("validate.setup.progress.clean"));
    List<Callable<List<String>>> work = new ArrayList<>();
    for (int seed = FIRST_CLEAN_SEED; seed < FIRST_CLEAN_SEED + cleanSeeds; seed++) {
      for (Scenario clean : List.of(Scenario.squat(seed), Scenario.bridge(seed))) {
        work.add(() -> alarms(SetUpSession.log(clean)));
        work.add(() -> alarms(SetUpSession.guided(clean)));
      }
    }
    List<List<String>> alarms = workers.inOrder("set-up faults", work);
    double alarmed = alarms.stream().filter(list -> !list.isEmpty()).count();
    figures.add(info("validate.setup.clean", alarms.size(), "sets"));
    figures.add(
        Figure.atMost(
            FALSE_ALARMS_PERCENT,
            Texts.get("validate.setup.alarms"),
            100 * alarmed / alarms.size(),
            "%",
            Origin.SYNTHETIC,
            Texts.get("validate.source.setup-clean")));
  }

  /** Findings and notes of the analysis of a log in which nothing is wrong with a sensor. */
  static List<String> alarms(List<SessionEvent> log) {
    return SetUpSession.analyze(log, notice -> {}).streams().stream()
        .flatMap(
            stream ->
                stream.health().stream().map(health -> stream.placement() + " " + health.code()))
        .toList();
  }

  private static Figure none(String words, double value, String unit) {
    return Figure.atMost(
        0, Texts.get(words), value, unit, Origin.SYNTHETIC, Texts.get("validate.source.setup"));
  }

  private static Figure info(String words, double value, String unit) {
    return Figure.info(
        Texts.get(words), value, unit, Origin.SYNTHETIC, Texts.get("validate.source.setup"));
  }
}
