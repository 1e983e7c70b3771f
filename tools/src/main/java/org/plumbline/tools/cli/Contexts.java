package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.tools.run.ContextSource;
import org.plumbline.tools.run.EventSink;
import org.plumbline.tools.run.Meters;
import org.plumbline.tools.run.SampleDigest;
import org.plumbline.tools.run.SessionRun;
import org.plumbline.tools.run.Watcher;

/** Makes the context of an analysis out of the words of a command line. */
final class Contexts {
  private final ExerciseOptions options;
  private final BodyOptions body;
  private final FileOptions tables;

  Contexts(ExerciseOptions options, BodyOptions body, FileOptions tables) {
    this.options = options;
    this.body = body;
    this.tables = tables;
  }

  /**
   * The context that was asked for; empty when no exercise was named, so that a recording keeps its
   * own.
   *
   * @throws IOException when the reference set cannot be read or is too small
   */
  Optional<ContextApplied> asked() throws IOException {
    Optional<Exercise> exercise = options.exercise();
    Optional<BodySetUp> known = body.known();
    if (exercise.isEmpty()) {
      boolean pointless = options.namesParts() || known.isPresent();
      if (pointless) {
        throw options.wrong(Texts.get("cli.context.exercise-first"));
      }
      return Optional.empty();
    }
    AnalysisContext context = contextOf(exercise.get(), baseline(exercise.get()));
    return Optional.of(applied(known.map(context::with).orElse(context)));
  }

  /**
   * The reference set must be of another session than the one that is analyzed: nobody departs from
   * what they are compared with.
   *
   * @throws IOException when both are one, whatever the files are called
   */
  void requireOtherThanReference(SessionFile analyzed) throws IOException {
    if (options.reference().isPresent()) {
      Path path = options.reference().get();
      List<String> reference =
          SampleDigest.of(SessionFile.at(path, tables, options.subject()).open());
      List<String> now = SampleDigest.of(analyzed.open());
      boolean same =
          !reference.isEmpty()
              && !now.isEmpty()
              && (now.containsAll(reference) || reference.containsAll(now));
      if (same) {
        throw new IOException(Texts.get("cli.reference.same", analyzed.path(), path));
      }
    }
  }

  /** The context of an exercise as the options say, with or without a baseline. */
  private AnalysisContext contextOf(Exercise exercise, Optional<Baseline> baseline) {
    AnalysisContext context =
        options.completed(AnalysisContext.of(exercise, options.normalisation(), baseline));
    return options.orientation().map(context::with).orElse(context);
  }

  private static ContextApplied applied(AnalysisContext context) {
    return ContextApplied.of(0, ContextJson.write(context), Texts.get("cli.context.origin"));
  }

  /** The exercise of today, with variant and leg as the reference set was done. */
  private AnalysisContext referenceContext(Exercise exercise, Optional<AnalysisContext> then) {
    AnalysisContext today = contextOf(exercise, Optional.empty());
    Optional<String> variant =
        options
            .referenceVariant()
            .or(() -> then.isPresent() ? then.get().variant() : today.variant())
            .filter(id -> exercise.variants().stream().anyMatch(one -> one.id().equals(id)));
    return today.with(
        variant, then.isPresent() ? then.get().side() : today.side(), today.electrodes());
  }

  /** What a recording says of how it was done; a table says nothing. */
  private static Optional<AnalysisContext> recorded(SessionFile file) throws IOException {
    if (!file.isRecording()) {
      return Optional.empty();
    }
    try (SessionSource source = file.open()) {
      Optional<SessionEvent> next = source.next();
      while (next.isPresent() && !(next.get() instanceof Samples)) {
        if (next.get() instanceof ContextApplied context) {
          return Optional.of(ContextJson.read(context.json()));
        }
        next = source.next();
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(file.path() + ": " + e.getMessage(), e);
    }
  }

  private Optional<Baseline> baseline(Exercise exercise) throws IOException {
    if (options.reference().isEmpty()) {
      return Optional.empty();
    }
    Path path = options.reference().get();
    SessionFile file = SessionFile.at(path, tables, options.subject());
    Optional<AnalysisContext> then = recorded(file);
    Optional<String> said = then.map(one -> one.exercise().id());
    if (said.isPresent() && !said.get().equals(exercise.id())) {
      throw new IOException(Texts.get("cli.reference.exercise", path, said.get(), exercise.id()));
    }
    AnalysisContext plain = referenceContext(exercise, then);
    try (SessionSource source = new ContextSource(file.open(), applied(plain))) {
      SessionRun.Outcome outcome =
          new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      Optional<Baseline> baseline =
          ReferenceSet.of(
                  outcome.result(),
                  String.valueOf(path.getFileName()),
                  then.flatMap(AnalysisContext::electrodes))
              .map(found -> found.of(said.orElse(Conditions.UNNAMED)));
      if (baseline.isEmpty()) {
        throw new IOException(
            Texts.get("cli.reference.small", path, ReferenceSet.LEAST_REPETITIONS));
      }
      return baseline;
    }
  }
}
