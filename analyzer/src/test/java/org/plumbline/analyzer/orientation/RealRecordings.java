package org.plumbline.analyzer.orientation;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the real recordings of a validation run lie. */
final class RealRecordings {
  private RealRecordings() {}

  /** The folder of one data set; skips the test where there is none. */
  static Path folder(String dataSet) {
    String root = System.getProperty("plumbline.data", "");
    Assumptions.assumeFalse(
        root.isBlank(), "no real recordings here: set -Dplumbline.data to their folder");
    Path folder = Path.of(root, dataSet);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no folder " + folder);
    return folder;
  }
}
