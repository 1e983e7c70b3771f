package org.plumbline.tools.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.protocol.FeedbackSchedule;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.tools.run.SetUpGuide;

/** The window painted into an image, without a screen. */
class SessionPanelTest {

  private static final class Pressed implements SessionControls.Recording {
    private final List<Operator.Action> actions = new ArrayList<>();
    private boolean ended;

    @Override
    public void press(Operator.Action action) {
      actions.add(action);
    }

    @Override
    public void end() {
      ended = true;
    }
  }

  @BeforeAll
  static void look() {
    Look.install();
  }

  @Test
  void paintsEveryOutcomeInItsColour() throws Exception {
    BufferedImage image = paint(new Pressed(), HandMadeSession.board().view(), 1280, 800);
    for (OutcomeMark mark : OutcomeMark.values()) {
      assertThat(count(image, mark.color())).as(mark.name()).isGreaterThan(20);
    }
  }

  @Test
  void nothingIsCutOffOnASmallScreen() throws Exception {
    SessionPanel panel = panel(new Pressed(), HandMadeSession.board().view());
    BufferedImage image = paint(panel, 1024, 700);
    assertThat(count(image, Look.PAIN)).as("the pain stop button").isGreaterThan(200);
    List<Component> outside =
        all(panel).stream()
            .filter(child -> child instanceof JButton || child instanceof JLabel)
            .filter(Component::isVisible)
            .filter(child -> child.getWidth() < Math.min(40, child.getPreferredSize().width))
            .toList();
    assertThat(outside).isEmpty();
  }

  @Test
  void saysWhatItKnows() throws Exception {
    SessionPanel panel = panel(new Pressed(), HandMadeSession.board().view());
    assertThat(words(panel))
        .contains(Texts.get("intent"), Texts.get("synthetic"), "Squat", "0:23")
        .contains("The right knee moved inward", "VAL-1, Example 2020");
  }

  /** The longest words that are shipped, on a small screen. */
  @Test
  void theBlockOfAProtocolStandsBesideTheExercise() throws Exception {
    Protocol.Block block =
        new Protocol.Block(
            "before",
            "Bridges before the clamshells",
            "bridge",
            Optional.empty(),
            2,
            20,
            120,
            FeedbackSchedule.of(FeedbackSchedule.Kind.NONE));
    SessionBoard board = HandMadeSession.board();
    board.notice(
        new Notice.SetStarted(0, 2, "Glute bridge", Optional.of(new Protocol.Place(block, 1, 1))));
    SessionPanel panel = panel(new Pressed(), board.view());
    paint(panel, 1024, 700);
    assertThat(words(panel))
        .contains("Bridges before the clamshells · set 1 of 2 · 20 repetitions");
    board.notice(new Notice.SetEnded(1, 2, 20));
    SwingUtilities.invokeAndWait(() -> panel.show(board.view()));
    paint(panel, 1280, 800);
    assertThat(words(panel)).contains("set 1 of 2 done · rest 120 s");
    Component clock =
        all(panel).stream()
            .filter(child -> child instanceof JLabel label && label.getText().equals("0:23"))
            .findFirst()
            .orElseThrow();
    assertThat(clock.getWidth()).isGreaterThanOrEqualTo(clock.getPreferredSize().width);
  }

  @Test
  void aQuietSessionHasNoFindingAndNoSyntheticBadge() throws Exception {
    SessionPanel panel = panel(new Pressed(), SessionView.empty());
    assertThat(words(panel))
        .contains(Texts.get("window.finding.none"))
        .doesNotContain(Texts.get("synthetic"));
  }

  @Test
  void buttonsGoIntoTheLog() throws Exception {
    Pressed pressed = new Pressed();
    SessionPanel panel = panel(pressed, HandMadeSession.board().view());
    for (String key : List.of("set.stop", "mark", "pain", "end")) {
      SwingUtilities.invokeAndWait(() -> button(panel, Texts.get("window." + key)).doClick(0));
    }
    assertThat(pressed.actions)
        .containsExactly(Operator.Action.SET_STOP, Operator.Action.MARK, Operator.Action.PAIN_STOP);
    assertThat(pressed.ended).isTrue();
  }

  private record Guided(SetUpGuide one) implements SessionControls.Recording {
    @Override
    public void press(Operator.Action action) {}

    @Override
    public void end() {}

    @Override
    public Optional<SetUpGuide> guide() {
      return Optional.of(one);
    }
  }

  @Test
  void theSetUpIsLedThroughWithItsButtons() throws Exception {
    List<String> asked = new ArrayList<>();
    SetUpGuide guide =
        new SetUpGuide(SetUpGuide.Legs.SWINGS, (action, note) -> asked.add(note), state -> {});
    guide.begin();
    new SimulatedBody(Scenario.squat(1)).events().stream().limit(40).forEach(guide::event);
    SessionPanel panel = panel(new Guided(guide), SessionView.empty());
    assertThat(words(panel)).contains("Stand still and upright", "step 1 of 5");
    SwingUtilities.invokeAndWait(() -> button(panel, Texts.get("window.setup.begin")).doClick(0));
    SwingUtilities.invokeAndWait(() -> panel.show(SessionView.empty()));
    SwingUtilities.invokeAndWait(() -> button(panel, Texts.get("window.setup.done")).doClick(0));
    assertThat(asked).containsExactly("rest", "stand", "rest");
  }

  /** The longest sentence, with all buttons, on a small screen. */
  @Test
  void whatIsAskedForIsNotCutOff() throws Exception {
    SetUpGuide guide = new SetUpGuide(SetUpGuide.Legs.SWINGS, (action, note) -> {}, state -> {});
    guide.begin();
    new SimulatedBody(Scenario.squat(1)).events().stream().limit(40).forEach(guide::event);
    guide.go();
    guide.go();
    List<OnSegment> learned = List.of(new OnSegment(Segment.PELVIS, Side.MIDLINE));
    guide.notice(
        new Notice.SetUpStepDone(0, SetUpStep.STAND, learned, List.of(), Map.of(), List.of()));
    SessionPanel panel = panel(new Guided(guide), SessionView.empty());
    paint(panel, 1024, 700);
    Component prompt =
        all(panel).stream()
            .filter(
                child ->
                    child instanceof JLabel label
                        && label.getText().equals(Texts.get("setup.step.swing-right")))
            .findFirst()
            .orElseThrow();
    assertThat(prompt.getWidth()).isGreaterThanOrEqualTo(prompt.getPreferredSize().width);
  }

  /** A playback shows what was asked for, and has nothing to press. */
  @Test
  void aPlaybackShowsTheMovementThatWasAskedFor() throws Exception {
    SessionBoard board = new SessionBoard();
    board.accept(new Operator(0, Operator.Action.SETUP, Double.NaN, "hinge"));
    board.notice(new Notice.SetStarted(0, 1, "squat"));
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.SETTING_UP);
    SessionPanel panel = panel(new Pressed(), board.view());
    assertThat(words(panel)).contains(Texts.get("setup.step.hinge"));
    board.accept(Operator.of(1, Operator.Action.SET_START));
    board.notice(new Notice.SetStarted(1, 1, "squat"));
    SwingUtilities.invokeAndWait(() -> panel.show(board.view()));
    assertThat(board.view().phase()).isEqualTo(SessionView.Phase.RUNNING);
    paint(panel, 1024, 700);
    Component last = panel.getComponent(panel.getComponentCount() - 1);
    assertThat(last.getY() + last.getHeight()).as("bottom of the controls").isEqualTo(700);
  }

  private static SessionPanel panel(SessionControls controls, SessionView view)
      throws InterruptedException, InvocationTargetException {
    SessionPanel[] made = new SessionPanel[1];
    SwingUtilities.invokeAndWait(
        () -> {
          made[0] = new SessionPanel(controls);
          made[0].show(view);
        });
    return made[0];
  }

  private static BufferedImage paint(
      SessionControls controls, SessionView view, int width, int height) throws Exception {
    return paint(panel(controls, view), width, height);
  }

  private static BufferedImage paint(SessionPanel panel, int width, int height) throws Exception {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    SwingUtilities.invokeAndWait(
        () -> {
          panel.setSize(new Dimension(width, height));
          layOut(panel);
          Graphics2D canvas = image.createGraphics();
          panel.printAll(canvas);
          canvas.dispose();
        });
    keep(image, width);
    return image;
  }

  /** For whoever wants to look: -Dplumbline.testArgs=-Dplumbline.pictures=FOLDER. */
  private static void keep(BufferedImage image, int width) throws IOException {
    String folder = System.getProperty("plumbline.pictures", "");
    if (!folder.isEmpty()) {
      ImageIO.write(image, "png", new File(folder, "window-" + width + ".png"));
    }
  }

  private static void layOut(Container container) {
    container.doLayout();
    for (Component child : container.getComponents()) {
      if (child instanceof Container inner) {
        layOut(inner);
      }
    }
  }

  private static long count(BufferedImage image, Color colour) {
    int wanted = colour.getRGB();
    long found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found += image.getRGB(x, y) == wanted ? 1 : 0;
      }
    }
    return found;
  }

  private static List<Component> all(Container container) {
    List<Component> found = new ArrayList<>();
    for (Component child : container.getComponents()) {
      found.add(child);
      if (child instanceof Container inner) {
        found.addAll(all(inner));
      }
    }
    return found;
  }

  private static String words(Container container) {
    StringBuilder words = new StringBuilder();
    for (Component child : all(container)) {
      if (child.isVisible() && child instanceof JLabel label) {
        words.append(label.getText()).append('\n');
      }
      if (child.isVisible() && child instanceof FindingCard card) {
        words.append(card.getAccessibleContext().getAccessibleDescription()).append('\n');
      }
    }
    return words.toString();
  }

  private static JButton button(Container container, String text) {
    return all(container).stream()
        .filter(child -> child instanceof JButton button && button.getText().equals(text))
        .map(JButton.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text));
  }
}
