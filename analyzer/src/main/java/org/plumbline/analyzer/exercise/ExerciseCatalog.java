package org.plumbline.analyzer.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exercises that Plumbline knows, read from YAML. */
public final class ExerciseCatalog {
  private static final List<String> BUILT_IN =
      List.of(
          "bridge",
          "bridge-burn-out",
          "clamshell",
          "glute-squeeze",
          "glute-squeeze-alternating",
          "glute-squeeze-left",
          "glute-squeeze-right",
          "hip-hinge",
          "hip-thrust",
          "leg-lift-prone",
          "leg-lift-side-lying",
          "leg-lift-straight",
          "lunge",
          "marching-bridge",
          "knee-extension",
          "rear-leg-knee-bend",
          "single-leg-bridge",
          "single-leg-squat",
          "sit-to-stand",
          "squat",
          "toe-raise");

  private final SortedMap<String, Exercise> exercises;

  private ExerciseCatalog(SortedMap<String, Exercise> exercises) {
    this.exercises = Collections.unmodifiableSortedMap(exercises);
  }

  /** The exercises that come with the program. */
  public static ExerciseCatalog builtIn() {
    SortedMap<String, Exercise> exercises = new TreeMap<>();
    for (String id : BUILT_IN) {
      String resource = id + ".yaml";
      try (InputStream stream = ExerciseCatalog.class.getResourceAsStream(resource)) {
        if (stream == null) {
          throw new IllegalStateException(resource + " is not on the class path");
        }
        String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        exercises.put(id, parse(yaml, resource));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ExerciseCatalog(exercises);
  }

  /**
   * An exercise from YAML.
   *
   * @param where names the file in an error
   * @throws IllegalArgumentException when it is none: what, in which line and column
   */
  public static Exercise parse(String yaml, String where) {
    return ExerciseReader.read(where, yaml);
  }

  /**
   * These exercises and those that come with the program.
   *
   * @param more by the name of its file
   * @throws IllegalArgumentException when an id is taken already, naming the files
   */
  public ExerciseCatalog with(Map<String, Exercise> more) {
    return new ExerciseCatalog(OwnFiles.beside(exercises, more, Exercise::id, "exercise"));
  }

  /** Ids, sorted. */
  public List<String> ids() {
    return new ArrayList<>(exercises.keySet());
  }

  /**
   * The exercise with this id.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public Exercise get(String id) {
    Exercise exercise = exercises.get(id);
    if (exercise == null) {
      throw new IllegalArgumentException(
          "there is no exercise \""
              + id
              + "\"; there are "
              + String.join(", ", exercises.keySet()));
    }
    return exercise;
  }
}
