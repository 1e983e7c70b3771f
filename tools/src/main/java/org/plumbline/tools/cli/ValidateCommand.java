package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.validate.FigureJson;
import org.plumbline.tools.validate.FigureMarkdown;
import org.plumbline.tools.validate.FigureTable;
import org.plumbline.tools.validate.Inputs;
import org.plumbline.tools.validate.SuiteFigures;
import org.plumbline.tools.validate.ValidationSuite;
import org.plumbline.tools.validate.ValidationSuites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How good it is, measured again. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeOnExecutionException = ValidateCommand.COULD_NOT,
    header = "Measure again how good Plumbline is, beside references.",
    description = {
      "",
      "Each SUITE recomputes a group of figures and says whether they reach what is asked:"
          + " orientation, knee, verdicts and emg on public recordings that you have in DIR; motion,"
          + " angles, sets and emg-simulated on simulated people; accelerometer, repetitions,"
          + " setup and guard on both. Real and synthetic data never share a figure.",
      ""
    },
    footer = {
      "",
      "DIR has a folder for each data set: broad (BROAD, Laidig et al. 2021), fan_knee (Fan et al."
          + " 2022), squat6, uci_emg (EMG dataset in Lower Limb, Sanchez et al. 2014)."
          + " docs/validation.md tells more.",
      "",
      "Examples:",
      "  plumbline validate motion",
      "  plumbline validate orientation knee --data DIR",
      "  plumbline validate --all --data DIR --json figures.json",
      "",
      "Exit status: 0 all reached or not asked, 1 some figure not reached, 2 could not, or a"
          + " SUITE that was named lacks its data."
    })
final class ValidateCommand implements Callable<Integer> {
  static final int COULD_NOT = 2;

  private static final int NOT_REACHED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SUITE", arity = "0..*", description = "Only these.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All suites.")
  private boolean all;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data sets.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", paramLabel = "OUT", description = "Write the figures as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--markdown", description = "Print Markdown instead of a table.")
  private boolean markdown;

  @Option(names = "--force", description = "Replace OUT if it exists already.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    List<ValidationSuite> asked = suites();
    if (data.isPresent() && !Files.isDirectory(data.get())) {
      throw new IOException(Texts.get("validate.no-folder", data.get()));
    }
    KeptFiles.requireFree(json, force);
    List<SuiteFigures> figures = run(asked);
    if (figures.isEmpty()) {
      return COULD_NOT;
    }
    PrintWriter out = spec.commandLine().getOut();
    (markdown ? FigureMarkdown.lines(figures) : table().lines(figures)).forEach(out::println);
    if (json.isPresent()) {
      ReportFile.write(json.get(), FigureJson.document(figures));
      spec.commandLine().getErr().println(Texts.get("validate.wrote", json.get()));
    }
    boolean namedLeftOut = !all && figures.size() < asked.size();
    return namedLeftOut ? COULD_NOT : SuiteFigures.allReached(figures) ? 0 : NOT_REACHED;
  }

  private List<ValidationSuite> suites() {
    List<ValidationSuite> known = ValidationSuites.all();
    List<String> ids = known.stream().map(ValidationSuite::id).toList();
    for (String name : names) {
      if (!ids.contains(name)) {
        throw wrong(Texts.get("validate.no-suite", name, String.join(", ", ids)));
      }
    }
    if (all == !names.isEmpty()) {
      throw wrong(Texts.get("validate.which", String.join(", ", ids)));
    }
    return known.stream().filter(suite -> all || names.contains(suite.id())).toList();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Suites whose data is not there are left out, with a line, before anything takes time. */
  private List<SuiteFigures> run(List<ValidationSuite> suites) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Inputs inputs = new Inputs(data, step -> {});
    List<ValidationSuite> able = new ArrayList<>();
    for (ValidationSuite suite : suites) {
      Optional<String> missing = suite.missing(inputs);
      missing.ifPresent(folder -> err.println("plumbline: " + missing(suite.id(), folder)));
      if (missing.isEmpty()) {
        able.add(suite);
      }
    }
    List<SuiteFigures> figures = new ArrayList<>();
    for (ValidationSuite suite : able) {
      figures.add(new SuiteFigures(suite.id(), suite.figures(told(suite, err))));
    }
    return figures;
  }

  private Inputs told(ValidationSuite suite, PrintWriter err) {
    return new Inputs(
        data,
        step -> {
          err.println(Texts.get("validate.progress", suite.id(), step));
          err.flush();
        });
  }

  private String missing(String suite, String folder) {
    return data.isPresent()
        ? Texts.get("validate.missing", suite, data.get().resolve(folder))
        : Texts.get("validate.missing-data", suite, folder);
  }

  /** The launcher has looked whether standard output is a terminal. */
  private FigureTable table() {
    boolean terminal = Boolean.getBoolean("plumbline.terminal.out");
    boolean coloured = terminal && System.getenv("NO_COLOR") == null;
    int width = terminal ? spec.usageMessage().width() : Integer.MAX_VALUE;
    return new FigureTable(
        width,
        (good, word) ->
            coloured ? Ansi.ON.string("@|" + (good ? "green" : "red") + " " + word + "|@") : word);
  }
}
