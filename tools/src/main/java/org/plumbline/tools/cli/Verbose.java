package org.plumbline.tools.cli;

/** Whether details of errors and the program's own log are shown on standard error. */
final class Verbose {
  /** Read by logback.xml when the first line is logged. */
  private static final String LEVEL = "plumbline.logLevel";

  private Verbose() {}

  static void ask() {
    System.setProperty(LEVEL, "INFO");
  }

  static boolean asked() {
    return !System.getProperty(LEVEL, "").isEmpty();
  }
}
