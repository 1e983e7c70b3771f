package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One sentence on standard error for whatever went wrong, and the exit status that goes with it.
 */
final class CommandErrors {
  private CommandErrors() {}

  /** The words of the command line were wrong: 2. */
  static int wrongWords(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("plumbline: " + String.valueOf(exception.getMessage()).strip());
    CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
    err.println(Texts.get("cli.see-help", line.getCommandSpec().qualifiedName(" ")));
    return CommandLine.ExitCode.USAGE;
  }

  /**
   * The command could not do its work: 1 (or as the command says), or 2 when the words were at
   * fault after all.
   */
  static int couldNot(Exception exception, CommandLine line, ParseResult result) {
    if (exception instanceof ParameterException words) {
      return wrongWords(words, new String[0]);
    }
    PrintWriter err = line.getErr();
    boolean world = exception instanceof IOException;
    if (world) {
      err.println("plumbline: " + String.valueOf(exception.getMessage()).strip());
    } else {
      err.println("plumbline: " + Texts.get("cli.bug", exception));
    }
    if (Verbose.asked()) {
      exception.printStackTrace(err);
    }
    return line.getCommandSpec().exitCodeOnExecutionException();
  }
}
