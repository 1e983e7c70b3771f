package org.plumbline.tools.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.chart.LiveTrace;
import org.plumbline.analyzer.result.LiveState.Level;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.tools.run.VerdictWords;

/** The whole content of the window; shows one {@link SessionView} at a time. Swing's thread. */
final class SessionPanel extends JPanel {
  /** A little above the deepest so far. */
  private static final double MOVEMENT_HIGH_PERCENT = 120;

  private final HeaderBar header = new HeaderBar();
  private final RepetitionCounter counter = new RepetitionCounter();
  private final SensorLights sensors = new SensorLights();
  private final QualityStrip strip = new QualityStrip();
  private final FindingCard finding = new FindingCard();
  private final LevelBars levels = new LevelBars();
  private final JLabel levelsTitle = Look.title(Texts.get("window.levels"));
  private final TraceView movement = new TraceView();
  private final TraceView history = new TraceView();
  private final SetUpBar setUp;
  private final ControlBar controls;

  SessionPanel(SessionControls sessionControls) {
    super(new MigLayout("insets 0, fill, gap 0", "[grow, fill]", "[][][grow, fill][]"));
    setBackground(Look.PAGE);
    controls = new ControlBar(sessionControls);
    setUp =
        new SetUpBar(
            sessionControls instanceof SessionControls.Recording recording
                ? recording.guide()
                : Optional.empty());
    // Cells by number, so that a bar that is not shown moves nothing.
    add(header, "cell 0 0");
    add(setUp, "cell 0 1, hidemode 3");
    add(body(), "cell 0 2");
    add(controls, "cell 0 3");
  }

  private JPanel body() {
    JPanel body =
        new JPanel(
            new MigLayout(
                "insets 10, fill, gap 10",
                "[210:240:260, fill][grow, fill][240:290:320, fill]",
                "[grow, fill]"));
    body.setOpaque(false);
    body.add(column("[][grow, fill]", count(), lights()));
    body.add(
        column(
            "[][grow 40, 100:150, fill][grow 60, 150:210, fill]", quality(), movement(), last()));
    body.add(column("[][grow, fill]", activity(), history()));
    return body;
  }

  private static JPanel column(String rows, JPanel... cards) {
    JPanel column =
        new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 10", "[grow, fill]", rows));
    column.setOpaque(false);
    for (JPanel card : cards) {
      column.add(card, "wmin 100");
    }
    return column;
  }

  private JPanel count() {
    JPanel card = Look.card(Texts.get("window.count"), "[][grow, fill]");
    card.add(counter, "grow");
    return card;
  }

  private JPanel lights() {
    JPanel card = Look.card(Texts.get("window.sensors"), "[][grow, top]");
    card.add(scrolled(sensors), "grow, wmin 100");
    return card;
  }

  private JPanel quality() {
    JPanel card = Look.card(Texts.get("window.strip"), "[][grow, top]");
    card.add(strip, "grow, wmin 200");
    return card;
  }

  private JPanel movement() {
    JPanel card = Look.card(Texts.get("window.movement"), "[][grow, fill]");
    card.add(movement, "grow");
    return card;
  }

  private JPanel last() {
    JPanel card = Look.card(Texts.get("window.finding"), "[][grow, fill]");
    card.add(finding, "grow, wmin 100");
    return card;
  }

  private JPanel activity() {
    JPanel card = Look.card(levelsTitle, "[][grow, top]");
    card.add(levels, "grow, wmin 100");
    return card;
  }

  private JPanel history() {
    JPanel card = Look.card(Texts.get("window.history"), "[][grow, fill]");
    card.add(history, "grow");
    return card;
  }

  /** Puts a view on the screen. */
  void show(SessionView view) {
    header.show(view);
    setUp.show(view);
    counter.show(view);
    sensors.show(view);
    strip.show(view);
    finding.show(view);
    levels.show(view);
    controls.show(view);
    showTraces(view);
  }

  private void showTraces(SessionView view) {
    double seconds = view.live().sessionNanos() / 1e9;
    movement.show(
        seconds,
        List.of(new LiveTrace.Channel(Texts.get("window.movement"), Look.ACCENT)),
        "%",
        MOVEMENT_HIGH_PERCENT,
        new double[] {100 * view.live().repetitionProgress()});
    List<LiveTrace.Channel> muscles = new ArrayList<>();
    List<Level> shown = new ArrayList<>();
    for (Level level : view.live().levels()) {
      boolean sameUnit = shown.isEmpty() || shown.get(0).unit().equals(level.unit());
      if (sameUnit && Location.parse(level.muscle()) instanceof Location.OnMuscle on) {
        muscles.add(
            new LiveTrace.Channel(
                VerdictWords.place(level.muscle()), LevelBars.colour(on.muscle(), on.side())));
        shown.add(level);
      }
    }
    if (!shown.isEmpty()) {
      levelsTitle.setText(Texts.get("window.levels.unit", unitName(shown.get(0))));
      String unit = shown.get(0).unit();
      double factor = unit.equals("V") ? 1e6 : 1;
      double high = factor * view.scales().getOrDefault(unit, 0.0);
      double[] now = shown.stream().mapToDouble(level -> factor * level.value()).toArray();
      history.show(seconds, muscles, unitName(shown.get(0)), rounded(high), now);
    }
  }

  private static String unitName(Level level) {
    return level.unit().equals("V") ? "µV" : level.unit();
  }

  /** Up to the next of 1, 2, 5, 10, 20 ..., so that an axis seldom changes. */
  private static double rounded(double high) {
    if (!(high > 0)) {
      return 0;
    }
    double step = 1;
    while (step < high) {
      step *= step * 2 >= high ? 2 : 5;
    }
    return Math.max(high, step);
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
