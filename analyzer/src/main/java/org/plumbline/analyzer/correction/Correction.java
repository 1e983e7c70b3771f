package org.plumbline.analyzer.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.OnMuscle;

/**
 * What a person set right in a recording, and who, when and why. All times are seconds of the
 * session, as results give them; what is meant is found by a range of time, never by a number.
 *
 * @param kind what is set right
 * @param fromSeconds range that names what is meant; not for {@link Kind#ADD}
 * @param toSeconds end of that range
 * @param startSeconds where the repetition begins
 * @param endSeconds where it ends
 * @param muscle whose burst it is, a location id
 * @param onsetSeconds when the muscle came on
 * @param offsetSeconds when it went off
 * @param who a code of the person who corrected, never a name
 * @param when UTC, ISO 8601
 * @param why free text
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Correction(
    Kind kind,
    Optional<Double> fromSeconds,
    Optional<Double> toSeconds,
    Optional<Double> startSeconds,
    Optional<Double> endSeconds,
    Optional<String> muscle,
    Optional<Double> onsetSeconds,
    Optional<Double> offsetSeconds,
    String who,
    String when,
    String why) {

  /** As long as the longest repetition of any exercise; nothing is kept for longer. */
  public static final double LONGEST_SECONDS = 120;

  static final double SHORTEST_SECONDS = 0.1;

  /** A week. */
  private static final double LAST_SECONDS = 604_800;

  private static final int LONGEST_REASON = 300;

  /** What is set right. */
  public enum Kind {
    /** Start and end of the repetition that overlaps the range most. */
    @JsonProperty("bounds")
    BOUNDS,
    /** That repetition is none. */
    @JsonProperty("reject")
    REJECT,
    /** One that was missed. */
    @JsonProperty("add")
    ADD,
    /** Onset, offset or both of a muscle in the repetition that overlaps the range most. */
    @JsonProperty("burst")
    BURST
  }

  /** One field is wrong, whatever the others say. */
  static final class WrongField extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    WrongField(String field, String what) {
      super(what);
      this.field = field;
    }

    WrongField(String field, String what, Exception cause) {
      super(what, cause);
      this.field = field;
    }

    /** Its key. */
    String field() {
      return field;
    }
  }

  public Correction {
    boolean ranged = kind != Kind.ADD;
    boolean bounded = kind == Kind.BOUNDS || kind == Kind.ADD;
    boolean burst = kind == Kind.BURST;
    belongs(kind, "fromSeconds", fromSeconds, ranged, ranged);
    belongs(kind, "toSeconds", toSeconds, ranged, ranged);
    belongs(kind, "startSeconds", startSeconds, bounded, bounded);
    belongs(kind, "endSeconds", endSeconds, bounded, bounded);
    belongs(kind, "muscle", muscle, burst, burst);
    belongs(kind, "onsetSeconds", onsetSeconds, burst, burst && offsetSeconds.isEmpty());
    belongs(kind, "offsetSeconds", offsetSeconds, burst, false);
    ordered("fromSeconds", fromSeconds, "toSeconds", toSeconds);
    ordered("startSeconds", startSeconds, "endSeconds", endSeconds);
    ordered("onsetSeconds", onsetSeconds, "offsetSeconds", offsetSeconds);
    inRange("onsetSeconds", onsetSeconds, fromSeconds, toSeconds);
    inRange("offsetSeconds", offsetSeconds, fromSeconds, toSeconds);
    if (kind == Kind.BOUNDS
        && (startSeconds.orElseThrow() >= toSeconds.orElseThrow()
            || endSeconds.orElseThrow() <= fromSeconds.orElseThrow())) {
      throw new IllegalArgumentException(Texts.get("correction.wrong.elsewhere"));
    }
    muscle.ifPresent(Correction::requireMuscle);
    if (!who.matches("[\\p{L}0-9]([\\p{L}0-9 ._-]{0,38}[\\p{L}0-9._-])?")) {
      throw new WrongField("who", Texts.get("correction.wrong.who", shown(who)));
    }
    requireInstant(when);
    if (why.isBlank() || why.length() > LONGEST_REASON || !why.matches("\\P{Cntrl}*")) {
      throw new WrongField("why", Texts.get("correction.wrong.why", LONGEST_REASON));
    }
  }

  private static void belongs(
      Kind kind, String name, Optional<?> value, boolean allowed, boolean required) {
    String id = Location.idOf(kind);
    if (required && value.isEmpty()) {
      throw new IllegalArgumentException(Texts.get("correction.wrong.missing", id, name));
    }
    if (!allowed && value.isPresent()) {
      throw new IllegalArgumentException(Texts.get("correction.wrong.surplus", id, name));
    }
    if (value.isPresent() && value.get() instanceof Double seconds) {
      if (!(seconds >= 0 && seconds <= LAST_SECONDS)) {
        throw new IllegalArgumentException(Texts.get("correction.wrong.seconds", name, seconds));
      }
    }
  }

  private static void ordered(
      String first, Optional<Double> from, String last, Optional<Double> to) {
    if (from.isPresent() && to.isPresent()) {
      double length = to.get() - from.get();
      if (!(length >= SHORTEST_SECONDS && length <= LONGEST_SECONDS)) {
        throw new IllegalArgumentException(
            Texts.get(
                "correction.wrong.length",
                first,
                last,
                Texts.number(SHORTEST_SECONDS, 1),
                Texts.number(LONGEST_SECONDS, 0)));
      }
    }
  }

  private static void inRange(
      String name, Optional<Double> value, Optional<Double> from, Optional<Double> to) {
    if (value.isPresent()
        && !(value.get() >= from.orElseThrow() && value.get() <= to.orElseThrow())) {
      throw new IllegalArgumentException(Texts.get("correction.wrong.outside", name));
    }
  }

  private static void requireMuscle(String id) {
    if (!(Location.parse(id) instanceof OnMuscle)) {
      throw new WrongField("muscle", Texts.get("correction.wrong.muscle", shown(id)));
    }
  }

  private static void requireInstant(String when) {
    try {
      if (when.length() > 30 || !when.endsWith("Z")) {
        throw new WrongField("when", Texts.get("correction.wrong.when", shown(when)));
      }
      Instant.parse(when);
    } catch (DateTimeParseException e) {
      throw new WrongField("when", Texts.get("correction.wrong.when", shown(when)), e);
    }
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "..." : plain;
  }

  /** Whether it is about a repetition, not about a muscle. */
  public boolean aboutRepetition() {
    return kind != Kind.BURST;
  }

  /** Beginning of what it is about, seconds. */
  public double from() {
    return fromSeconds.or(() -> startSeconds).orElseThrow();
  }

  /** End of what it is about, seconds. */
  public double to() {
    return toSeconds.or(() -> endSeconds).orElseThrow();
  }

  /** Whether not both can hold. */
  public boolean contradicts(Correction other) {
    if (aboutRepetition() != other.aboutRepetition()) {
      return false;
    }
    if (kind == Kind.BURST) {
      return muscle.equals(other.muscle) && overlap(from(), to(), other.from(), other.to());
    }
    boolean added = kind == Kind.ADD || other.kind == Kind.ADD;
    if (!added) {
      return overlap(from(), to(), other.from(), other.to());
    }
    return startSeconds.isPresent()
        && other.startSeconds.isPresent()
        && overlap(
            startSeconds.get(),
            endSeconds.orElseThrow(),
            other.startSeconds.get(),
            other.endSeconds.orElseThrow());
  }

  private static boolean overlap(double from, double to, double otherFrom, double otherTo) {
    return from < otherTo && otherFrom < to;
  }
}
