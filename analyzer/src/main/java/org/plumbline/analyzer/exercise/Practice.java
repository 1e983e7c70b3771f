package org.plumbline.analyzer.exercise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;

/**
 * How an exercise is practised: what is worn, what its phases are called, how much of it is done,
 * what the person is told, and the variants it is done in.
 *
 * @param required segments without which it cannot be counted
 * @param optional segments that let more rules answer
 * @param muscles whose electrodes let more rules answer
 * @param phases from the start of a repetition to its end
 * @param cues what the person is told
 * @param notes what cannot be seen by the sensors, as far as the rules do not tell it
 * @param variants one exercise with other things in the hands or round the knees
 */
public record Practice(
    List<Segment> required,
    List<Segment> optional,
    List<Muscle> muscles,
    Phases phases,
    Dosage dosage,
    List<String> cues,
    List<String> notes,
    List<Variant> variants) {

  public Practice {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
    muscles = List.copyOf(muscles);
    cues = List.copyOf(cues);
    notes = List.copyOf(notes);
    variants = List.copyOf(variants);
    Set<String> ids = new HashSet<>();
    for (Variant variant : variants) {
      if (!ids.add(variant.id())) {
        throw new IllegalArgumentException("variant " + variant.id() + " is there twice");
      }
    }
  }

  /** What the phases of a repetition are called: on the way out, at the turn, on the way back. */
  public record Phases(String out, String hold, String back) {}

  /** How much is done. */
  public record Dosage(int sets, int repetitions) {
    public Dosage {
      if (sets < 1 || sets > 20 || repetitions < 1 || repetitions > 200) {
        throw new IllegalArgumentException(
            sets + " sets of " + repetitions + ": 1 to 20 sets of 1 to 200 repetitions");
      }
    }
  }

  /**
   * A way to do the exercise. Rules and limits are the same; a reference set of another variant
   * does not hold.
   *
   * @param id e.g. {@code banded}
   * @param name for people
   * @param band whether an elastic band is worn
   * @param loaded whether a load in kg belongs to it, which the operator enters
   */
  public record Variant(String id, String name, boolean band, boolean loaded) {
    public Variant {
      if (!id.matches("[a-z0-9-]{1,40}")) {
        throw new IllegalArgumentException(
            "variant id \"" + id + "\": use 1 to 40 lower-case letters, digits or -");
      }
    }
  }
}
