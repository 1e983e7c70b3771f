package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** All things of a catalogue, a line each, or one of them in full. */
final class Listing {
  private final CommandSpec spec;

  Listing(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Prints what was asked for.
   *
   * @param id of the one that is wanted in full; all of them without
   * @param ids of all, in their order
   * @param find the one with an id, or refuses with a sentence
   * @param line of one, from its id padded to the width of the longest
   * @param full all about one
   */
  <T> void print(
      Optional<String> id,
      List<String> ids,
      Function<String, T> find,
      BiFunction<String, T, String> line,
      BiConsumer<PrintWriter, T> full) {
    PrintWriter out = spec.commandLine().getOut();
    if (id.isPresent()) {
      full.accept(out, found(id.get(), find));
      return;
    }
    int width = ids.stream().mapToInt(String::length).max().orElse(0);
    for (String one : ids) {
      out.println(line.apply(one + " ".repeat(width - one.length()), find.apply(one)));
    }
  }

  private <T> T found(String id, Function<String, T> find) {
    try {
      return find.apply(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
