package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Started;
import org.plumbline.tools.live.LiveWindow;
import org.plumbline.tools.run.LiveRun;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.SetUpGuide;
import org.plumbline.tools.run.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A session with people and sensors. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Record and judge a session from serial ports as it happens.",
    description = {
      "",
      "Shows the session in the window, or as lines with --headless. Sets are started and stopped"
          + " in the window or by the device's own buttons; without any, the whole session is one"
          + " set. End it in the window or with Ctrl-C: the recording is closed, and the report"
          + " written.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline live /dev/ttyUSB0 --exercise squat --subject S07 --record s07.plog",
      "  plumbline live /dev/ttyUSB0 -e squat --set-up swings --record s07.plog",
      "  plumbline live /dev/ttyUSB0 --protocol three-by-ten --record s07.plog",
      "  plumbline live /dev/ttyACM0 /dev/ttyACM1 -e bridge --reference first.plog --report"
          + " s07.html"
    })
final class LiveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PortOptions ports = new PortOptions();
  @Mixin private ExerciseOptions exercise = new ExerciseOptions();
  @Mixin private ProtocolOptions protocol = new ProtocolOptions();
  @Mixin private BodyOptions body = new BodyOptions();

  @Option(
      names = {"-r", "--record"},
      paramLabel = "FILE.plog",
      description = "Keep the session in this recording; it must not exist yet.")
  private Optional<Path> record = Optional.empty();

  @Option(
      names = "--set-up",
      paramLabel = "KIND",
      description =
          "Lead through the set-up movements before the set, from which each sensor learns how it"
              + " sits: swings (standing, legs swing) or extensions (sitting, knees are"
              + " straightened). Go on with Enter or in the window.")
  private Optional<String> setUp = Optional.empty();

  @Mixin private ReportOptions report = new ReportOptions();

  @Option(names = "--headless", description = "No window, even where there is a display.")
  private boolean headless;

  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Override
  public Integer call() throws IOException {
    if (exercise.exercise().isEmpty() && !protocol.isAsked()) {
      throw new ParameterException(spec.commandLine(), Texts.get("cli.live.exercise"));
    }
    setUp.ifPresent(this::legs);
    report.requireFree(report.files());
    Contexts contexts = new Contexts(exercise, body, new FileOptions(), protocol);
    contexts.requireOnePerson(Texts.get("cli.reference.today"), exercise.subject());
    Optional<ContextApplied> context = contexts.asked();
    Meters meters = new Meters();
    metrics.around(meters, spec, () -> run(context, meters));
    return 0;
  }

  private void run(Optional<ContextApplied> context, Meters meters) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Instant when = Instant.now();
    long start = System.nanoTime();
    LiveRun.Plan plan =
        new LiveRun.Plan(
            exercise.subject().orElse(Started.UNNAMED),
            Main.software(),
            ports.livePorts(meters),
            record,
            context);
    try (LiveRun run = LiveRun.start(plan, meters)) {
      Optional<SetUpGuide> guide =
          setUp.map(kind -> new SetUpGuide(legs(kind), run::press, new SetUpPrompts(out)));
      Stage stage = stage(out, run, guide);
      CleanExit.duringWithPorts(
          () -> run.stop(LiveControls.ENDED_BY_OPERATOR),
          () -> show(run, stage, guide, when, start, out));
      stage.awaitClosed();
    }
  }

  private SetUpGuide.Legs legs(String kind) {
    return switch (kind) {
      case "swings" -> SetUpGuide.Legs.SWINGS;
      case "extensions" -> SetUpGuide.Legs.EXTENSIONS;
      default ->
          throw new ParameterException(spec.commandLine(), Texts.get("cli.live.set-up", kind));
    };
  }

  /** Without keys and without a window nobody could lead through it. */
  private void lead(SetUpGuide guide, boolean window, Optional<Runnable> ask, PrintWriter out) {
    guide.begin();
    SetUpPrompts.listen(
        System.in,
        guide,
        () -> {
          if (!window) {
            out.println(Texts.get("cli.setup.no-keys"));
            guide.end();
          }
        },
        ask.map(
            one ->
                keys -> {
                  tellKeys(out);
                  FeedbackKeys.read(keys, one);
                }));
  }

  private static void tellKeys(PrintWriter out) {
    out.println(Texts.get("cli.feedback.keys"));
    out.flush();
  }

  /** On a terminal, where a block of the protocol answers. */
  private Optional<Runnable> ask(LiveRun run, Stage stage) throws IOException {
    return stage.hasWindow() || !protocol.answers(exercise)
        ? Optional.empty()
        : Optional.of(() -> run.press(Operator.Action.MARK, SessionAnalyzer.ASK_FEEDBACK));
  }

  private void show(
      LiveRun run,
      Stage stage,
      Optional<SetUpGuide> guide,
      Instant when,
      long start,
      PrintWriter out)
      throws IOException {
    Watcher links = new LinkLines(run::links, spec.commandLine().getErr());
    Watcher watcher = stage.with(links);
    Optional<Runnable> ask = ask(run, stage);
    guide.ifPresent(one -> lead(one, stage.hasWindow(), ask, out));
    if (guide.isEmpty() && ask.isPresent()) {
      tellKeys(out);
      FeedbackKeys.listen(System.in, ask.get());
    }
    SessionRun.Outcome outcome =
        run.run(guide.isPresent() ? Watcher.both(watcher, guide.get()) : watcher);
    new SummaryTable(out).print(outcome.result());
    record.ifPresent(file -> out.println(Texts.get("cli.wrote.recording", file)));
    Reports.write(
        outcome.result(), Reports.run(when, Optional.of(when), record, start), report.files());
    report.files().tell(out);
    out.flush();
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
  }

  private Stage stage(PrintWriter out, LiveRun run, Optional<SetUpGuide> guide) {
    if (headless || !LiveWindow.possible()) {
      return Stage.onTerminal(out);
    }
    LiveControls controls = new LiveControls(run, guide);
    return Stage.inWindow(out, String.join(", ", ports.names()), controls, controls::end);
  }
}
