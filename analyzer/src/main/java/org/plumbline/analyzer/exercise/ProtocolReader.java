package org.plumbline.analyzer.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.protocol.FeedbackSchedule;
import org.plumbline.analyzer.protocol.FeedbackSchedule.Kind;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.protocol.Protocol.Block;
import org.plumbline.analyzer.protocol.Protocol.Pair;

/** YAML to {@link PlannedSets}, as strictly as exercises: {@code docs/protocols.md}. */
final class ProtocolReader {
  private static final int MOST_ITEMS = 20;

  private final ExerciseCatalog catalog;
  private final List<Exercise> exercises = new ArrayList<>();

  private ProtocolReader(ExerciseCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The protocol in {@code yaml}.
   *
   * @param file for messages
   * @param catalog the exercises that its blocks may name
   */
  static PlannedSets read(String file, String yaml, ExerciseCatalog catalog) {
    return new ProtocolReader(catalog).read(YamlPart.read(file, yaml));
  }

  private PlannedSets read(YamlPart root) {
    root.allowing("id", "name", "notes", "feedback", "blocks", "compare");
    FeedbackSchedule usual =
        root.find("feedback").map(ProtocolReader::feedback).orElse(FeedbackSchedule.USUAL);
    List<Block> blocks = items(root, "blocks").stream().map(one -> block(one, usual)).toList();
    List<Pair> pairs = items(root, "compare").stream().map(ProtocolReader::pair).toList();
    return ExerciseReader.checked(
        root.get("blocks"),
        () ->
            new PlannedSets(
                new Protocol(
                    root.get("id").value(),
                    ExerciseReader.text(root.get("name")),
                    items(root, "notes").stream().map(ExerciseReader::text).toList(),
                    blocks,
                    pairs),
                exercises));
  }

  private Block block(YamlPart part, FeedbackSchedule usual) {
    part.allowing(
        "id", "name", "exercise", "variant", "sets", "repetitions", "restSeconds", "feedback");
    YamlPart named = part.get("exercise");
    Exercise exercise = ExerciseReader.checked(named, () -> catalog.get(named.value()));
    if (!exercises.contains(exercise)) {
      exercises.add(exercise);
    }
    Optional<String> variant =
        part.find("variant")
            .map(one -> ExerciseReader.checked(one, () -> exercise.variant(one.value()).id()));
    return ExerciseReader.checked(
        part,
        () ->
            new Block(
                part.get("id").value(),
                ExerciseReader.text(part.get("name")),
                exercise.id(),
                variant,
                part.get("sets").whole(),
                part.get("repetitions").whole(),
                part.get("restSeconds").number(),
                part.find("feedback").map(ProtocolReader::feedback).orElse(usual)));
  }

  /** {@code faded}, or {@code {schedule: faded, percent: [100, 50]}}. */
  private static FeedbackSchedule feedback(YamlPart part) {
    if (part.kind() == YamlPart.Kind.VALUE) {
      return FeedbackSchedule.of(part.word(Kind.class));
    }
    part.allowing("schedule", "percent");
    Kind kind = part.get("schedule").word(Kind.class);
    if (part.find("percent").isEmpty()) {
      return FeedbackSchedule.of(kind);
    }
    List<Integer> percent = items(part, "percent").stream().map(YamlPart::whole).toList();
    return ExerciseReader.checked(part.get("percent"), () -> new FeedbackSchedule(kind, percent));
  }

  private static Pair pair(YamlPart part) {
    part.allowing("first", "second");
    return ExerciseReader.checked(
        part, () -> new Pair(part.get("first").value(), part.get("second").value()));
  }

  private static List<YamlPart> items(YamlPart part, String key) {
    List<YamlPart> items = part.list(key);
    if (items.size() > MOST_ITEMS) {
      throw part.get(key).at().wrong("too-many", items.size(), MOST_ITEMS);
    }
    return items;
  }
}
