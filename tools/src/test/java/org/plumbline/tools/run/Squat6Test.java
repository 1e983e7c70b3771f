package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SessionResult;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.table.TableProfiles;
import org.plumbline.device.table.TableSource;

/**
 * All sets of the squat recordings, one profile, nothing set per file: how many repetitions are
 * counted, how far the bounds are from those set by hand, and what the rules said against how each
 * set was performed.
 */
@Tag("validation")
class Squat6Test {
  private static final List<String> RULES = List.of("knee-valgus", "depth");

  private static Path folder() {
    String data = System.getProperty("plumbline.data", "");
    Assumptions.assumeFalse(
        data.isEmpty(), "real recordings are not here: set -Dplumbline.data=DIR to check them");
    return Path.of(data).resolve("squat6");
  }

  private record HandSet(String performedAs, List<int[]> bounds) {}

  private static Map<String, HandSet> handSets(Path folder) throws IOException {
    Map<String, HandSet> sets = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("repetitions.csv"))) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("file")) {
        sets.computeIfAbsent(cells[0], file -> new HandSet(cells[3], new ArrayList<>()))
            .bounds()
            .add(new int[] {Integer.parseInt(cells[5]), Integer.parseInt(cells[6])});
      }
    }
    return sets;
  }

  /** Seconds since the first row, by the column {@code millis}. */
  private static List<Double> rowSeconds(Path file) throws IOException {
    List<Double> seconds = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      Stream<String> lines = reader.lines().skip(1);
      lines.forEach(line -> seconds.add(Double.parseDouble(line.split(",", 4)[2]) / 1000));
    }
    double first = seconds.get(0);
    return seconds.stream().map(at -> at - first).toList();
  }

  private static SessionResult analyze(Path file) throws IOException {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    ContextApplied applied = ContextApplied.of(0, ContextJson.write(context), "validation");
    try (SessionSource table =
            TableSource.open(
                file, TableProfiles.builtIn("three-imu-squat").orElseThrow(), "S", "validation");
        SessionSource source = new ContextSource(table, applied)) {
      return new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run().result();
    }
  }

  @Test
  void everySetIsCountedAsTenAndTheVerdictsAreTabled() throws IOException {
    Path folder = folder();
    int exact = 0;
    List<Double> errors = new ArrayList<>();
    Map<String, Map<String, Map<Outcome, Integer>>> table = new LinkedHashMap<>();
    Map<String, HandSet> sets = handSets(folder);
    for (Map.Entry<String, HandSet> entry : sets.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      SessionResult result = analyze(file);
      List<RepetitionResult> found = result.sets().get(0).repetitions();
      boolean ten = found.size() == 10 && found.stream().allMatch(RepetitionResult::complete);
      exact += ten ? 1 : 0;
      if (ten) {
        addErrors(found, entry.getValue().bounds(), rowSeconds(file), errors);
      }
      for (RepetitionResult repetition : found) {
        tally(table, entry.getValue().performedAs(), repetition);
      }
      assertThat(result.streams()).allMatch(stream -> Math.abs(stream.rateHz() - 110.2) < 0.5);
    }
    Collections.sort(errors);
    double median = errors.get(errors.size() / 2);
    double p90 = errors.get(errors.size() * 9 / 10);
    System.out.printf(
        "squat6: %d of %d sets counted as exactly 10; bounds off by %.2f s median, %.2f s p90%n",
        exact, sets.size(), median, p90);
    table.forEach(
        (performed, rules) ->
            rules.forEach(
                (rule, counts) ->
                    System.out.println(
                        "squat6: performed " + performed + ", " + rule + ": " + counts)));
    assertThat(exact).isGreaterThanOrEqualTo(38);
    assertThat(median).isLessThan(0.25);
  }

  private static void addErrors(
      List<RepetitionResult> found, List<int[]> hand, List<Double> rows, List<Double> errors) {
    for (int i = 0; i < found.size(); i++) {
      double start = rows.get(hand.get(i)[0]);
      double end = rows.get(Math.min(rows.size() - 1, hand.get(i)[1]));
      errors.add(Math.abs(found.get(i).startSeconds() - start));
      errors.add(Math.abs(found.get(i).endSeconds() - end));
    }
  }

  private static void tally(
      Map<String, Map<String, Map<Outcome, Integer>>> table,
      String performed,
      RepetitionResult repetition) {
    for (Verdict verdict : repetition.verdicts()) {
      if (RULES.contains(verdict.rule())) {
        table
            .computeIfAbsent(performed, key -> new LinkedHashMap<>())
            .computeIfAbsent(verdict.rule(), key -> new EnumMap<>(Outcome.class))
            .merge(verdict.outcome(), 1, Integer::sum);
      } else {
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ASSESSABLE);
      }
    }
  }
}
