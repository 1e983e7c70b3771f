package org.plumbline.tools.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.analyzer.Notice;
import org.plumbline.analyzer.SetUpStep;
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
    String hint = Texts.get(hint(done.step()));
    String again = Texts.get("setup.refused", places(done.refused()), hint);
    return Optional.of(
        done.learned().isEmpty()
            ? again
            : Texts.get("setup.learned.some", places(done.learned()), again));
  }

  private static String hint(SetUpStep step) {
    return switch (step) {
      case STAND -> "setup.hint.still";
      case SIT -> "setup.hint.sit";
      default -> "setup.hint.move";
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
