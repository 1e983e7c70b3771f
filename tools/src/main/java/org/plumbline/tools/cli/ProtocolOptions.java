package org.plumbline.tools.cli;

import java.io.IOException;
import java.util.Optional;
import org.plumbline.analyzer.exercise.PlannedSets;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which sets are planned. */
final class ProtocolOptions {

  @Option(
      names = "--protocol",
      paramLabel = "ID",
      description =
          "Planned sets instead of one --exercise: blocks of sets, rests and when the person is"
              + " told how it went; plumbline protocols lists them.")
  private Optional<String> protocol = Optional.empty();

  @Mixin private ProtocolFolder folder = new ProtocolFolder();

  boolean isAsked() {
    return protocol.isPresent();
  }

  /**
   * Whether who asks how a repetition went is told, in some block at least.
   *
   * @throws IOException when a folder cannot be read
   */
  boolean answers(ExerciseOptions exercise) throws IOException {
    return planned(exercise).stream()
        .flatMap(sets -> sets.protocol().blocks().stream())
        .anyMatch(block -> block.feedback().answers());
  }

  /**
   * The planned sets, if a protocol was named.
   *
   * @param exercise options of the same command line, which may name exercises of the user's own
   * @throws IOException when a folder cannot be read
   */
  Optional<PlannedSets> planned(ExerciseOptions exercise) throws IOException {
    if (protocol.isEmpty()) {
      return Optional.empty();
    }
    if (exercise.exercise().isPresent() || exercise.namesVariant()) {
      throw exercise.wrong(Texts.get("cli.protocol.exercise"));
    }
    try {
      return Optional.of(folder.catalog(exercise.catalog()).get(protocol.get()));
    } catch (IllegalArgumentException e) {
      throw exercise.wrong("--protocol: " + e.getMessage());
    }
  }
}
