package org.plumbline.tools.live;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;
import org.plumbline.tools.run.VerdictWords;

/** One mark per repetition and rule: a row for each rule and side, a column for each repetition. */
final class QualityStrip extends JComponent {
  private static final int ROW = 30;

  /** More rows than these share their height. */
  private static final int HIGH_ROWS = 7;

  private static final int LOWEST_ROW = 20;
  private static final int HEAD = 22;
  private static final int LEGEND = 26;
  private static final int WIDEST_NAME = 270;
  private static final int NARROWEST_NAME = 150;
  private static final int LEAST_COLUMNS = 10;
  private static final int WIDEST_COLUMN = 58;
  private static final int NARROWEST_COLUMN = 26;

  /** A rule and the leg it is about. */
  private record Row(String rule, Side side) {
    private String name() {
      return Names.ruleAndSide(rule, side);
    }
  }

  private List<RepetitionResult> repetitions = List.of();
  private List<Row> rows = List.of();
  private int namesWidth = NARROWEST_NAME;

  QualityStrip() {
    setPreferredSize(new Dimension(560, HEAD + 4 * ROW + LEGEND));
    ToolTipManager.sharedInstance().registerComponent(this);
  }

  void show(SessionView view) {
    if (view.repetitions() == repetitions) {
      return;
    }
    repetitions = view.repetitions();
    List<Row> seen = new ArrayList<>();
    for (RepetitionResult repetition : repetitions) {
      for (Verdict verdict : repetition.verdicts()) {
        Row row = new Row(verdict.rule(), verdict.side());
        if (!seen.contains(row)) {
          seen.add(row);
        }
      }
    }
    if (!seen.equals(rows)) {
      rows = seen;
      FontMetrics letters = getFontMetrics(Look.font(Font.PLAIN, 12f));
      int widest =
          rows.stream().mapToInt(row -> letters.stringWidth(row.name()) + 20).max().orElse(0);
      namesWidth = Math.min(WIDEST_NAME, Math.max(NARROWEST_NAME, widest));
      setPreferredSize(new Dimension(560, HEAD + Math.max(4, rows.size()) * rowHeight() + LEGEND));
      revalidate();
    }
    repaint();
  }

  private int rowHeight() {
    return rows.size() <= HIGH_ROWS ? ROW : Math.max(LOWEST_ROW, HIGH_ROWS * ROW / rows.size());
  }

  /** The last repetitions that fit. */
  private List<RepetitionResult> shown() {
    int fit = Math.max(1, (getWidth() - namesWidth - 8) / NARROWEST_COLUMN);
    return repetitions.subList(Math.max(0, repetitions.size() - fit), repetitions.size());
  }

  private double columnWidth(int columns) {
    double width = (getWidth() - namesWidth - 8.0) / Math.max(LEAST_COLUMNS, columns);
    return Math.min(WIDEST_COLUMN, width);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = Look.smooth(graphics);
    List<RepetitionResult> shown = shown();
    double column = columnWidth(shown.size());
    int columns = Math.max(LEAST_COLUMNS, shown.size());
    canvas.setFont(Look.font(Font.PLAIN, 12f));
    for (int r = 0; r < rows.size(); r++) {
      paintRow(canvas, rows.get(r), HEAD + r * rowHeight(), column, columns);
    }
    for (int c = 0; c < columns; c++) {
      boolean done = c < shown.size();
      canvas.setColor(done ? Look.INK : Look.LINE.darker());
      int number = done ? shown.get(c).index() : firstIndex(shown) + c;
      String text = Integer.toString(number);
      int width = canvas.getFontMetrics().stringWidth(text);
      canvas.drawString(text, (int) (namesWidth + column * (c + 0.5) - width / 2.0), HEAD - 7);
      if (done) {
        paintVerdicts(canvas, shown.get(c), namesWidth + column * (c + 0.5), column);
      }
    }
    if (rows.isEmpty()) {
      canvas.setColor(Look.QUIET);
      canvas.drawString(Texts.get("window.strip.empty"), 2, HEAD + ROW - 8);
    }
    paintLegend(canvas);
    canvas.dispose();
  }

  private static int firstIndex(List<RepetitionResult> shown) {
    return shown.isEmpty() ? 1 : shown.get(0).index();
  }

  private void paintRow(Graphics2D canvas, Row row, int top, double column, int columns) {
    canvas.setColor(Look.INK);
    canvas.drawString(Look.fit(canvas, row.name(), namesWidth - 14), 2, top + rowHeight() / 2 + 5);
    canvas.setColor(Look.TRACK);
    canvas.drawLine(0, top, (int) (namesWidth + column * columns), top);
  }

  private void paintVerdicts(
      Graphics2D canvas, RepetitionResult repetition, double x, double column) {
    for (int r = 0; r < rows.size(); r++) {
      Optional<Verdict> verdict = verdictOf(repetition, rows.get(r));
      if (verdict.isPresent()) {
        double size = Math.min(17, Math.min(column * 0.62, rowHeight() * 0.68));
        double y = HEAD + (r + 0.5) * rowHeight();
        Look.paintMark(canvas, OutcomeMark.of(verdict.get()), x, y, size);
      }
    }
  }

  private void paintLegend(Graphics2D canvas) {
    int y = HEAD + Math.max(4, rows.size()) * rowHeight() + LEGEND - 8;
    double x = 8;
    canvas.setFont(Look.font(Font.PLAIN, 10.5f));
    for (OutcomeMark mark : OutcomeMark.values()) {
      String text = Texts.get("window.mark." + mark.id());
      Look.paintMark(canvas, mark, x, y - 4, 11);
      canvas.setColor(Look.QUIET);
      canvas.drawString(text, (int) x + 12, y);
      x += 25 + canvas.getFontMetrics().stringWidth(text);
    }
  }

  private static Optional<Verdict> verdictOf(RepetitionResult repetition, Row row) {
    return repetition.verdicts().stream()
        .filter(verdict -> verdict.rule().equals(row.rule()) && verdict.side() == row.side())
        .findFirst();
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    List<RepetitionResult> shown = shown();
    int column = (int) Math.floor((event.getX() - namesWidth) / columnWidth(shown.size()));
    int row = Math.floorDiv(event.getY() - HEAD, rowHeight());
    if (column < 0 || column >= shown.size() || row < 0 || row >= rows.size()) {
      return "";
    }
    RepetitionResult repetition = shown.get(column);
    return verdictOf(repetition, rows.get(row))
        .map(
            verdict ->
                Texts.get(
                    "window.strip.tip",
                    repetition.index(),
                    Names.ruleAndSide(verdict.rule(), verdict.side()),
                    VerdictWords.sentence(verdict)))
        .orElse("");
  }
}
