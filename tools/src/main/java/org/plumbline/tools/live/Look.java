package org.plumbline.tools.live;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import javax.swing.border.Border;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.chart.OutcomeMark;

/** Colours, letters and cards that all parts of the window share. */
final class Look {
  static final Color PAGE = new Color(0xF3F5F8);
  static final Color CARD = Color.WHITE;
  static final Color LINE = new Color(0xDDE2E9);
  static final Color INK = new Color(0x1B2430);
  static final Color QUIET = new Color(0x5B6675);
  static final Color TRACK = new Color(0xE8ECF1);
  static final Color ACCENT = new Color(0x2B5C8A);
  static final Color PAIN = new Color(0xB3261E);

  private Look() {}

  /** Installs FlatLaf; before the first component is made. */
  static void install() {
    FlatLightLaf.setup();
    UIManager.put("Button.arc", 10);
    UIManager.put("Component.focusWidth", 1);
  }

  /** The window's letter in a size and weight. */
  static Font font(int style, float points) {
    Font base = UIManager.getFont("Label.font");
    return (base == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 13) : base)
        .deriveFont(style, points);
  }

  /** A white card with a title; its rows below take the rest. */
  static JPanel card(String title, String rows) {
    return card(title(title), rows);
  }

  static JPanel card(JLabel title, String rows) {
    JPanel card = new JPanel(new MigLayout("fill, insets 2, wrap 1", "[grow, fill]", rows));
    card.setBackground(CARD);
    card.setBorder(cardBorder());
    card.add(title, "wmin 20");
    return card;
  }

  static Border cardBorder() {
    return BorderFactory.createCompoundBorder(
        BorderFactory.createLineBorder(LINE, 1, true), BorderFactory.createEmptyBorder(6, 8, 8, 8));
  }

  static JLabel title(String text) {
    return label(text, Font.BOLD, 12f, QUIET);
  }

  static JLabel label(String text, int style, float points, Color colour) {
    JLabel label = new JLabel(text);
    label.setFont(font(style, points));
    label.setForeground(colour);
    return label;
  }

  /** A canvas with smooth edges and letters; the caller disposes of it. */
  static Graphics2D smooth(Graphics graphics) {
    Graphics2D canvas = (Graphics2D) graphics.create();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return canvas;
  }

  /** Draws a mark around a point, {@code size} pixels wide. */
  static void paintMark(Graphics2D canvas, OutcomeMark mark, double x, double y, double size) {
    Graphics2D own = (Graphics2D) canvas.create();
    own.translate(x, y);
    own.setColor(mark.color());
    if (mark.filled()) {
      own.fill(mark.shape(size));
    } else {
      own.setStroke(new BasicStroke((float) (size / 7)));
      own.draw(mark.shape(size));
    }
    own.dispose();
  }

  /** {@code text} in lines of at most {@code width} pixels, broken at spaces. */
  static List<String> lines(Graphics2D canvas, String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && canvas.getFontMetrics().stringWidth(longer) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** {@code text} cut with an ellipsis to {@code width} pixels of the canvas' letter. */
  static String fit(Graphics2D canvas, String text, int width) {
    if (canvas.getFontMetrics().stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && canvas.getFontMetrics().stringWidth(text.substring(0, end) + "…") > width) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
