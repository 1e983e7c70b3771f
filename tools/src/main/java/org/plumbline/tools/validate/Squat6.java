package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.table.TableProfiles;
import org.plumbline.device.table.TableSource;
import org.plumbline.tools.run.ContextSource;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.Watcher;

/**
 * The squat recordings "squat6": sets of squats with three sensors, and the bounds of their
 * repetitions as set by hand. One profile, nothing set per file.
 */
final class Squat6 {
  static final String FOLDER = "squat6";

  private static final String SUFFIX = ".csv.gz";
  private static final String LABELS = "repetitions.csv";
  private static final List<String> LABEL_COLUMNS =
      List.of("file", "subject", "set", "performed_as", "start_sample", "end_sample");

  private final Path folder;
  private final Map<String, HandSet> handSets;

  private Squat6(Path folder, Map<String, HandSet> handSets) {
    this.folder = folder;
    this.handSets = handSets;
  }

  /** Rows at which a repetition starts and behind its last one, set by hand. */
  record HandBounds(int startRow, int endRow) {}

  /**
   * A set as labelled.
   *
   * @param person who did it
   * @param number of the sets that the person did this way
   * @param performedAs intent of the whole set
   */
  record HandSet(String person, int number, String performedAs, List<HandBounds> bounds) {}

  /**
   * What became of one set.
   *
   * @param errorsSeconds of both bounds of each repetition; empty when the count is wrong
   */
  record SetOutcome(String file, HandSet hand, SessionResult result, List<Double> errorsSeconds) {

    /** All repetitions that were found, in every set of the file. */
    List<RepetitionResult> found() {
      return result.sets().stream().flatMap(set -> set.repetitions().stream()).toList();
    }

    /** Whether as many complete repetitions were found as there are, and nothing else. */
    boolean exact() {
      return found().size() == hand.bounds().size()
          && found().stream().allMatch(RepetitionResult::complete);
    }
  }

  /**
   * The sets of a folder.
   *
   * @throws IOException when the labels are missing or wrong
   */
  static Squat6 in(Path folder) throws IOException {
    Path labels = folder.resolve(LABELS);
    Map<String, HandSet> sets = new TreeMap<>();
    for (Map<String, String> row : DataFiles.rows(labels, LABEL_COLUMNS)) {
      int number = (int) DataFiles.number(labels, cell(row, "set"));
      sets.computeIfAbsent(
              cell(row, "file"),
              file ->
                  new HandSet(
                      cell(row, "subject"), number, cell(row, "performed_as"), new ArrayList<>()))
          .bounds()
          .add(
              new HandBounds(
                  (int) DataFiles.number(labels, cell(row, "start_sample")),
                  (int) DataFiles.number(labels, cell(row, "end_sample"))));
    }
    return new Squat6(folder, sets);
  }

  private static String cell(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }

  /** Recordings in the folder. */
  List<Path> files() throws IOException {
    return DataFiles.in(folder, SUFFIX);
  }

  /** Labelled sets whose recording is not in the folder. */
  int absent() throws IOException {
    Set<String> names = new HashSet<>(handSets.keySet());
    files().forEach(file -> names.remove(String.valueOf(file.getFileName())));
    return names.size();
  }

  /** Labels of a recording, if it has any. */
  Optional<HandSet> hand(Path file) {
    return Optional.ofNullable(handSets.get(String.valueOf(file.getFileName())));
  }

  /** Analyzes a recording and compares it with its labels. */
  static SetOutcome evaluate(Path file, HandSet hand) throws IOException {
    return evaluate(file, hand, source -> source);
  }

  /**
   * The same for a part of what was recorded.
   *
   * @param part takes from the log what is left out
   */
  static SetOutcome evaluate(Path file, HandSet hand, UnaryOperator<SessionSource> part)
      throws IOException {
    SetOutcome plain =
        new SetOutcome(String.valueOf(file.getFileName()), hand, analyze(file, part), List.of());
    return plain.exact()
        ? new SetOutcome(plain.file(), hand, plain.result(), errors(plain, rowSeconds(file)))
        : plain;
  }

  private static SessionResult analyze(Path file, UnaryOperator<SessionSource> part)
      throws IOException {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    ContextApplied applied = ContextApplied.of(0, ContextJson.write(context), "validation");
    try (SessionSource table =
            TableSource.open(
                file, TableProfiles.builtIn("three-imu-squat").orElseThrow(), "S", "validation");
        SessionSource source = new ContextSource(part.apply(table), applied)) {
      SessionRun.Outcome outcome =
          new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      if (outcome.result().interrupted()) {
        throw new IOException(Texts.get("validate.breaks-off", file));
      }
      return outcome.result();
    }
  }

  private static List<Double> errors(SetOutcome set, List<Double> rowSeconds) throws IOException {
    List<Double> errors = new ArrayList<>();
    Iterator<HandBounds> hand = set.hand().bounds().iterator();
    for (RepetitionResult found : set.found()) {
      HandBounds bounds = hand.next();
      if (bounds.startRow() < 0 || bounds.startRow() >= rowSeconds.size()) {
        throw new IOException(
            Texts.get("validate.repetitions.bound", set.file(), bounds.startRow()));
      }
      int end = Math.min(rowSeconds.size() - 1, bounds.endRow());
      errors.add(Math.abs(found.startSeconds() - rowSeconds.get(bounds.startRow())));
      errors.add(Math.abs(found.endSeconds() - rowSeconds.get(end)));
    }
    return errors;
  }

  /** Seconds since the first row, by the column {@code millis}. */
  private static List<Double> rowSeconds(Path file) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (Map<String, String> row : DataFiles.rows(file, List.of("millis"))) {
      seconds.add(DataFiles.number(file, cell(row, "millis")) / 1000);
    }
    double first = seconds.get(0);
    return seconds.stream().map(at -> at - first).toList();
  }
}
