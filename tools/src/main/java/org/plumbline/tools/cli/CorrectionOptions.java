package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.CorrectionFile;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.tools.run.CorrectionSource;
import org.plumbline.tools.run.EventSink;
import picocli.CommandLine.Option;

/** Corrections by hand, merged into the log before it is analyzed. */
final class CorrectionOptions {

  @Option(
      names = "--corrections",
      paramLabel = "CORR.yaml",
      description =
          "Bounds of repetitions and onsets of muscles that were set right by hand"
              + " (docs/corrections.md). Verdicts follow them; the FILE stays as it is.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--save-corrected",
      paramLabel = "OUT.plog",
      description = "Write a recording that has the corrections in it; it must not exist yet.")
  private Optional<Path> save = Optional.empty();

  /** Whether a single recording is meant, which does not go with several inputs. */
  boolean isAsked() {
    return file.isPresent() || save.isPresent();
  }

  /** Where the corrected recording goes. */
  Optional<Path> save() {
    return save;
  }

  /**
   * Reads the file of corrections; none when none was named.
   *
   * @throws IOException when it cannot be read or is wrong: what, in which line and column
   */
  List<Correction> read() throws IOException {
    if (file.isEmpty()) {
      return List.of();
    }
    Path path = file.get();
    if (Files.isDirectory(path)) {
      throw new IOException(Texts.get("cli.file.folder", path));
    }
    try {
      if (Files.size(path) > 4L * CorrectionFile.MAX_LENGTH) {
        throw new IOException(
            Texts.get("correction.file.long", path, Files.size(path), CorrectionFile.MAX_LENGTH));
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return CorrectionFile.parse(text, path.toString());
    } catch (NoSuchFileException e) {
      throw new IOException(Texts.get("cli.file.missing", path), e);
    } catch (CharacterCodingException e) {
      throw new IOException(Texts.get("cli.corrections.encoding", path), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A log with the corrections in it. */
  static SessionSource merged(SessionSource log, List<Correction> corrections) {
    return corrections.isEmpty() ? log : new CorrectionSource(log, corrections);
  }

  /** Keeps the corrected log where it is asked for. */
  EventSink sink() throws IOException {
    if (save.isEmpty()) {
      return EventSink.none();
    }
    RecordingWriter writer = RecordingWriter.create(save.get());
    return new EventSink() {
      @Override
      public void append(SessionEvent event) throws IOException {
        writer.append(event);
      }

      @Override
      public void close() throws IOException {
        writer.close();
      }
    };
  }
}
