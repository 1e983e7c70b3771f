package org.plumbline.analyzer.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds marks in a picture: connected pixels of exactly one colour. */
final class ColoredMarks {

  /** A mark: its bounds and its pixels per row, top to bottom. */
  record Mark(int left, int top, int right, int bottom, List<Integer> rowWidths) {
    double centerX() {
      return (left + right) / 2.0;
    }

    double centerY() {
      return (top + bottom) / 2.0;
    }
  }

  private ColoredMarks() {}

  /** All marks of a colour with at least {@code leastPixels}, from left to right. */
  static List<Mark> of(BufferedImage image, Color color, int leastPixels) {
    boolean[][] seen = new boolean[image.getHeight()][image.getWidth()];
    List<Mark> marks = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (!seen[y][x] && is(image, x, y, color)) {
          List<int[]> pixels = flood(image, x, y, color, seen);
          if (pixels.size() >= leastPixels) {
            marks.add(mark(pixels));
          }
        }
      }
    }
    marks.sort(Comparator.comparingInt(Mark::left));
    return marks;
  }

  /** Whether a pixel has the colour. */
  static boolean is(BufferedImage image, int x, int y, Color color) {
    return (image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF);
  }

  /** Mean height of the pixels of a colour in a column; NaN without any. */
  static double meanY(BufferedImage image, int x, Color color) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      if (is(image, x, y, color)) {
        sum += y;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static List<int[]> flood(
      BufferedImage image, int startX, int startY, Color color, boolean[][] seen) {
    List<int[]> pixels = new ArrayList<>();
    Deque<int[]> open = new ArrayDeque<>();
    open.add(new int[] {startX, startY});
    seen[startY][startX] = true;
    while (!open.isEmpty()) {
      int[] at = open.remove();
      pixels.add(at);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int x = at[0] + dx;
          int y = at[1] + dy;
          boolean inside = x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
          if (inside && !seen[y][x] && is(image, x, y, color)) {
            seen[y][x] = true;
            open.add(new int[] {x, y});
          }
        }
      }
    }
    return pixels;
  }

  private static Mark mark(List<int[]> pixels) {
    int left = pixels.stream().mapToInt(p -> p[0]).min().orElseThrow();
    int right = pixels.stream().mapToInt(p -> p[0]).max().orElseThrow();
    int top = pixels.stream().mapToInt(p -> p[1]).min().orElseThrow();
    int bottom = pixels.stream().mapToInt(p -> p[1]).max().orElseThrow();
    List<Integer> widths = new ArrayList<>(Collections.nCopies(bottom - top + 1, 0));
    pixels.forEach(p -> widths.set(p[1] - top, widths.get(p[1] - top) + 1));
    return new Mark(left, top, right, bottom, List.copyOf(widths));
  }
}
