package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.PlannedSets;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.protocol.Protocol.Block;
import org.plumbline.analyzer.protocol.Protocol.Place;
import org.plumbline.analyzer.quality.Figures;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.ProtocolResult;
import org.plumbline.analyzer.result.ProtocolResult.BlockComparison;
import org.plumbline.analyzer.result.ProtocolResult.ComparedMetric;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/** What became of planned sets: what is missing or too much, and blocks side by side. */
final class ProtocolOutcome {
  /** Fewer figures tell no spread. */
  private static final int LEAST_FIGURES = 3;

  /** A rest is as it was planned within a tenth, and within 5 s. */
  private static final double NEAR_SHARE = 0.1;

  private static final double NEAR_SECONDS = 5;

  private final PlannedSets planned;
  private final List<SetResult> sets;

  ProtocolOutcome(PlannedSets planned, List<SetResult> sets) {
    this.planned = planned;
    this.sets = sets.stream().filter(set -> !set.repetitions().isEmpty()).toList();
  }

  private static Optional<Place> place(SetResult set) {
    return set.place().map(place -> place.planned());
  }

  private List<SetResult> of(Block block) {
    return sets.stream()
        .filter(set -> place(set).filter(place -> place.block().equals(block)).isPresent())
        .toList();
  }

  /** Sentences about what was not done as planned. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (int s = 0; s < sets.size(); s++) {
      repetitions(sets.get(s), notes);
      if (s > 0) {
        rest(sets.get(s - 1), sets.get(s), notes);
      }
    }
    for (Block block : planned.protocol().blocks()) {
      int done = of(block).size();
      if (done < block.sets()) {
        notes.add(Texts.get("protocol.missing", block.name(), done, block.sets()));
      }
    }
    return notes;
  }

  private static void repetitions(SetResult set, List<String> notes) {
    long done = complete(set).size();
    Optional<Place> place = place(set);
    if (place.isEmpty()) {
      notes.add(Texts.get("protocol.beyond", set.index(), done));
      return;
    }
    Block block = place.get().block();
    if (done != block.repetitions()) {
      String key = done < block.repetitions() ? "protocol.fewer" : "protocol.more";
      notes.add(
          Texts.get(
              key,
              set.index(),
              block.name(),
              place.get().set(),
              block.sets(),
              done,
              block.repetitions()));
    }
  }

  /** From the end of the last repetition to the start of the next one. */
  private static void rest(SetResult before, SetResult set, List<String> notes) {
    if (place(before).isEmpty() || place(set).isEmpty()) {
      return;
    }
    double asked = place(before).orElseThrow().block().restSeconds();
    List<RepetitionResult> last = before.repetitions();
    double rested =
        set.repetitions().get(0).startSeconds() - last.get(last.size() - 1).endSeconds();
    if (Math.abs(rested - asked) > Math.max(NEAR_SECONDS, NEAR_SHARE * asked)) {
      notes.add(
          Texts.get(
              "protocol.rested", set.index(), Texts.number(rested, 0), Texts.number(asked, 0)));
    }
  }

  private static List<RepetitionResult> complete(SetResult set) {
    return set.repetitions().stream().filter(RepetitionResult::complete).toList();
  }

  ProtocolResult result() {
    Protocol protocol = planned.protocol();
    List<BlockComparison> comparisons = new ArrayList<>();
    for (Protocol.Pair pair : protocol.comparisons()) {
      comparisons.add(compared(block(pair.first()), block(pair.second())));
    }
    return new ProtocolResult(protocol.id(), protocol.name(), comparisons);
  }

  private Block block(String id) {
    return planned.protocol().blocks().stream()
        .filter(block -> block.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private record Key(String name, Side side, String unit) {}

  private BlockComparison compared(Block first, Block second) {
    Map<Key, List<Metric>> before = metrics(first);
    Map<Key, List<Metric>> after = metrics(second);
    List<ComparedMetric> compared = new ArrayList<>();
    before.forEach(
        (key, figures) -> {
          List<Metric> others = after.getOrDefault(key, List.of());
          if (figures.size() >= LEAST_FIGURES && others.size() >= LEAST_FIGURES) {
            compared.add(compared(key, figures, others));
          }
        });
    return new BlockComparison(first.name(), second.name(), compared);
  }

  private static ComparedMetric compared(Key key, List<Metric> before, List<Metric> after) {
    Figures first = new Figures(before);
    Figures second = new Figures(after);
    return new ComparedMetric(
        key.name(), key.side(), key.unit(), first.level(), second.level(), second.since(first));
  }

  /** What the rules of the exercise read, in the complete repetitions of a block. */
  private Map<Key, List<Metric>> metrics(Block block) {
    Exercise exercise = planned.exercise(block);
    Set<String> read = new LinkedHashSet<>();
    exercise.rules().stream().map(RuleLimits::metric).forEach(read::add);
    Map<Key, List<Metric>> metrics = new LinkedHashMap<>();
    for (SetResult set : of(block)) {
      for (RepetitionResult repetition : complete(set)) {
        for (Metric metric : repetition.metrics()) {
          if (read.contains(metric.name())) {
            metrics
                .computeIfAbsent(
                    new Key(metric.name(), metric.side(), metric.unit()), k -> new ArrayList<>())
                .add(metric);
          }
        }
      }
    }
    return metrics;
  }
}
