package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Option;

/** The exercises that come with the program and those of a folder of the user's. */
final class ExerciseFolder {
  /** An exercise is a page. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_FILES = 200;

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
    return folder.isEmpty() ? builtIn : withOwn(builtIn, folder.get());
  }

  private static ExerciseCatalog withOwn(ExerciseCatalog builtIn, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(Texts.get("cli.exercises.no-folder", folder));
    }
    List<Exercise> own = new ArrayList<>();
    try {
      for (Path file : files(folder)) {
        own.add(ExerciseCatalog.parse(text(folder, file), file.toString()));
      }
      return builtIn.with(own);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException(Texts.get("cli.exercises.none", folder));
      }
      if (files.size() > MOST_FILES) {
        throw new IOException(Texts.get("cli.exercises.many", folder, MOST_FILES));
      }
      return files;
    }
  }

  /** A link that leads out of the folder is not followed. */
  private static String text(Path folder, Path file) throws IOException {
    boolean inside = Files.exists(file) && file.toRealPath().startsWith(folder.toRealPath());
    if (!inside || !Files.isRegularFile(file)) {
      throw new IOException(Texts.get("cli.exercises.outside", file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(Texts.get("cli.exercises.long", file, MOST_BYTES));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(Texts.get("cli.exercises.no-text", file), e);
    }
  }
}
