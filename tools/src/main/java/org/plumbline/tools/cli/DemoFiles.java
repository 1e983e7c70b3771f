package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.tools.cli.ReportOptions.ReportFiles;

/**
 * What a demo leaves.
 *
 * @param folder of all of it
 * @param name of the fixture
 */
record DemoFiles(Path folder, String name) {

  Path recording() {
    return folder.resolve(name + RecordingWriter.EXTENSION);
  }

  ReportFiles reports() {
    return ReportFiles.in(folder, name);
  }

  /**
   * Nothing of an earlier demo is replaced unless asked, and never what a person recorded.
   *
   * @param force whether what an earlier demo left is replaced
   * @throws IOException when something is in the way
   */
  void requireFree(boolean force) throws IOException {
    for (Path file : reports().all()) {
      KeptFiles.requireFree(file, force);
    }
    KeptFiles.requireFree(recording(), force);
    if (Files.exists(recording())) {
      if (!isSynthetic(recording())) {
        throw new IOException(Texts.get("cli.demo.not-synthetic", recording()));
      }
      Files.delete(recording());
    }
  }

  /** Whether a simulator made every stream of it. */
  private static boolean isSynthetic(Path recording) throws IOException {
    boolean synthetic = false;
    try (SessionSource source = RecordingReader.open(recording)) {
      Optional<SessionEvent> event = source.next();
      while (event.isPresent()) {
        if (event.get() instanceof Described described) {
          synthetic = described.stream().origin() == Origin.SYNTHETIC;
          if (!synthetic) {
            return false;
          }
        }
        event = source.next();
      }
    }
    return synthetic;
  }
}
