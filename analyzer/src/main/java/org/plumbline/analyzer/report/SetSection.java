package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.chart.CurveOverlay;
import org.plumbline.analyzer.chart.MuscleLevels;
import org.plumbline.analyzer.chart.Picture;
import org.plumbline.analyzer.chart.QualityStrip;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SetPlace;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/**
 * A set of the page.
 *
 * @param circumstances block of the protocol, side, load and what it was compared with
 */
record SetSection(
    int index,
    String exercise,
    String circumstances,
    SetSummary summary,
    Figure strip,
    List<Figure> charts,
    SetTables tables) {

  /**
   * A picture in the page.
   *
   * @param svg trusted: made by the chart package, which escapes what it writes
   */
  record Figure(String svg, String description) {
    private static Figure of(Picture picture, String id) {
      return new Figure(picture.svg(id), picture.description());
    }
  }

  /**
   * The section of a set.
   *
   * @param place where it stands in the page, from 1; makes the ids of its pictures unique
   */
  static SetSection of(SetResult set, int place) {
    String prefix = "set" + place + "-";
    List<Figure> charts = new ArrayList<>();
    for (Picture picture : MuscleLevels.of(set)) {
      charts.add(Figure.of(picture, prefix + "levels" + charts.size()));
    }
    for (CurveOverlay.Key key : CurveOverlay.curvesOf(set)) {
      if (TablesOnly.curve(key.name())) {
        continue;
      }
      charts.add(Figure.of(CurveOverlay.of(set, key), prefix + "curve" + charts.size()));
    }
    return new SetSection(
        set.index(),
        set.titles().exercise(),
        circumstances(set),
        SetSummary.of(set),
        Figure.of(QualityStrip.of(set), prefix + "strip"),
        charts,
        SetTables.of(set));
  }

  private static String circumstances(SetResult set) {
    List<String> parts = new ArrayList<>();
    set.place()
        .map(SetPlace::planned)
        .ifPresent(
            place ->
                parts.add(
                    Texts.get(
                        "report.block", place.block().name(), place.set(), place.block().sets())));
    parts.add(Names.measuredSide(set.side()));
    set.loadKg().ifPresent(kg -> parts.add(Texts.get("report.load", Shown.plain(kg))));
    if (!set.titles().variant().isEmpty()) {
      parts.add(set.titles().variant());
    }
    String baseline = "report.baseline." + set.baseline();
    parts.add(Texts.has(baseline) ? Texts.get(baseline) : set.baseline());
    return String.join(" · ", parts);
  }
}
