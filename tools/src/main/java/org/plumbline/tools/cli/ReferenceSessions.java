package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.analyzer.text.Texts;

/**
 * Sessions of one person that are the reference together, in the order in which they were named.
 *
 * @param each with its file
 */
record ReferenceSessions(List<One> each) {

  /**
   * One of them.
   *
   * @param then what the recording says of how it was done; a table says nothing
   */
  record One(Path file, Optional<AnalysisContext> then, SessionResult result) {

    /** How many repetitions it gives. */
    int repetitions() {
      return ReferenceSet.count(result);
    }

    /** File name without its folder, which may tell who the person is. */
    String name() {
      return String.valueOf(file.getFileName());
    }
  }

  ReferenceSessions {
    each = List.copyOf(each);
  }

  /**
   * All of them, each with enough repetitions.
   *
   * @throws IOException when one has too few
   */
  static ReferenceSessions of(List<One> each) throws IOException {
    for (int i = 0; i < each.size(); i++) {
      One one = each.get(i);
      if (one.repetitions() < ReferenceSet.LEAST_REPETITIONS) {
        throw new IOException(
            Texts.get("cli.reference.small", one.file(), ReferenceSet.LEAST_REPETITIONS));
      }
      if (i > 0) {
        requireAlike(each.get(0), one);
      }
    }
    return new ReferenceSessions(each);
  }

  /** One person, one way of doing it. */
  private static void requireAlike(One first, One one) throws IOException {
    if (!first.result().subject().equals(one.result().subject())) {
      throw new IOException(
          Texts.get(
              "cli.reference.people",
              first.file(),
              first.result().subject(),
              one.file(),
              one.result().subject()));
    }
    List<SessionResult> both = List.of(first.result(), one.result());
    if (ReferenceSet.count(both) < first.repetitions() + one.repetitions()) {
      throw new IOException(Texts.get("cli.reference.otherwise", one.file(), first.file()));
    }
  }

  /** Their results. */
  List<SessionResult> results() {
    return each.stream().map(One::result).toList();
  }

  /** The baseline that they make; electrodes hold where all of them name the same ones. */
  Baseline baseline() {
    String origin = each.stream().map(One::name).collect(Collectors.joining(", "));
    List<Optional<String>> electrodes = new ArrayList<>();
    each.forEach(one -> electrodes.add(one.then().flatMap(AnalysisContext::electrodes)));
    boolean same = electrodes.stream().distinct().count() == 1;
    return ReferenceSet.of(results(), origin, same ? electrodes.get(0) : Optional.empty())
        .orElseThrow(() -> new IllegalStateException("each of them has enough repetitions"));
  }
}
