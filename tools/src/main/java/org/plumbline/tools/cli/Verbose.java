package org.plumbline.tools.cli;

import picocli.CommandLine.Option;

/** The option that shows what the program logs and where an error came from. */
final class Verbose {
  private static final String LEVEL = "plumbline.logLevel";

  @Option(
      names = {"-v", "--verbose"},
      description = "Show details of errors and the program's own log on standard error.")
  private void set(boolean verbose) {
    if (verbose) {
      System.setProperty(LEVEL, "INFO");
    }
  }

  static boolean asked() {
    return !System.getProperty(LEVEL, "").isEmpty();
  }
}
