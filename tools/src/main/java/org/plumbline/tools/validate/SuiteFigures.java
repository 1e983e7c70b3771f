package org.plumbline.tools.validate;

import java.util.List;

/** The figures of one suite. */
public record SuiteFigures(String suite, List<Figure> figures) {
  public SuiteFigures {
    figures = List.copyOf(figures);
  }

  /** Whether every figure that something is asked of has reached it. */
  public static boolean allReached(List<SuiteFigures> suites) {
    return suites.stream()
        .flatMap(suite -> suite.figures().stream())
        .allMatch(figure -> figure.reached().orElse(true));
  }
}
