package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import picocli.CommandLine.Option;

/** The exercises that come with the program and those of a folder of the user's. */
final class ExerciseFolder {

  @Option(
      names = "--exercises",
      paramLabel = "FOLDER",
      description =
          "A folder of exercises of your own, one YAML file each (docs/exercises.md says how).")
  private Optional<Path> folder = Optional.empty();

  /**
   * All of them.
   *
   * @throws IOException when the folder or one of its files cannot be read or is wrong, naming
   *     file, line and column
   */
  ExerciseCatalog catalog() throws IOException {
    ExerciseCatalog builtIn = ExerciseCatalog.builtIn();
    if (folder.isEmpty()) {
      return builtIn;
    }
    try {
      return builtIn.with(YamlFolder.read("--exercises", folder.get(), ExerciseCatalog::parse));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
