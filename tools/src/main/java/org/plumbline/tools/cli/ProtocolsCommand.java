package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.PlannedSets;
import org.plumbline.analyzer.exercise.ProtocolCatalog;
import org.plumbline.analyzer.protocol.FeedbackSchedule;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.protocol.Protocol.Block;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be planned. */
@Command(
    name = "protocols",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "List the protocols: sets, rests and feedback that are planned.",
    description = {
      "",
      "Without ID all protocols, a line each; with ID all about one. live, record and analyze take"
          + " a protocol with --protocol ID; it goes into the recording, so a replay needs no"
          + " file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline protocols",
      "  plumbline protocols three-by-ten",
      "  plumbline protocols --protocols my-protocols",
      "  plumbline live /dev/ttyUSB0 --protocol three-by-ten --record s07.plog"
    })
final class ProtocolsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "One protocol in full.")
  private Optional<String> id = Optional.empty();

  @Mixin private ProtocolFolder folder = new ProtocolFolder();
  @Mixin private ExerciseFolder exercises = new ExerciseFolder();

  @Override
  public Integer call() throws IOException {
    ProtocolCatalog catalog = folder.catalog(exercises.catalog());
    new Listing(spec)
        .print(
            id,
            catalog.ids(),
            catalog::get,
            (padded, planned) ->
                Texts.get(
                    "cli.protocols.line",
                    padded,
                    planned.protocol().name(),
                    planned.protocol().sets()),
            ProtocolsCommand::full);
    return 0;
  }

  private static void full(PrintWriter out, PlannedSets planned) {
    Protocol protocol = planned.protocol();
    out.println(Texts.get("cli.exercises.head", protocol.name(), protocol.id()));
    int number = 1;
    for (Block block : protocol.blocks()) {
      Exercise exercise = planned.exercise(block);
      String variant = block.variant().map(one -> ", " + exercise.variant(one).name()).orElse("");
      out.println(
          Texts.get(
              "cli.protocols.block",
              number++,
              block.name(),
              exercise.name() + variant,
              block.sets(),
              block.repetitions()));
      out.println(
          Texts.get(
              block.restSeconds() > 0 ? "cli.protocols.around" : "cli.protocols.no-rest",
              Texts.number(block.restSeconds(), 0),
              feedback(block.feedback())));
    }
    for (Protocol.Pair pair : protocol.comparisons()) {
      out.println(
          Texts.get(
              "cli.protocols.compared",
              name(protocol, pair.first()),
              name(protocol, pair.second())));
    }
    protocol.notes().forEach(note -> out.println(Texts.get("cli.note", note)));
  }

  private static String name(Protocol protocol, String id) {
    return protocol.blocks().stream()
        .filter(block -> block.id().equals(id))
        .map(Block::name)
        .collect(Collectors.joining());
  }

  private static String feedback(FeedbackSchedule feedback) {
    return Texts.get(
        "protocol.feedback." + feedback.kind().id(),
        feedback.percent().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }
}
