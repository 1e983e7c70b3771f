package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.plumbline.tools.run.SampleDigest;
import picocli.CommandLine.Option;

/** Corrections by hand, merged into the log before it is analyzed. */
final class CorrectionOptions {
  /** More than clocks of machines in use are apart. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

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
      List<Correction> read = CorrectionFile.parse(text, path.toString());
      requirePast(read, text, path, Instant.now());
      return read;
    } catch (NoSuchFileException e) {
      throw new IOException(Texts.get("cli.file.missing", path), e);
    } catch (CharacterCodingException e) {
      throw new IOException(Texts.get("cli.corrections.encoding", path), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Nobody corrects tomorrow; clocks may differ by {@link #CLOCKS_APART}. */
  static void requirePast(List<Correction> corrections, String text, Path path, Instant now)
      throws IOException {
    for (int i = 0; i < corrections.size(); i++) {
      String when = corrections.get(i).when();
      if (Instant.parse(when).isAfter(now.plus(CLOCKS_APART))) {
        String what = Texts.get("correction.wrong.future", when);
        throw new IOException(CorrectionFile.wrong(text, path.toString(), i, "when", what));
      }
    }
  }

  /** A log with the corrections in it. */
  static SessionSource merged(SessionSource log, List<Correction> corrections) {
    return corrections.isEmpty() ? log : new CorrectionSource(log, corrections);
  }

  /**
   * Keeps the corrected log where it is asked for: the same bytes for the same log and corrections.
   *
   * @param byHand what {@link #read} read
   */
  EventSink sink(SessionFile from, List<Correction> byHand) throws IOException {
    if (save.isEmpty()) {
      return EventSink.none();
    }
    RecordingWriter writer =
        RecordingWriter.create(save.get(), SampleDigest.of(from.open()) + " " + byHand);
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
