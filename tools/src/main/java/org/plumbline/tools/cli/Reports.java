package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.plumbline.analyzer.report.AnalysisRun;
import org.plumbline.analyzer.report.ReportCsv;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.report.ReportHtml;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.SessionResult;

/** Writes the files of an analysis, each whole or not at all. */
final class Reports {
  private Reports() {}

  /**
   * Writes what was asked for.
   *
   * @throws IOException when a file cannot be written
   */
  static void write(SessionResult result, AnalysisRun run, ReportOptions.ReportFiles files)
      throws IOException {
    if (files.json().isPresent()) {
      ReportFile.write(files.json().get(), ReportJson.document(result, run));
    }
    if (files.csv().isPresent()) {
      ReportCsv.write(result, files.csv().get());
    }
    if (files.report().isPresent()) {
      ReportFile.write(files.report().get(), ReportHtml.page(result, run));
    }
  }

  /**
   * The circumstances of an analysis.
   *
   * @param file that was read or written, if there is one
   * @param startNanos {@link System#nanoTime} at its start
   */
  static AnalysisRun run(
      Instant when, Optional<Instant> recordedAt, Optional<Path> file, long startNanos)
      throws IOException {
    Optional<AnalysisRun.RecordingFile> recording = Optional.empty();
    if (file.isPresent()) {
      String name = String.valueOf(file.get().getFileName());
      recording = Optional.of(new AnalysisRun.RecordingFile(name, sha256(file.get())));
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return AnalysisRun.here(when, recordedAt, seconds, recording, Main.software());
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
