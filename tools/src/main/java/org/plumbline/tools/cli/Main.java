package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's entry: finds the command and turns its end into an exit status. */
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    header = "Movement quality from body-worn IMU and EMG sensors.",
    description = {
      "",
      "Counts the repetitions of an exercise, says of each what went right or wrong, why it thinks"
          + " so and how sure it is. Live from serial ports, or again from a file: both give the"
          + " same answer.",
      ""
    },
    footer = {
      "",
      "First steps:",
      "  plumbline demo                       a synthetic session, live in the window",
      "  plumbline analyze FILE --exercise squat",
      "  plumbline help COMMAND               options and examples of a command",
      "",
      "Exit status: 0 done, 1 could not, 2 wrong words."
    },
    subcommands = {
      DemoCommand.class,
      AnalyzeCommand.class,
      BaselineCommand.class,
      CalibrateCommand.class,
      CompareCommand.class,
      LiveCommand.class,
      RecordCommand.class,
      ReplayCommand.class,
      DevicesCommand.class,
      ExercisesCommand.class,
      ProtocolsCommand.class,
      NormaliseCommand.class,
      SimulateCommand.class,
      ValidateCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Sets what is shown of errors and of the program's own log. */
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show details of errors and the program's own log on standard error.")
  void setVerbose(boolean verbose) {
    if (verbose) {
      Verbose.ask();
    }
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {software(), Texts.get("intent")};
    }
  }

  /** Program and version, as in recordings and reports. */
  static String software() {
    return "plumbline "
        + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say which command; plumbline --help lists them");
  }

  /** Runs a command line and gives its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(CommandErrors::wrongWords);
    line.setExecutionExceptionHandler(CommandErrors::couldNot);
    int status = line.execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  /** Starts the program. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, charset());
    PrintWriter err = new PrintWriter(System.err, true, charset());
    if (arguments.length == 1 && arguments[0].equals(WarmUp.WORD)) {
      int warm = WarmUp.run();
      CleanExit.finished(warm);
      System.exit(warm);
    }
    int status = run(out, err, arguments);
    CleanExit.finished(status);
    System.exit(status);
  }

  /** What terminals understand: UTF-8, whatever the locale, but for Windows. */
  private static Charset charset() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
  }
}
