package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * Repetitions by a knee goniometer alone, no operator, against those counted by eye from plots
 * ({@code docs/checks/uci-emg-counts.csv}); and of the same people walking, which is no exercise.
 */
final class GoniometerCounts {
  static final String FOLDER = "uci_emg";
  private static final String COUNTS = "uci-emg-counts.csv";

  private GoniometerCounts() {}

  static List<Figure> figures(Path folder, Inputs inputs) throws IOException {
    int recordings = 0;
    int exact = 0;
    int walks = 0;
    int counted = 0;
    for (String[] cells : EyeCounts.rows(COUNTS)) {
      Path file = folder.resolve(cells[2]);
      if (Files.exists(file)) {
        inputs.progress().accept(cells[2]);
        recordings++;
        exact += count(exercise(cells[1]), file) == Integer.parseInt(cells[3]) ? 1 : 0;
      }
      Path walk = folder.resolve(cells[2].replace(cells[1], "gait"));
      if (cells[1].equals("standing") && Files.exists(walk)) {
        walks++;
        counted += count(exercise(cells[1]), walk);
      }
    }
    return List.of(
        figure("validate.repetitions.goniometer-files", recordings),
        figure("validate.repetitions.goniometer-exact", exact),
        figure("validate.repetitions.goniometer-walks", walks),
        figure("validate.repetitions.goniometer-walking", counted));
  }

  private static String exercise(String what) {
    return what.equals("sitting") ? "knee-extension" : "rear-leg-knee-bend";
  }

  private static int count(String exercise, Path file) throws IOException {
    return EyeCounts.counted(exercise, file, "lower-limb-emg");
  }

  private static Figure figure(String words, int value) {
    return Figure.info(
        Texts.get(words), value, "1", Origin.MEASURED, Texts.get("validate.source.goniometer"));
  }
}
