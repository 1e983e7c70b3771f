package org.plumbline.analyzer.report;

import java.time.Instant;
import java.util.Optional;

/**
 * The circumstances of one analysis: everything of a report that may differ between two runs over
 * the same session log.
 *
 * @param when start of the analysis
 * @param recordedAt start of the session by the wall clock of the host that recorded it, if known
 * @param operatingSystem name, version and architecture
 * @param java version and vendor
 * @param durationSeconds how long the analysis took by the host's monotonic clock
 * @param recording the file that was read or written, if there is one
 * @param software program and version that did the analysis
 */
public record AnalysisRun(
    Instant when,
    Optional<Instant> recordedAt,
    String operatingSystem,
    String java,
    double durationSeconds,
    Optional<RecordingFile> recording,
    String software) {

  public AnalysisRun {
    if (!(durationSeconds >= 0 && durationSeconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("duration of the run: " + durationSeconds + " s");
    }
  }

  /**
   * A recording by content.
   *
   * @param name file name without its folder, which may tell who the person is
   * @param sha256 of its bytes, 64 lower-case hexadecimal digits
   */
  public record RecordingFile(String name, String sha256) {
    public RecordingFile {
      if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
        throw new IllegalArgumentException("recording " + name + ": a file name without folder");
      }
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "recording " + name + ": sha256 \"" + sha256 + "\" is not 64 lower-case hex digits");
      }
    }
  }

  /** A run on this machine; operating system and Java are asked of the running program. */
  public static AnalysisRun here(
      Instant when,
      Optional<Instant> recordedAt,
      double durationSeconds,
      Optional<RecordingFile> recording,
      String software) {
    return new AnalysisRun(
        when,
        recordedAt,
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
        durationSeconds,
        recording,
        software);
  }
}
