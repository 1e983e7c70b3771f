package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * What was measured in one repetition and, for what was not, why not. Filled once, in the order of
 * the report.
 */
public final class Measurements {

  /** No segment turns further against the vertical, and no joint as far. */
  private static final double MOST_DEG = 180;

  private final List<Metric> metrics = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  private final List<Place> places = new ArrayList<>();

  private record Place(String metric, Side side, String text) {}

  private record Missing(String metric, Side side, Reason reason) {}

  /**
   * Takes a figure. An angle that no joint can have is none: whatever made it, what it says of the
   * person is wrong.
   */
  public void add(Metric metric) {
    if (metric.unit().equals("deg") && Math.abs(metric.value()) > MOST_DEG) {
      String degrees = Texts.number(metric.value(), 0);
      missing(
          metric.name(),
          metric.side(),
          new Reason("impossible", Texts.get("reason.impossible", degrees)));
    } else {
      metrics.add(metric);
    }
  }

  public void add(Curve curve) {
    curves.add(curve);
  }

  /** Says why a metric of a side is not there; the first reason stands. */
  public void missing(String metric, Side side, Reason reason) {
    missing.add(new Missing(metric, side, reason));
  }

  /** Says where in the repetition a metric was read, for people. */
  public void place(String metric, Side side, String text) {
    places.add(new Place(metric, side, text));
  }

  /** Where in the repetition a metric was read; empty when it is about the whole of it. */
  public String place(Metric metric) {
    return places.stream()
        .filter(place -> place.metric().equals(metric.name()) && place.side() == metric.side())
        .map(Place::text)
        .findFirst()
        .orElse("");
  }

  public Optional<Metric> metric(String name, Side side) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name) && metric.side() == side)
        .findFirst();
  }

  /** Why a metric is not there. */
  public Optional<Reason> reason(String name, Side side) {
    return missing.stream()
        .filter(gone -> gone.metric().equals(name) && gone.side() == side)
        .map(Missing::reason)
        .findFirst();
  }

  public List<Metric> metrics() {
    return List.copyOf(metrics);
  }

  public List<Curve> curves() {
    return List.copyOf(curves);
  }
}
