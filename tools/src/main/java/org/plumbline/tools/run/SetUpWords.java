package org.plumbline.tools.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SetUpRefusal;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;

/** The set-up in plain words, the same on a terminal and in the window. */
public final class SetUpWords {
  private SetUpWords() {}

  /** What the person is asked to do. */
  public static String prompt(SetUpStep step) {
    return Texts.get("setup.step." + step.id());
  }

  /** What came of a step; nothing where it was not to teach anything. */
  public static Optional<String> outcome(Notice.SetUpStepDone done) {
    if (done.refused().isEmpty() && done.learned().isEmpty()) {
      return done.step() == SetUpStep.LIFT_LEFT
          ? Optional.of(Texts.get("setup.noted"))
          : Optional.empty();
    }
    if (done.refused().isEmpty()) {
      return Optional.of(Texts.get("setup.learned", places(done.learned())));
    }
    String again = Texts.get("setup.refused", places(done.refused()), hints(done));
    return Optional.of(
        done.learned().isEmpty()
            ? again
            : Texts.get("setup.learned.some", places(done.learned()), again));
  }

  /**
   * Which sensors show nothing and what to do; nothing where all do.
   *
   * @param over whether the set-up was ended therefore
   */
  public static Optional<String> silence(List<OnSegment> silent, boolean over) {
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(Texts.get(over ? "setup.silent.over" : "setup.silent", places(silent)));
  }

  /** What to do, by the reasons that there are. */
  private static String hints(Notice.SetUpStepDone done) {
    List<String> hints = new ArrayList<>();
    for (SetUpRefusal why : SetUpRefusal.values()) {
      List<OnSegment> places =
          done.refused().stream()
              .filter(one -> done.why().getOrDefault(one, SetUpRefusal.UNCLEAR) == why)
              .toList();
      if (!places.isEmpty()) {
        String hint = why == SetUpRefusal.UNCLEAR ? unclear(done.step()) : why.id();
        hints.add(Texts.get("setup.hint." + hint, places(places)));
      }
    }
    return String.join(" ", hints);
  }

  private static String unclear(SetUpStep step) {
    return switch (step) {
      case STAND -> "still";
      case SIT -> "sit";
      default -> "move";
    };
  }

  /** {@code "Left shank, left thigh"} as a sentence has it. */
  private static String places(List<OnSegment> places) {
    return places.stream()
        .map(place -> place.id().replace('-', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
