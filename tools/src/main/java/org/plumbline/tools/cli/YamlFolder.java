package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.plumbline.analyzer.text.Texts;

/** A folder of the user's with one thing in each of its YAML files. */
final class YamlFolder {
  /** An exercise or a protocol is a page. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_FILES = 200;

  private YamlFolder() {}

  /**
   * What is in the folder, by file and in the order of the files' names.
   *
   * @param option that named the folder, for messages
   * @param parse makes one out of a text and the name of its file, or refuses it
   * @throws IOException when the folder or one of its files cannot be read or is wrong, naming
   *     file, line and column
   */
  static <T> Map<String, T> read(String option, Path folder, BiFunction<String, String, T> parse)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(Texts.get("cli.folder.no-folder", option, folder));
    }
    Map<String, T> own = new LinkedHashMap<>();
    try {
      for (Path file : files(option, folder)) {
        own.put(file.toString(), parse.apply(text(folder, file), file.toString()));
      }
      return own;
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<Path> files(String option, Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException(Texts.get("cli.folder.none", option, folder));
      }
      if (files.size() > MOST_FILES) {
        throw new IOException(Texts.get("cli.folder.many", option, folder, MOST_FILES));
      }
      return files;
    }
  }

  /** A link that leads out of the folder is not followed. */
  private static String text(Path folder, Path file) throws IOException {
    boolean inside = Files.exists(file) && file.toRealPath().startsWith(folder.toRealPath());
    if (!inside || !Files.isRegularFile(file)) {
      throw new IOException(Texts.get("cli.folder.outside", file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(Texts.get("cli.folder.long", file, MOST_BYTES));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(Texts.get("cli.no-text", file), e);
    }
  }
}
