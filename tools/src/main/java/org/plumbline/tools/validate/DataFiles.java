package org.plumbline.tools.validate;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.plumbline.analyzer.text.Texts;

/** The small tables that lie beside recordings: labels and reference figures. */
final class DataFiles {
  private DataFiles() {}

  /**
   * Files of a folder that end with {@code suffix}, sorted.
   *
   * @throws IOException when there is none
   */
  static List<Path> in(Path folder, String suffix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(file -> String.valueOf(file.getFileName()).endsWith(suffix)).sorted().toList();
      if (found.isEmpty()) {
        throw new IOException(Texts.get("validate.no-files", folder, suffix));
      }
      return found;
    }
  }

  /** All lines of a UTF-8 text file, unpacked where its name ends with {@code .gz}. */
  static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(Texts.get("cli.file.missing", file));
    }
    boolean packed = file.toString().endsWith(".gz");
    try (InputStream raw = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    packed ? new GZIPInputStream(raw) : raw,
                    StandardCharsets.UTF_8.newDecoder()))) {
      return reader.lines().toList();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw new IOException(Texts.get("validate.no-text", file), e);
      }
      if (e.getCause() instanceof EOFException || e.getCause() instanceof ZipException) {
        throw new IOException(Texts.get("validate.breaks-off", file), e);
      }
      throw e.getCause();
    } catch (EOFException | ZipException e) {
      throw new IOException(Texts.get("validate.breaks-off", file), e);
    }
  }

  /**
   * Rows of a comma-separated table by the names of its header.
   *
   * @param required columns that it must have
   * @throws IOException when one is missing or a row has another number of cells
   */
  static List<Map<String, String>> rows(Path file, List<String> required) throws IOException {
    List<String> lines = lines(file);
    List<String> names = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
    for (String name : required) {
      if (!names.contains(name)) {
        throw new IOException(Texts.get("validate.no-column", file, name));
      }
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length != names.size()) {
        throw new IOException(Texts.get("validate.bad-row", file, i + 1, names.size()));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < cells.length; c++) {
        row.put(names.get(c), cells[c].strip());
      }
      rows.add(row);
    }
    return rows;
  }

  /** A cell as a number. */
  static double number(Path file, String cell) throws IOException {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IOException(Texts.get("validate.no-number", file, cell), e);
    }
  }
}
