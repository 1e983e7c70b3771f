package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.table.TableSource;

/** A file that holds a session: a recording or a table, told apart by its first bytes. */
final class SessionFile {
  /** First bytes of every Avro object container. */
  private static final byte[] RECORDING = {'O', 'b', 'j', 1};

  private final Path path;
  private final boolean recording;
  private final FileOptions table;
  private final Optional<String> subject;

  private SessionFile(Path path, boolean recording, FileOptions table, Optional<String> subject) {
    this.path = path;
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
      return new SessionFile(path, Arrays.equals(first, RECORDING), table, subject);
    } catch (AccessDeniedException e) {
      throw new IOException(Texts.get("cli.file.forbidden", path), e);
    }
  }

  Path path() {
    return path;
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
    return TableSource.open(
        path, table.profileFor(path), subject.orElse("unnamed"), Main.software());
  }
}
