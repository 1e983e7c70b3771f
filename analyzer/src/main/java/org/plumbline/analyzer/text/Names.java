package org.plumbline.analyzer.text;

import java.util.Locale;
import org.plumbline.device.log.Side;

/**
 * What people call the things that programs know by an id. An id the bundle does not have (a new
 * exercise of a clinic, a metric of a newer version) is shown as it is, split into words.
 */
public final class Names {

  private Names() {}

  /** What a calibration was made from, by the id of its origin. */
  public static String calibration(String origin) {
    return of("calibration.", origin);
  }

  /** {@code "Knee inward (valgus)"}. */
  public static String rule(String id) {
    return of("rule.", id);
  }

  /** {@code "Knee inward (valgus), left"}; the midline is not said. */
  public static String ruleAndSide(String id, Side side) {
    return withSide(rule(id), side);
  }

  /** {@code "Knee flexion, peak"}. */
  public static String metric(String name) {
    return of("metric.", name);
  }

  /** {@code "Knee flexion"}. */
  public static String curve(String name) {
    return of("curve.", name);
  }

  /** {@code "inward is positive"}; empty where nothing needs saying. */
  public static String curveDirection(String name) {
    String key = "curve." + name + ".direction";
    return Texts.has(key) ? Texts.get(key) : "";
  }

  /** {@code "Squat"}. */
  public static String exercise(String id) {
    return of("exercise.", id);
  }

  /** {@code "Banded"}. */
  public static String variant(String id) {
    return of("variant.", id);
  }

  /** {@code "Gluteus maximus"}. */
  public static String muscle(String id) {
    return of("muscle.", id);
  }

  /** Where something is worn, within a sentence: {@code "right gluteus maximus"}. */
  public static String place(String location) {
    return location.replace('-', ' ');
  }

  /** {@code "right side"}, {@code "both sides"}. */
  public static String measuredSide(String id) {
    return of("side.measured.", id);
  }

  /** {@code "left"}; empty for the midline. */
  public static String side(Side side) {
    return side == Side.MIDLINE ? "" : Texts.get("side." + side.id());
  }

  /** {@code name}, and behind a comma the side unless it is the midline. */
  public static String withSide(String name, Side side) {
    return side == Side.MIDLINE ? name : name + ", " + side(side);
  }

  /** A unit as it stands behind a number: {@code "°"}, {@code " s"}, {@code " %MVIC"}. */
  public static String unitBehind(String unit) {
    return switch (unit) {
      case "deg" -> "°";
      case "1", "" -> "";
      default -> " " + unit;
    };
  }

  /** A unit behind the name of an axis: {@code " (°)"}; empty where there is none. */
  public static String unitOnAxis(String unit) {
    String behind = unitBehind(unit).strip();
    return behind.isEmpty() ? "" : " (" + behind + ")";
  }

  /** The axis of a panel: {@code "left (%MVIC)"}. */
  public static String panel(Side side, String unit) {
    return side(side) + unitOnAxis(unit);
  }

  private static String of(String prefix, String id) {
    return Texts.has(prefix + id) ? Texts.get(prefix + id) : spaced(id);
  }

  /** {@code kneeFlexionPeak} and {@code knee-flexion-peak} to {@code Knee flexion peak}. */
  private static String spaced(String id) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (i == 0) {
        words.append(Character.toUpperCase(c));
      } else if (Character.isUpperCase(c) && Character.isLowerCase(id.charAt(i - 1))) {
        words.append(' ').append(id.substring(i, i + 1).toLowerCase(Locale.ROOT));
      } else {
        words.append(c == '-' || c == '_' ? ' ' : c);
      }
    }
    return words.toString();
  }
}
