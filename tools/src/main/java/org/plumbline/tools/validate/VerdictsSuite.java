package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.tools.validate.Squat6.SetOutcome;

/**
 * Verdicts on the squat recordings against the way in which each set was performed, end to end with
 * one profile. The pipeline measures each set once; references, limits and verdicts are made of
 * that by the program's own classes. Limits are those of the exercise, and those that are chosen on
 * all persons but the one who is judged.
 */
public final class VerdictsSuite implements ValidationSuite {

  @Override
  public String id() {
    return "verdicts";
  }

  @Override
  public Optional<String> dataSet() {
    return Optional.of(Squat6.FOLDER);
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    Squat6 data = Squat6.in(inputs.requiredFolder(Squat6.FOLDER));
    Exercise squat = ExerciseCatalog.builtIn().get("squat");
    inputs.progress().accept(Texts.get("validate.verdicts.part.whole"));
    List<SquatSet> sets = sets(outcomes(data, source -> source));
    if (SquatTrial.persons(sets).size() < 2) {
      throw new IOException(
          Texts.get("validate.verdicts.few", inputs.requiredFolder(Squat6.FOLDER)));
    }
    ChosenLimits chosen = ChosenLimits.of(sets, squat);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.info(
            Texts.get("validate.verdicts.sets"),
            sets.size(),
            "sets",
            Origin.MEASURED,
            Texts.get("validate.source.verdicts")));
    for (VerdictReference reference : VerdictReference.values()) {
      VerdictFigures rows = new VerdictFigures(reference, sets);
      figures.addAll(rows.leftOut(chosen));
      figures.addAll(rows.shipped(squat));
    }
    figures.addAll(VerdictFigures.falseAlarms(sets, chosen, squat));
    figures.addAll(chosen.figures(squat));
    figures.addAll(FaintFaults.figures(sets, chosen));
    figures.addAll(DealtLabels.figures(sets, squat));
    for (Map.Entry<String, UnaryOperator<SessionSource>> part : SquatPart.all().entrySet()) {
      inputs.progress().accept(Texts.get("validate.verdicts.part." + part.getKey()));
      figures.addAll(SquatPart.figures(part.getKey(), outcomes(data, part.getValue()), chosen));
    }
    return figures;
  }

  private static List<SetOutcome> outcomes(Squat6 data, UnaryOperator<SessionSource> part)
      throws IOException {
    List<SetOutcome> outcomes = new ArrayList<>();
    for (Path file : data.files()) {
      Optional<Squat6.HandSet> hand = data.hand(file);
      if (hand.isPresent() && SquatWay.of(hand.get().performedAs()).isPresent()) {
        outcomes.add(Squat6.evaluate(file, hand.get(), part));
      }
    }
    return outcomes;
  }

  static List<SquatSet> sets(List<SetOutcome> outcomes) {
    return outcomes.stream()
        .map(one -> SquatSet.of(one, SquatWay.of(one.hand().performedAs()).orElseThrow()))
        .toList();
  }
}
