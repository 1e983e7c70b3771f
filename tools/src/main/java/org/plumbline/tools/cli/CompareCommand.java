package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.comparison.Comparison;
import org.plumbline.analyzer.comparison.Comparison.Likeness;
import org.plumbline.analyzer.comparison.ComparisonJson;
import org.plumbline.analyzer.comparison.ComparisonText;
import org.plumbline.analyzer.comparison.ReportDocument;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionSource;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SessionRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What moved between two analyses. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeOnExecutionException = CompareCommand.COULD_NOT,
    header = "Say what differs between two analyses.",
    description = {
      "",
      "BEFORE and AFTER are results of analyze --json, or recordings, which are analyzed now with"
          + " the exercise and limits in them. Told are the software, rules, limits, exercise,"
          + " references and parameters; then repetitions, matched by time: added, gone, moved"
          + " bounds, metrics and verdicts.",
      "",
      "A metric is beyond its error when it moved by more than the larger of both stated errors.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline compare before.json after.json",
      "  plumbline compare last-year.json s07.plog",
      "  plumbline compare s07.json s07.plog --json moved.json",
      "",
      "Exit status: 0 the same (but for the software's version), 1 differences, 2 could not"
          + " compare."
    })
final class CompareCommand implements Callable<Integer> {
  static final int COULD_NOT = 2;

  private static final int DIFFERENT = 1;

  /** An hour of a session is about 10 MB. */
  private static final int MOST_MEGABYTES = 256;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A result or a recording.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Likewise.")
  private Path after = Path.of("");

  @Mixin private JsonOptions json = new JsonOptions();

  @Override
  public Integer call() throws IOException {
    json.requireFree();
    PrintWriter out = spec.commandLine().getOut();
    ReportDocument first = read(before, Texts.get("cli.compare.before"));
    ReportDocument second = read(after, Texts.get("cli.compare.after"));
    Comparison comparison = Comparison.of(first, second);
    ComparisonText.lines(comparison).forEach(out::println);
    json.write(() -> ComparisonJson.document(comparison), "cli.wrote.comparison", out);
    return comparison.likeness() == Likeness.DIFFERENT ? DIFFERENT : 0;
  }

  private ReportDocument read(Path path, String which) throws IOException {
    SessionFile file = SessionFile.at(path, new FileOptions(), Optional.empty());
    boolean recording = file.isRecording();
    String text = recording ? analyzed(file) : text(path);
    try {
      ReportDocument document = ReportDocument.parse(text);
      String key = recording ? "cli.compare.recording" : "cli.compare.result";
      spec.commandLine().getOut().println(Texts.get(key, which, path, document.software()));
      return document;
    } catch (IllegalArgumentException e) {
      throw new IOException(Texts.get("cli.compare.bad", path, String.valueOf(e.getMessage())), e);
    }
  }

  private static String text(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      if (!startsLikeJson(path)) {
        throw new IOException(Texts.get("cli.compare.table", path));
      }
      byte[] bytes = in.readNBytes(MOST_MEGABYTES * 1_000_000 + 1);
      if (bytes.length > MOST_MEGABYTES * 1_000_000) {
        throw new IOException(Texts.get("cli.compare.long", path, MOST_MEGABYTES));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(Texts.get("cli.no-text", path), e);
    }
  }

  private static boolean startsLikeJson(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1).strip().startsWith("{");
    }
  }

  private static String analyzed(SessionFile file) throws IOException {
    Instant when = Instant.now();
    long start = System.nanoTime();
    StartWatcher started = new StartWatcher();
    try (SessionSource source = file.open()) {
      SessionRun.Outcome outcome =
          new SessionRun(source, EventSink.none(), started, new Meters()).run();
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      return ReportJson.document(
          outcome.result(),
          Reports.run(when, started.recordedAt(), Optional.of(file.path()), start));
    }
  }
}
