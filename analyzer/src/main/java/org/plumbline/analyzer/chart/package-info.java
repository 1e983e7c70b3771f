/**
 * Pictures of a {@link org.plumbline.analyzer.result.SessionResult} and moving traces for a live
 * window.
 *
 * <p>The only user of JFreeChart; callers see {@link org.plumbline.analyzer.chart.Picture}, which
 * draws itself into any {@code Graphics2D} (a Swing component, a page), an image or SVG text. No
 * display is needed. Outcomes differ by shape as well as by colour; all colours come from {@link
 * org.plumbline.analyzer.chart.Palette}. Nothing is concluded here: limits, outcomes and findings
 * are drawn as the result has them.
 *
 * <pre>
 * SetResult ─┬─▶ QualityStrip  ─┐
 *            ├─▶ CurveOverlay  ─┼─▶ Picture ─▶ Graphics2D, image, SVG
 *            └─▶ MuscleLevels  ─┘
 * samples ────▶ LiveTrace (ring buffer) ─▶ Graphics2D
 * </pre>
 */
@NullMarked
package org.plumbline.analyzer.chart;

import org.jspecify.annotations.NullMarked;
