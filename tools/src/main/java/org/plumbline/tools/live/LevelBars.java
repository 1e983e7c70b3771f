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
import org.plumbline.analyzer.chart.Palette;
import org.plumbline.analyzer.result.LiveState.Level;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.tools.run.VerdictWords;

/** Envelopes of the muscles now, left beside right; gluteals first, then hamstrings. */
final class LevelBars extends JComponent {
  private static final Comparator<Muscle> ORDER =
      Comparator.comparingInt(LevelBars::group).thenComparing(Comparator.naturalOrder());

  private static final int BLOCK = 74;
  private static final int SIDE_WIDTH = 40;
  private static final int VALUE_WIDTH = 62;

  private Map<Muscle, List<Level>> muscles = Map.of();
  private Map<String, Double> scales = Map.of();

  LevelBars() {
    setPreferredSize(new Dimension(250, 2 * BLOCK));
  }

  void show(SessionView view) {
    Map<Muscle, List<Level>> byMuscle = new TreeMap<>(ORDER);
    for (Level level : view.live().levels()) {
      if (Location.parse(level.muscle()) instanceof Location.OnMuscle on) {
        byMuscle.merge(on.muscle(), List.of(level), LevelBars::joined);
      }
    }
    if (byMuscle.size() != muscles.size()) {
      setPreferredSize(new Dimension(250, Math.max(1, byMuscle.size()) * BLOCK));
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

  /** The left side is lighter, in bars and in traces. */
  static Color colour(Muscle muscle, Side side) {
    Color colour = Palette.muscle(muscle);
    if (side != Side.LEFT) {
      return colour;
    }
    return new Color(
        (colour.getRed() + 255) / 2, (colour.getGreen() + 255) / 2, (colour.getBlue() + 255) / 2);
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
    paintSide(canvas, muscle, levels, Side.LEFT, top + 20);
    paintSide(canvas, muscle, levels, Side.RIGHT, top + 42);
  }

  private void paintSide(Graphics2D canvas, Muscle muscle, List<Level> levels, Side side, int top) {
    canvas.setFont(Look.font(Font.PLAIN, 12f));
    canvas.setColor(Look.QUIET);
    canvas.drawString(Texts.get("window.side." + side.id()), 0, top + 14);
    double width = Math.max(30, getWidth() - SIDE_WIDTH - VALUE_WIDTH);
    canvas.setColor(Look.TRACK);
    canvas.fill(new RoundRectangle2D.Double(SIDE_WIDTH, top + 3, width, 13, 6, 6));
    Level level =
        levels.stream()
            .filter(candidate -> candidate.muscle().startsWith(side.id() + "-"))
            .findFirst()
            .orElse(new Level("", Double.NaN, ""));
    double scale = scales.getOrDefault(level.unit(), 0.0);
    String value = Texts.get("window.level.unknown");
    if (Double.isFinite(level.value())) {
      value = value(level);
      double share = scale > 0 ? Math.min(1, Math.max(0, level.value() / scale)) : 0;
      canvas.setColor(colour(muscle, side));
      canvas.fill(new RoundRectangle2D.Double(SIDE_WIDTH, top + 3, width * share, 13, 6, 6));
    }
    canvas.setColor(Look.INK);
    canvas.drawString(value, (int) (SIDE_WIDTH + width + 7), top + 14);
  }

  /** Microvolts for volts: nobody reads 0.000 083 V. */
  private static String value(Level level) {
    if (level.unit().equals("V")) {
      return Texts.number(level.value() * 1e6, 0) + " µV";
    }
    String number = Texts.number(level.value(), VerdictWords.decimals(level.unit()));
    return level.unit().startsWith("%") ? number + " %" : number + Names.unitBehind(level.unit());
  }
}
