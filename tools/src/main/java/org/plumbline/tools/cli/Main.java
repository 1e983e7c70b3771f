package org.plumbline.tools.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry. */
@Command(name = "plumbline", mixinStandardHelpOptions = true, version = "x")
public final class Main implements Runnable {
  private Main() {}

  @Override
  public void run() {}

  /** Starts the program. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
