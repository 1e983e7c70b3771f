package org.plumbline.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.PlannedSets;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;
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
  private final ProtocolOptions protocol;

  Contexts(ExerciseOptions options, BodyOptions body, FileOptions tables) {
    this(options, body, tables, new ProtocolOptions());
  }

  /** With sets that may be planned. */
  Contexts(
      ExerciseOptions options, BodyOptions body, FileOptions tables, ProtocolOptions protocol) {
    this.options = options;
    this.body = body;
    this.tables = tables;
    this.protocol = protocol;
  }

  /**
   * The context that was asked for; empty when no exercise was named, so that a recording keeps its
   * own.
   *
   * @throws IOException when the reference set cannot be read or is too small
   */
  Optional<ContextApplied> asked() throws IOException {
    Optional<PlannedSets> planned = protocol.planned(options);
    Optional<Exercise> exercise =
        planned.isPresent() ? planned.map(PlannedSets::first) : options.exercise();
    Optional<BodySetUp> known = body.known();
    if (exercise.isEmpty()) {
      boolean pointless = options.namesParts() || known.isPresent();
      if (pointless) {
        throw options.wrong(Texts.get("cli.context.exercise-first"));
      }
      return Optional.empty();
    }
    AnalysisContext context = contextOf(exercise.get(), baseline(exercise.get()));
    AnalysisContext whole = planned.map(context::with).orElse(context);
    return Optional.of(applied(known.map(whole::with).orElse(whole)));
  }

  /**
   * The reference set must be of the same person and of another session than the one that is
   * analyzed: people are compared with themselves, and nobody departs from what they are compared
   * with.
   *
   * @throws IOException when both are one session, whatever the files are called, or of two people
   */
  void requireFitting(SessionFile analyzed) throws IOException {
    for (Path path : options.references()) {
      SessionFile reference = SessionFile.at(path, tables, options.subject());
      if (isSame(reference, analyzed)) {
        throw new IOException(Texts.get("cli.reference.same", analyzed.path(), path));
      }
      requireOnePerson(analyzed.path().toString(), subject(analyzed), path, subject(reference));
    }
  }

  /**
   * The same of a session that is yet to come.
   *
   * @throws IOException when a reference is of another person
   */
  void requireOnePerson(String session, Optional<String> person) throws IOException {
    for (Path path : options.references()) {
      SessionFile reference = SessionFile.at(path, tables, options.subject());
      requireOnePerson(session, person, path, subject(reference));
    }
  }

  /** Where one of them does not say whose it is nothing can be held against it. */
  private static void requireOnePerson(
      String session, Optional<String> person, Path path, Optional<String> reference)
      throws IOException {
    if (person.isPresent() && reference.isPresent() && !person.equals(reference)) {
      throw new IOException(
          Texts.get("cli.reference.person", session, person.get(), path, reference.get()));
    }
  }

  /** Whose session it is, where somebody said so. */
  private static Optional<String> subject(SessionFile file) throws IOException {
    try (SessionSource source = file.open()) {
      return source
          .next()
          .filter(Started.class::isInstance)
          .map(started -> ((Started) started).subject())
          .filter(code -> !code.equals(Started.UNNAMED) && !code.isEmpty());
    }
  }

  /** Whether one of two files holds all samples of the other. */
  private static boolean isSame(SessionFile one, SessionFile other) throws IOException {
    List<String> first = SampleDigest.of(one.open());
    List<String> second = SampleDigest.of(other.open());
    return !first.isEmpty()
        && !second.isEmpty()
        && (second.containsAll(first) || first.containsAll(second));
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
    if (options.references().isEmpty()) {
      return Optional.empty();
    }
    ReferenceSessions sessions = references(exercise, options.references());
    boolean said = sessions.each().stream().allMatch(one -> one.then().isPresent());
    return Optional.of(sessions.baseline().of(said ? exercise.id() : Conditions.UNNAMED));
  }

  /**
   * Sessions that are a person's reference, each analyzed by itself.
   *
   * @throws IOException when one cannot be read, has too few repetitions, is of another exercise or
   *     is there twice
   */
  ReferenceSessions references(Exercise exercise, List<Path> files) throws IOException {
    List<ReferenceSessions.One> sessions = new ArrayList<>();
    for (Path path : files) {
      SessionFile file = SessionFile.at(path, tables, options.subject());
      Optional<AnalysisContext> then = recorded(file);
      Optional<String> said = then.map(one -> one.exercise().id());
      if (said.isPresent() && !said.get().equals(exercise.id())) {
        throw new IOException(Texts.get("cli.reference.exercise", path, said.get(), exercise.id()));
      }
      for (ReferenceSessions.One other : sessions) {
        if (isSame(SessionFile.at(other.file(), tables, options.subject()), file)) {
          throw new IOException(Texts.get("cli.reference.twice", other.file(), path));
        }
      }
      AnalysisContext plain = referenceContext(exercise, then);
      try (SessionSource source = new ContextSource(file.open(), applied(plain))) {
        SessionRun.Outcome outcome =
            new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
        if (outcome.failure().isPresent()) {
          throw outcome.failure().get();
        }
        sessions.add(new ReferenceSessions.One(path, then, outcome.result()));
      }
    }
    return ReferenceSessions.of(sessions);
  }

  /** The exercise of a recording, where it says one. */
  Optional<Exercise> exerciseOf(Path path) throws IOException {
    return recorded(SessionFile.at(path, tables, options.subject())).map(AnalysisContext::exercise);
  }
}
