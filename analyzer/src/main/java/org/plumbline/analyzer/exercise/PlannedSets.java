package org.plumbline.analyzer.exercise;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.text.Texts;

/**
 * A protocol with the exercises of its blocks by value, so that a recording needs no file.
 *
 * @param exercises each once, in the order in which they are first done
 */
public record PlannedSets(Protocol protocol, List<Exercise> exercises) {

  public PlannedSets {
    exercises = List.copyOf(exercises);
    for (Protocol.Block block : protocol.blocks()) {
      block.variant().ifPresent(exercise(exercises, block.exercise())::variant);
    }
  }

  /** The exercise of a block. */
  public Exercise exercise(Protocol.Block block) {
    return exercise(exercises, block.exercise());
  }

  /** What is done first. */
  public Exercise first() {
    return exercise(protocol.blocks().get(0));
  }

  private static Exercise exercise(List<Exercise> all, String id) {
    Optional<Exercise> found = all.stream().filter(one -> one.id().equals(id)).findFirst();
    return found.orElseThrow(
        () -> new IllegalArgumentException(Texts.get("protocol.no-exercise", id)));
  }
}
