package org.plumbline.tools.live;

import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.text.Texts;

/** The whole content of the window; shows one {@link SessionView} at a time. Swing's thread. */
final class SessionPanel extends JPanel {
  private final HeaderBar header = new HeaderBar();
  private final RepetitionCounter counter = new RepetitionCounter();
  private final SensorLights sensors = new SensorLights();
  private final QualityStrip strip = new QualityStrip();
  private final FindingCard finding = new FindingCard();
  private final LevelBars levels = new LevelBars();
  private final JLabel problem = Look.label(" ", Font.PLAIN, 12f, Look.INK);
  private final ControlBar controls;

  SessionPanel(SessionControls sessionControls) {
    super(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow, fill]", "[][grow, fill][]"));
    setBackground(Look.PAGE);
    controls = new ControlBar(sessionControls);
    add(header);
    add(body());
    add(controls);
  }

  private JPanel body() {
    JPanel body =
        new JPanel(
            new MigLayout(
                "insets 12, fill, gap 10",
                "[220:250:270, fill][grow, fill][250:300:330, fill]",
                "[fill][grow, fill]"));
    body.setOpaque(false);
    JPanel left =
        Look.card(Texts.get("window.count"), "fill, insets 2", "[grow, fill]", "[][grow, fill]");
    left.add(counter, "grow");
    JPanel centre =
        Look.card(Texts.get("window.strip"), "fill, insets 2", "[grow, fill]", "[][grow, top]");
    centre.add(scrolled(strip), "grow, wmin 200");
    JPanel right =
        Look.card(Texts.get("window.levels"), "fill, insets 2", "[grow, fill]", "[][grow, top]");
    right.add(scrolled(levels), "grow, wmin 100");
    JPanel lights =
        Look.card(Texts.get("window.sensors"), "fill, insets 2", "[grow, fill]", "[][grow, top]");
    lights.add(scrolled(sensors), "grow, wmin 100");
    JPanel last =
        Look.card(
            Texts.get("window.finding"),
            "fill, insets 2, wrap 1",
            "[grow, fill]",
            "[][grow, fill][]");
    last.add(finding, "grow, wmin 100");
    last.add(problem, "wmin 50");
    body.add(left);
    body.add(centre);
    body.add(right, "spany 2, wrap");
    body.add(lights);
    body.add(last);
    return body;
  }

  /** Puts a view on the screen. */
  void show(SessionView view) {
    header.show(view);
    counter.show(view);
    sensors.show(view);
    strip.show(view);
    finding.show(view);
    levels.show(view);
    controls.show(view);
    String text = view.problem().orElse(" ");
    if (!problem.getText().equals(text)) {
      problem.setText(text);
      problem.setToolTipText(text);
    }
  }

  private static JScrollPane scrolled(javax.swing.JComponent content) {
    JScrollPane pane = new JScrollPane(content);
    pane.setBorder(null);
    pane.getViewport().setBackground(Look.CARD);
    pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.getVerticalScrollBar().setUnitIncrement(16);
    return pane;
  }
}
