package org.plumbline.analyzer.chart;

import java.awt.Color;
import java.util.Locale;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * Every colour of charts, reports and windows. The eight hues are those of Okabe and Ito, "Color
 * Universal Design" (2008), chosen to stay apart for all common kinds of colour vision; here one
 * hue means one thing everywhere. Rules have no colour: there are more rules than hues that can be
 * told apart, so a rule is named in words and its answers are coloured.
 */
public final class Palette {
  /** Satisfied. */
  public static final Color BLUISH_GREEN = new Color(0x009E73);

  /** Violated, amber. */
  public static final Color ORANGE = new Color(0xE69F00);

  /** Violated, red. */
  public static final Color VERMILLION = new Color(0xD55E00);

  /** Gluteals. */
  public static final Color BLUE = new Color(0x0072B2);

  /** Hamstrings. */
  public static final Color REDDISH_PURPLE = new Color(0xCC79A7);

  /** Left side. */
  public static final Color SKY_BLUE = new Color(0x56B4E9);

  /** Text, outlines, limits. */
  public static final Color INK = new Color(0x1B1F24);

  /** Right side. */
  public static final Color SLATE = new Color(0x3D4654);

  /** Within error; secondary text. */
  public static final Color GREY = new Color(0x5B6470);

  /** Not assessable. */
  public static final Color LIGHT_GREY = new Color(0x8C95A0);

  /** Grid lines, frames. */
  public static final Color HAIRLINE = new Color(0xDFE3E8);

  /** Behind everything. */
  public static final Color PAPER = Color.WHITE;

  private Palette() {}

  /** Left is sky blue, right slate, the midline grey. */
  public static Color side(Side side) {
    return switch (side) {
      case LEFT -> SKY_BLUE;
      case RIGHT -> SLATE;
      case MIDLINE -> GREY;
    };
  }

  /** Gluteals blue, hamstrings reddish purple, all others grey. */
  public static Color muscle(Muscle muscle) {
    if (muscle == Muscle.GLUTEUS_MAXIMUS || muscle == Muscle.GLUTEUS_MEDIUS) {
      return BLUE;
    }
    return muscle.isHamstring() ? REDDISH_PURPLE : GREY;
  }

  /** {@code "#0072b2"}. */
  public static String css(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
