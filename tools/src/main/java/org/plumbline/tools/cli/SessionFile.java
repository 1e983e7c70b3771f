package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.table.JoinedTables;
import org.plumbline.device.table.TableSource;

/**
 * A file that holds a session: a recording or a table, told apart by its first bytes. Or several
 * tables that hold one session together.
 */
final class SessionFile {
  /** First bytes of every Avro object container. */
  private static final byte[] RECORDING = {'O', 'b', 'j', 1};

  private final Path path;
  private final List<Part> parts;
  private final boolean recording;
  private final FileOptions table;
  private final Optional<String> subject;

  /** A table and where its sensor was worn, if that was said. */
  private record Part(Path path, Optional<String> placement) {}

  private SessionFile(
      List<Part> parts, boolean recording, FileOptions table, Optional<String> subject) {
    this.path = parts.get(0).path();
    this.parts = parts;
    this.recording = recording;
    this.table = table;
    this.subject = subject;
  }

  /**
   * Looks at a file.
   *
   * @param subject code to put into the log of a table; a recording has its own
   * @throws IOException when there is none, or it cannot be read
   */
  static SessionFile at(Path path, FileOptions table, Optional<String> subject) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(Texts.get("cli.file.folder", path));
    }
    if (!Files.exists(path)) {
      throw new IOException(Texts.get("cli.file.missing", path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] first = in.readNBytes(RECORDING.length);
      if (first.length == 0) {
        throw new IOException(Texts.get("cli.file.empty", path));
      }
      List<Part> whole = List.of(new Part(path, Optional.empty()));
      return new SessionFile(whole, Arrays.equals(first, RECORDING), table, subject);
    } catch (AccessDeniedException e) {
      throw new IOException(Texts.get("cli.file.forbidden", path), e);
    }
  }

  /**
   * Tables that are one session.
   *
   * @param placements where the sensor of each was worn; empty where the profile says it
   * @throws IOException when one cannot be read
   */
  static SessionFile joined(
      List<Path> paths, FileOptions table, List<String> placements, Optional<String> subject)
      throws IOException {
    if (!placements.isEmpty() && placements.size() != paths.size()) {
      throw table.wrong(Texts.get("cli.joined.count", placements.size(), paths.size()));
    }
    if (paths.size() > JoinedTables.MOST_FILES) {
      throw table.wrong(Texts.get("cli.joined.most", paths.size(), JoinedTables.MOST_FILES));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      if (at(paths.get(i), table, subject).isRecording()) {
        throw new IOException(Texts.get("cli.joined.recording", paths.get(i)));
      }
      Optional<String> placement =
          placements.isEmpty() ? Optional.empty() : Optional.of(placements.get(i));
      parts.add(new Part(paths.get(i), placement));
    }
    return new SessionFile(parts, false, table, subject);
  }

  /** The first of its files. */
  Path path() {
    return path;
  }

  /** How many files it has. */
  int parts() {
    return parts.size();
  }

  boolean isRecording() {
    return recording;
  }

  /** File name without folder and last extension. */
  String stem() {
    String name = String.valueOf(path.getFileName()).replaceFirst("\\.gz$", "");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Opens the log from its start. */
  SessionSource open() throws IOException {
    if (recording) {
      return RecordingReader.open(path, table.onDamage());
    }
    List<TableSource> sources = new ArrayList<>();
    try {
      for (Part part : parts) {
        sources.add(
            TableSource.open(
                part.path(),
                table.profileFor(part.path(), part.placement()),
                subject.orElse(Started.UNNAMED),
                Main.software()));
      }
    } catch (IOException | RuntimeException e) {
      for (TableSource source : sources) {
        source.close();
      }
      throw e;
    }
    return sources.size() == 1 ? sources.get(0) : new JoinedTables(sources);
  }
}
