package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * Repetitions of MEx (one thigh, accelerometer alone, no operator) against those counted by eye
 * from plots ({@code docs/checks/mex-counts.csv}): all people. In bridging the first list counts
 * from the other end, so there is another, of lifts ({@code docs/checks/mex-lift-counts.csv}).
 */
final class MexCounts {
  static final String FOLDER = "mex";

  /** What is counted by eye, as resources. */
  private static final List<String> COUNTS = List.of("mex-lift-counts.csv", "mex-counts.csv");

  private static String exercise(String byEye) {
    return byEye.startsWith("bridging") ? "bridge" : "clamshell";
  }

  private MexCounts() {}

  /** Recordings of one kind, and how their counts came out. */
  private static final class Tally {
    private int recordings;
    private int exact;
    private int withinOne;
    private int counted;

    private void add(int found, int first, int second) {
      recordings++;
      counted += found;
      exact += found == first || found == second ? 1 : 0;
      withinOne +=
          found >= Math.min(first, second) - 1 && found <= Math.max(first, second) + 1 ? 1 : 0;
    }
  }

  static List<Figure> figures(Path folder, Inputs inputs) throws IOException {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    List<String[]> rows = new ArrayList<>();
    for (String counts : COUNTS) {
      rows.addAll(EyeCounts.rows(counts));
    }
    for (String[] cells : rows) {
      Path file = folder.resolve(cells[2]);
      if (!Files.exists(file)) {
        continue;
      }
      inputs.progress().accept(cells[2]);
      int found = EyeCounts.counted(exercise(cells[1]), file, "mex-thigh");
      tallies
          .computeIfAbsent(cells[1] + "|" + cells[5], key -> new Tally())
          .add(found, Integer.parseInt(cells[3]), Integer.parseInt(cells[4]));
    }
    List<Figure> figures = new ArrayList<>();
    tallies.forEach(
        (kind, tally) -> {
          String[] names = kind.split("\\|", -1);
          String what = names[0] + ", " + certain(names[1]);
          boolean unclear = names[1].equals("unclear");
          if (unclear && names[0].equals("clam")) {
            figures.add(figure("validate.repetitions.mex-none", what, tally.counted, "1"));
          } else if (!unclear) {
            figures.add(figure("validate.repetitions.mex-files", what, tally.recordings, "1"));
            figures.add(figure("validate.repetitions.mex-exact", what, tally.exact, "1"));
            figures.add(figure("validate.repetitions.mex-one", what, tally.withinOne, "1"));
          }
        });
    return figures;
  }

  private static String certain(String how) {
    return Texts.get("validate.repetitions.certain." + (how.equals("+-1") ? "about" : how));
  }

  private static Figure figure(String words, String what, int value, String unit) {
    return Figure.info(
        Texts.get(words, what), value, unit, Origin.MEASURED, Texts.get("validate.source.mex"));
  }
}
