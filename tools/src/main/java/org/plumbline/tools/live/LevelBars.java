package org.plumbline.tools.live;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.plumbline.analyzer.LiveState.Level;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.tools.run.VerdictWords;

/** Envelopes of the muscles now, left beside right; gluteals first, then hamstrings. */
final class LevelBars extends JComponent {
  /** Gluteals, hamstrings, others. */
  private static final List<Color> COLOURS =
      List.of(new Color(0x2B6CB0), new Color(0x9A5B13), new Color(0x6B7683));

  private static final int BLOCK = 76;

  private static final Comparator<Muscle> ORDER =
      Comparator.comparingInt(LevelBars::group).thenComparing(Comparator.naturalOrder());

  private Map<Muscle, List<Level>> muscles = Map.of();
  private Map<String, Double> scales = Map.of();

  LevelBars() {
    setPreferredSize(new Dimension(250, 2 * BLOCK + 8));
  }

  void show(SessionView view) {
    Map<Muscle, List<Level>> byMuscle = new TreeMap<>(ORDER);
    for (Level level : view.live().levels()) {
      if (Location.parse(level.muscle()) instanceof Location.OnMuscle on) {
        byMuscle.merge(on.muscle(), List.of(level), LevelBars::joined);
      }
    }
    if (byMuscle.size() != muscles.size()) {
      setPreferredSize(new Dimension(250, Math.max(2, byMuscle.size()) * BLOCK + 8));
      revalidate();
    }
    muscles = byMuscle;
    scales = view.scales();
    repaint();
  }

  private static List<Level> joined(List<Level> some, List<Level> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** 0 for gluteals, 1 for hamstrings, 2 for the rest. */
  private static int group(Muscle muscle) {
    if (muscle == Muscle.GLUTEUS_MAXIMUS || muscle == Muscle.GLUTEUS_MEDIUS) {
      return 0;
    }
    return muscle.isHamstring() ? 1 : 2;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = Look.smooth(graphics);
    if (muscles.isEmpty()) {
      canvas.setFont(Look.font(Font.PLAIN, 12f));
      canvas.setColor(Look.QUIET);
      canvas.drawString(Look.fit(canvas, Texts.get("window.levels.none"), getWidth() - 4), 2, 20);
    }
    int top = 0;
    for (Map.Entry<Muscle, List<Level>> entry : muscles.entrySet()) {
      paintMuscle(canvas, entry.getKey(), entry.getValue(), top);
      top += BLOCK;
    }
    canvas.dispose();
  }

  private void paintMuscle(Graphics2D canvas, Muscle muscle, List<Level> levels, int top) {
    canvas.setFont(Look.font(Font.BOLD, 12.5f));
    canvas.setColor(Look.INK);
    canvas.drawString(VerdictWords.place(muscle.id()), 0, top + 14);
    Color colour = COLOURS.get(group(muscle));
    paintSide(canvas, levels, Side.LEFT, top + 20, colour);
    paintSide(canvas, levels, Side.RIGHT, top + 42, colour);
  }

  private void paintSide(Graphics2D canvas, List<Level> levels, Side side, int top, Color colour) {
    canvas.setFont(Look.font(Font.PLAIN, 12f));
    canvas.setColor(Look.QUIET);
    canvas.drawString(Texts.get("window.side." + side.id()), 0, top + 14);
    int left = 38;
    int text = 108;
    double width = Math.max(30, getWidth() - left - text);
    canvas.setColor(Look.TRACK);
    canvas.fill(new RoundRectangle2D.Double(left, top + 3, width, 13, 6, 6));
    Level level =
        levels.stream()
            .filter(candidate -> candidate.muscle().startsWith(side.id() + "-"))
            .findFirst()
            .orElse(new Level("", Double.NaN, ""));
    double scale = scales.getOrDefault(level.unit(), 0.0);
    String value = Texts.get("window.level.unknown");
    if (Double.isFinite(level.value())) {
      value = text(level);
      double share = scale > 0 ? Math.min(1, Math.max(0, level.value() / scale)) : 0;
      canvas.setColor(colour);
      canvas.fill(new RoundRectangle2D.Double(left, top + 3, width * share, 13, 6, 6));
    }
    canvas.setColor(Look.INK);
    canvas.drawString(Look.fit(canvas, value, text - 6), (int) (left + width + 7), top + 14);
  }

  /** Microvolts for volts: nobody reads 0.000 083 V. */
  private static String text(Level level) {
    if (level.unit().equals("V")) {
      return Texts.number(level.value() * 1e6, 0) + " µV";
    }
    return Texts.number(level.value(), VerdictWords.decimals(level.unit()))
        + VerdictWords.unit(level.unit());
  }
}
