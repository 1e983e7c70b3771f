package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.ProtocolCatalog;
import picocli.CommandLine.Option;

/** The protocols that come with the program and those of a folder of the user's. */
final class ProtocolFolder {

  @Option(
      names = "--protocols",
      paramLabel = "FOLDER",
      description =
          "A folder of protocols of your own, one YAML file each (docs/protocols.md says how).")
  private Optional<Path> folder = Optional.empty();

  /**
   * All of them.
   *
   * @param exercises that they may name
   * @throws IOException when the folder or one of its files cannot be read or is wrong, naming
   *     file, line and column
   */
  ProtocolCatalog catalog(ExerciseCatalog exercises) throws IOException {
    ProtocolCatalog builtIn = ProtocolCatalog.builtIn();
    if (folder.isEmpty()) {
      return builtIn;
    }
    try {
      return builtIn.with(
          YamlFolder.read(
              "--protocols",
              folder.get(),
              (text, file) -> ProtocolCatalog.parse(text, file, exercises)));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
