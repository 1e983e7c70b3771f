package org.plumbline.tools.validate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures as JSON, one a line: {@code {"figures":[{"name", "value", "unit", "reach", "reached",
 * "data", "source", "asked"}]}}. A name begins with its suite. {@code asked} is {@code "at most"}
 * or {@code "at least"}; it, {@code reach} and {@code reached} are null where nothing is asked. The
 * same figures give the same bytes.
 */
public final class FigureJson {
  private FigureJson() {}

  public static String document(List<SuiteFigures> suites) {
    return suites.stream()
        .flatMap(suite -> suite.figures().stream().map(figure -> line(suite.suite(), figure)))
        .collect(Collectors.joining(",\n", "{\"figures\":[\n", "\n]}\n"));
  }

  private static String line(String suite, Figure figure) {
    return "{\"name\":"
        + quoted(suite + ": " + figure.name())
        + ",\"value\":"
        + FigureDecimals.text(figure.value(), figure.unit())
        + ",\"unit\":"
        + quoted(figure.unit())
        + ",\"reach\":"
        + figure
            .reach()
            .map(reach -> FigureDecimals.text(reach.limit(), figure.unit()))
            .orElse("null")
        + ",\"reached\":"
        + figure.reached().map(String::valueOf).orElse("null")
        + ",\"data\":"
        + quoted(figure.data())
        + ",\"source\":"
        + quoted(figure.source())
        + ",\"asked\":"
        + figure.reach().map(reach -> quoted(reach.asked())).orElse("null")
        + "}";
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
