package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.ExerciseNeeds;
import org.plumbline.analyzer.exercise.Practice;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What there is to do and what it needs. */
@Command(
    name = "exercises",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "List the exercises and what they need.",
    description = {
      "",
      "Without ID all exercises, a line each; with ID all about one: how it is done, what has to be"
          + " worn, and what cannot be judged with less.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  plumbline exercises",
      "  plumbline exercises clamshell",
      "  plumbline exercises --exercises my-exercises"
    })
final class ExercisesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "One exercise in full.")
  private Optional<String> id = Optional.empty();

  @Mixin private ExerciseFolder folder = new ExerciseFolder();

  @Override
  public Integer call() throws IOException {
    ExerciseCatalog catalog = folder.catalog();
    new Listing(spec)
        .print(
            id,
            catalog.ids(),
            catalog::get,
            (padded, exercise) ->
                Texts.get(
                    "cli.exercises.line", padded, exercise.name(), ExerciseNeeds.worn(exercise)),
            ExercisesCommand::full);
    return 0;
  }

  private static void full(PrintWriter out, Exercise exercise) {
    out.println(Texts.get("cli.exercises.head", exercise.name(), exercise.id()));
    out.println(Texts.get("cli.exercises.position." + exercise.position().id()));
    out.println(ExerciseNeeds.worn(exercise));
    exercise.practice().ifPresent(practice -> practice(out, practice));
    ExerciseNeeds.lost(exercise).forEach(out::println);
  }

  private static void practice(PrintWriter out, Practice practice) {
    out.println(
        Texts.get(
            "cli.exercises.dosage", practice.dosage().sets(), practice.dosage().repetitions()));
    out.println(
        Texts.get(
            "cli.exercises.phases",
            practice.phases().out(),
            practice.phases().hold(),
            practice.phases().back()));
    practice.cues().forEach(cue -> out.println(Texts.get("cli.exercises.cue", cue)));
    for (Practice.Variant variant : practice.variants()) {
      out.println(Texts.get("cli.exercises.variant", variant.id(), variant.name()));
    }
    practice.notes().forEach(out::println);
  }
}
