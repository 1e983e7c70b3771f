package org.plumbline.tools.live;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;

/** The last finding with the figures it rests on, and what the last repetition alone says. */
final class FindingCard extends JPanel {
  private static final int MOST_EVIDENCE_LINES = 5;

  private final JLabel title = Look.label(" ", Font.BOLD, 16f, Look.INK);
  private final JTextArea text = paragraph(13f, Look.INK);
  private final JTextArea evidence = paragraph(12f, Look.QUIET);
  private final JTextArea note = paragraph(12f, Look.QUIET);

  FindingCard() {
    super(new MigLayout("insets 0, fill, wrap 1", "[grow, fill]", "[][][grow, top][]"));
    setOpaque(false);
    add(title);
    add(text, "wmin 50");
    add(evidence, "wmin 50");
    add(note, "wmin 50");
  }

  void show(SessionView view) {
    Optional<Finding> finding = view.lastFinding();
    set(title, finding.map(VerdictWords::title).orElse(Texts.get("window.finding.none")));
    set(text, finding.map(Finding::text).orElse(Texts.get("window.finding.rule")));
    set(evidence, finding.map(found -> evidenceOf(found, view.repetitions())).orElse(""));
    set(note, noteOf(view.repetitions()));
  }

  private static String evidenceOf(Finding finding, List<RepetitionResult> repetitions) {
    List<String> lines = new ArrayList<>();
    String source = "";
    for (RepetitionResult repetition : repetitions) {
      for (Verdict verdict : repetition.verdicts()) {
        if (verdict instanceof Verdict.Assessed assessed
            && verdict.rule().equals(finding.rule())
            && verdict.side() == finding.side()
            && finding.repetitions().contains(repetition.index())) {
          lines.add(
              Texts.get(
                  "window.finding.evidence",
                  repetition.index(),
                  VerdictWords.evidence(assessed),
                  assessed.at()));
          source = Texts.get("window.finding.source", assessed.source(), assessed.grade());
        }
      }
    }
    int from = Math.max(0, lines.size() - MOST_EVIDENCE_LINES);
    List<String> last = new ArrayList<>(lines.subList(from, lines.size()));
    if (!source.isEmpty()) {
      last.add(source);
    }
    return String.join("\n", last);
  }

  private static String noteOf(List<RepetitionResult> repetitions) {
    if (repetitions.isEmpty()) {
      return "";
    }
    RepetitionResult last = repetitions.get(repetitions.size() - 1);
    String beyond =
        last.verdicts().stream()
            .filter(verdict -> verdict.outcome() == Outcome.VIOLATED)
            .map(verdict -> Names.ruleAndSide(verdict.rule(), verdict.side()))
            .collect(Collectors.joining("; "));
    return beyond.isEmpty()
        ? Texts.get("window.note.clear", last.index())
        : Texts.get("window.note", last.index(), beyond);
  }

  private static void set(JLabel label, String value) {
    if (!label.getText().equals(value)) {
      label.setText(value);
    }
  }

  private static void set(JTextArea area, String value) {
    if (!area.getText().equals(value)) {
      area.setText(value);
      area.setVisible(!value.isEmpty());
    }
  }

  private static JTextArea paragraph(float points, java.awt.Color colour) {
    JTextArea area = new JTextArea();
    area.setEditable(false);
    area.setFocusable(false);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setOpaque(false);
    area.setBorder(null);
    area.setFont(Look.font(Font.PLAIN, points));
    area.setForeground(colour);
    return area;
  }
}
