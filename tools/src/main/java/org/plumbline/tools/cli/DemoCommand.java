package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.PseudoTerminal;
import org.plumbline.device.session.LivePort;
import org.plumbline.fixtures.Fixture;
import org.plumbline.fixtures.FixtureCatalog;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.tools.cli.ReportOptions.ReportFiles;
import org.plumbline.tools.live.LiveWindow;
import org.plumbline.tools.run.ContextSource;
import org.plumbline.tools.run.DeviceLine;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.LiveRun;
import org.plumbline.tools.run.MeteredDriver;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.SimulatedDevice;
import org.plumbline.tools.run.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole way from a serial line to a report, without hardware. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "See it work: a synthetic session over a serial line, live.",
    description = {
      "",
      "A simulated sensor hub sends a recorded synthetic session through a pseudo-terminal; the"
          + " program opens that like any serial port, records, analyzes and shows it as it comes,"
          + " and leaves recording and report. At the end the recording is analyzed again, and must"
          + " give the same result byte for byte.",
      "",
      "With a window it runs at its own pace. Without, it runs faster: hub and arrival stamps by"
          + " the same factor, so that losses, clocks and delays mean what they always do. The"
          + " recording says so.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline demo",
      "  plumbline demo --fixture bridge-hamstrings",
      "  plumbline demo --headless --speed 1 --out /tmp/demo"
    })
final class DemoCommand implements Callable<Integer> {
  private static final double SPEED_WITHOUT_WINDOW = 4;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--fixture",
      paramLabel = "ID",
      defaultValue = "bridge-knee-valgus",
      description =
          "Which session: (squat|bridge)-(good|knee-valgus|pelvic-tilt|hamstrings)."
              + " Default: ${DEFAULT-VALUE}.")
  private String fixtureId = "bridge-knee-valgus";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Where recording and report go. Default: out/demo-DATE-TIME here.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--force",
      description =
          "Replace reports and the recording of an earlier demo in that folder; otherwise they are"
              + " kept and nothing is done.")
  private boolean force;

  @Option(names = "--headless", description = "No window, even where there is a display.")
  private boolean headless;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "Times real time, 0.25 to 16. Default: 1 with a window, 4 without.")
  private Optional<Double> speed = Optional.empty();

  @Option(
      names = "--without-reference",
      description =
          "Judge by limits for everyone. Otherwise the same synthetic person's good set is the own"
              + " reference.")
  private boolean withoutReference;

  @Option(
      names = {"-e", "--exercise"},
      paramLabel = "ID",
      description = "Judge as this exercise. Default: the one that the session is of.")
  private Optional<String> exercise = Optional.empty();

  @Mixin private ExerciseFolder folder = new ExerciseFolder();

  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Override
  public Integer call() throws IOException {
    Fixture fixture = fixture();
    boolean window = !headless && LiveWindow.possible();
    double times = speed.orElse(window ? 1 : SPEED_WITHOUT_WINDOW);
    if (!(times >= 0.25 && times <= 16)) {
      throw wrong(Texts.get("cli.demo.speed", times));
    }
    Instant when = Instant.now();
    Path folder = out.orElse(Path.of("out", "demo-" + STAMP.format(when))).toAbsolutePath();
    DemoFiles files = new DemoFiles(folder, fixture.id());
    files.requireFree(force);
    Files.createDirectories(folder);
    Meters meters = new Meters();
    metrics.around(meters, spec, () -> run(fixture, files, when, window, times, meters));
    return 0;
  }

  private Fixture fixture() {
    try {
      return FixtureCatalog.find(fixtureId);
    } catch (IllegalArgumentException e) {
      throw wrong("--fixture: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void run(
      Fixture fixture, DemoFiles files, Instant when, boolean window, double times, Meters meters)
      throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    long start = System.nanoTime();
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      String port = terminal.path().toString();
      DeviceLine line = DeviceLine.of(terminal);
      SimulatedDevice device = SimulatedDevice.of(fixture::open, line, times);
      print.println(Texts.get("cli.demo.intro", fixture.title(), port, speedText(times)));
      try (LiveRun run =
          LiveRun.start(plan(fixture, port, files.recording(), times, meters), meters)) {
        run.press(Operator.Action.MARK, Texts.get("cli.demo.mark", fixture.id(), speedText(times)));
        Stage stage = stage(print, fixture, window, run);
        CleanExit.duringWithPorts(
            () -> run.stop(LiveControls.ENDED_BY_OPERATOR),
            () -> {
              Thread hub = hub(device, run);
              SessionRun.Outcome outcome =
                  run.run(stage.with(new LinkLines(run::links, spec.commandLine().getErr())));
              device.stop();
              join(hub);
              conclude(outcome, files, when, start);
            });
        stage.awaitClosed();
      }
    }
  }

  private LiveRun.Plan plan(
      Fixture fixture, String port, Path recording, double times, Meters meters)
      throws IOException {
    ContextApplied context = context(fixture, baseline(fixture));
    return new LiveRun.Plan(
        fixture.scenario().subject(),
        Main.software(),
        List.of(
            new LivePort(
                port,
                PortSettings.DEFAULT,
                () -> new MeteredDriver(new PlumblineDriver(), meters, times),
                false)),
        Optional.of(recording),
        Optional.of(context));
  }

  private Exercise judgedAs(Fixture fixture) throws IOException {
    ExerciseCatalog catalog = folder.catalog();
    try {
      return catalog.get(exercise.orElse(fixture.scenario().exercise().id()));
    } catch (IllegalArgumentException e) {
      throw wrong("--exercise: " + e.getMessage());
    }
  }

  private ContextApplied context(Fixture fixture, Optional<Baseline> baseline) throws IOException {
    AnalysisContext context = AnalysisContext.of(judgedAs(fixture), List.of(), baseline);
    return ContextApplied.of(0, ContextJson.write(context), Texts.get("cli.context.origin"));
  }

  /** The same synthetic person doing the same exercise well. */
  private Optional<Baseline> baseline(Fixture fixture) throws IOException {
    Fixture good = FixtureCatalog.find(fixture.scenario().exercise().id() + "-" + Fault.NONE.id());
    if (withoutReference || good.id().equals(fixture.id())) {
      return Optional.empty();
    }
    try (SessionSource source =
        new ContextSource(good.open(), context(fixture, Optional.empty()))) {
      SessionRun.Outcome outcome =
          new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      spec.commandLine().getOut().println(Texts.get("cli.demo.reference", good.title()));
      return ReferenceSet.of(outcome.result(), "fixture " + good.id());
    }
  }

  private Stage stage(PrintWriter print, Fixture fixture, boolean window, LiveRun run) {
    if (!window) {
      return Stage.onTerminal(print);
    }
    LiveControls controls = new LiveControls(run, Optional.empty());
    return Stage.inWindow(print, fixture.title(), controls, controls::end);
  }

  private static Thread hub(SimulatedDevice device, LiveRun run) {
    Thread hub =
        new Thread(
            () -> {
              String reason = Texts.get("cli.demo.sent");
              try {
                device.run();
              } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
              }
              run.stop(reason);
            },
            "simulated hub");
    hub.setDaemon(true);
    hub.start();
    return hub;
  }

  private static void join(Thread hub) {
    try {
      hub.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void conclude(SessionRun.Outcome outcome, DemoFiles demo, Instant when, long start)
      throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    new SummaryTable(print).print(outcome.result());
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
    Path recording = demo.recording();
    ReportFiles files = demo.reports();
    Reports.write(
        outcome.result(),
        Reports.run(when, Optional.of(when), Optional.of(recording), start),
        files);
    print.println();
    requireSame(outcome.result(), recording);
    print.println(Texts.get("cli.demo.same"));
    print.println(Texts.get("cli.wrote.recording", recording));
    files.tell(print);
    print.flush();
  }

  /** Promise 1 of the design, kept in front of everybody. */
  private static void requireSame(SessionResult live, Path recording) throws IOException {
    try (SessionSource source = RecordingReader.open(recording)) {
      SessionRun.Outcome replayed =
          new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
      if (!ReportJson.result(replayed.result()).equals(ReportJson.result(live))) {
        throw new IOException(Texts.get("cli.demo.differs", recording));
      }
    }
  }

  private static String speedText(double times) {
    return times == 1 ? Texts.get("cli.demo.own-pace") : Texts.get("cli.demo.times", times);
  }
}
