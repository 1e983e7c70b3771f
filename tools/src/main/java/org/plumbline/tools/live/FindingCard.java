package org.plumbline.tools.live;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;

/** The last finding with the figures it rests on, and what the last repetition alone says. */
final class FindingCard extends JPanel {
  private static final int MOST_EVIDENCE_LINES = 5;

  /** A paragraph: its words, letter and colour. */
  private record Paragraph(String words, int style, float points, Color colour, int above) {}

  /** A verdict that a finding rests on. */
  private record Line(int repetition, Verdict.Assessed verdict) {
    /**
     * Its words.
     *
     * @param same whether the line before has named the metric
     */
    private String words(boolean same) {
      boolean plain = verdict.at().isEmpty() || verdict.at().equals(Names.metric(verdict.metric()));
      return Texts.get(
          plain ? "window.finding.evidence" : "window.finding.evidence.at",
          repetition,
          same ? VerdictWords.evidence(verdict) : VerdictWords.named(verdict),
          verdict.at());
    }
  }

  private List<Paragraph> paragraphs = List.of();

  FindingCard() {
    setOpaque(false);
    setPreferredSize(new Dimension(400, 190));
    setMinimumSize(new Dimension(150, 120));
  }

  void show(SessionView view) {
    List<Paragraph> now = new ArrayList<>();
    Optional<Finding> finding = view.lastFinding();
    String title = finding.map(VerdictWords::title).orElse(Texts.get("window.finding.none"));
    String text = finding.map(Finding::text).orElse(Texts.get("window.finding.rule"));
    now.add(new Paragraph(title, Font.BOLD, 16f, Look.INK, 0));
    now.add(new Paragraph(text, Font.PLAIN, 13f, Look.INK, 4));
    List<String> evidence =
        finding.map(found -> evidenceOf(found, view.repetitions())).orElse(List.of());
    for (int i = 0; i < evidence.size(); i++) {
      now.add(new Paragraph(evidence.get(i), Font.PLAIN, 12f, Look.QUIET, i == 0 ? 8 : 1));
    }
    if (view.findings().size() > 1) {
      now.add(new Paragraph(others(view), Font.PLAIN, 12f, Look.INK, 4));
    }
    noteOf(view.repetitions())
        .ifPresent(note -> now.add(new Paragraph(note, Font.PLAIN, 12f, Look.INK, 4)));
    if (!now.equals(paragraphs)) {
      paragraphs = now;
      getAccessibleContext().setAccessibleDescription(words());
      repaint();
    }
  }

  private static String others(SessionView view) {
    List<Finding> all = view.findings();
    return Texts.get(
        "window.finding.others",
        all.subList(0, all.size() - 1).stream()
            .map(VerdictWords::title)
            .collect(Collectors.joining("; ")));
  }

  private String words() {
    return paragraphs.stream().map(Paragraph::words).collect(Collectors.joining("\n"));
  }

  private static List<String> evidenceOf(Finding finding, List<RepetitionResult> repetitions) {
    List<String> lines = new ArrayList<>();
    List<Line> read = new ArrayList<>();
    Optional<String> source = Optional.empty();
    for (RepetitionResult repetition : repetitions) {
      for (Verdict verdict : repetition.verdicts()) {
        if (verdict instanceof Verdict.Assessed assessed
            && verdict.rule().equals(finding.rule())
            && verdict.side() == finding.side()
            && finding.repetitions().contains(repetition.index())) {
          read.add(new Line(repetition.index(), assessed));
          source =
              Optional.of(Texts.get("window.finding.source", assessed.source(), assessed.grade()));
        }
      }
    }
    int from = Math.max(0, read.size() - MOST_EVIDENCE_LINES);
    String metric = "";
    for (Line line : read.subList(from, read.size())) {
      boolean same = line.verdict().metric().equals(metric);
      lines.add(line.words(same));
      metric = line.verdict().metric();
    }
    source.ifPresent(lines::add);
    return lines;
  }

  private static Optional<String> noteOf(List<RepetitionResult> repetitions) {
    if (repetitions.isEmpty()) {
      return Optional.empty();
    }
    RepetitionResult last = repetitions.get(repetitions.size() - 1);
    if (last.verdicts().isEmpty()) {
      return Optional.of(Texts.get("window.note.untold", last.index()));
    }
    String beyond =
        last.verdicts().stream()
            .filter(verdict -> verdict.outcome() == Outcome.VIOLATED)
            .map(verdict -> Names.ruleAndSide(verdict.rule(), verdict.side()))
            .collect(Collectors.joining("; "));
    return Optional.of(
        beyond.isEmpty()
            ? Texts.get("window.note.clear", last.index())
            : Texts.get("window.note", last.index(), beyond));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = Look.smooth(graphics);
    int y = 0;
    for (Paragraph paragraph : paragraphs) {
      canvas.setFont(Look.font(paragraph.style(), paragraph.points()));
      canvas.setColor(paragraph.colour());
      y += paragraph.above();
      for (String line : Look.lines(canvas, paragraph.words(), getWidth() - 4)) {
        y += canvas.getFontMetrics().getHeight();
        canvas.drawString(line, 0, y - canvas.getFontMetrics().getDescent());
      }
    }
    canvas.dispose();
  }
}
