package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;

/** Files that are there already are kept, unless {@code --force} says otherwise. */
final class KeptFiles {
  private KeptFiles() {}

  /**
   * Nothing is replaced by accident.
   *
   * @param force whether it may be
   * @throws IOException when the file is there
   */
  static void requireFree(Path file, boolean force) throws IOException {
    if (!force && Files.exists(file)) {
      throw new FileAlreadyExistsException(Texts.get("cli.exists", file));
    }
  }

  /**
   * The same of a file that may not have been asked for.
   *
   * @throws IOException when the file is there
   */
  static void requireFree(Optional<Path> file, boolean force) throws IOException {
    if (file.isPresent()) {
      requireFree(file.get(), force);
    }
  }
}
