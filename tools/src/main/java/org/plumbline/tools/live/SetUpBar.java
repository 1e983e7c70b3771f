package org.plumbline.tools.live;

import java.awt.Color;
import java.awt.Font;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.SetUpGuide;
import org.plumbline.tools.run.SetUpGuide.Stage;
import org.plumbline.tools.run.SetUpGuide.State;
import org.plumbline.tools.run.SetUpWords;
import org.plumbline.tools.run.VerdictWords;

/**
 * The movement that the set-up asks for, large enough to be read from across the room; with buttons
 * where this window leads through it, without in a playback.
 */
final class SetUpBar extends JPanel {
  private static final Color GROUND = new Color(0xE9F1F8);

  private final Optional<SetUpGuide> guide;
  private final JLabel number = Look.label(" ", Font.BOLD, 12f, Look.ACCENT);
  private final JLabel prompt = Look.label(" ", Font.BOLD, 20f, Look.INK);
  private final JLabel told = Look.label(" ", Font.PLAIN, 13f, Look.INK);
  private final JButton go = button("window.setup.begin", "window.tip.setup.go");
  private final JButton repeat = button("window.setup.repeat", "window.tip.setup.repeat");
  private final JButton skip = button("window.setup.skip", "window.tip.setup.skip");

  SetUpBar(Optional<SetUpGuide> guide) {
    super(
        new MigLayout(
            "insets 8 14 10 14, fillx, hidemode 3, wrap 2", "[grow, fill]20[right]", "[]4[]4[]"));
    this.guide = guide;
    setBackground(GROUND);
    setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.LINE));
    JPanel buttons = new JPanel(new MigLayout("insets 0, hidemode 3", "[]8[]8[]", "[]"));
    buttons.setOpaque(false);
    go.setBackground(Look.ACCENT);
    go.setForeground(Color.WHITE);
    buttons.add(repeat);
    buttons.add(skip);
    buttons.add(go, "w 150::");
    add(number, "wmin 60");
    add(buttons);
    add(prompt, "spanx 2, wmin 60");
    add(told, "spanx 2, wmin 60");
    buttons.setVisible(guide.isPresent());
    guide.ifPresent(
        one -> {
          go.addActionListener(event -> one.go());
          repeat.addActionListener(event -> one.repeat());
          skip.addActionListener(event -> one.skip());
        });
    setVisible(false);
  }

  void show(SessionView view) {
    boolean ended = view.phase() == SessionView.Phase.ENDED;
    Optional<State> state =
        guide.map(SetUpGuide::state).filter(one -> one.stage() != Stage.OVER && !ended);
    setVisible(state.isPresent() || view.setUp().isPresent());
    if (state.isPresent()) {
      lead(state.get());
    } else {
      set(number, Texts.get("window.setup"));
      set(prompt, view.setUp().map(SetUpWords::prompt).orElse(" "));
      tell(view.setUpOutcome());
    }
  }

  private void lead(State state) {
    boolean steps = state.stage() != Stage.SENSORS && state.stage() != Stage.DONE;
    set(
        number,
        steps
            ? Texts.get("window.setup.number", state.number(), state.total())
            : Texts.get("window.setup"));
    set(prompt, steps ? SetUpWords.prompt(state.step()) : waiting(state));
    Optional<String> silence = SetUpWords.silence(state.silent(), false);
    if (silence.isPresent()) {
      set(told, silence.get());
    } else {
      tell(state.told());
    }
    String words =
        switch (state.stage()) {
          case MOVING -> "window.setup.done";
          case WAITING -> "window.setup.wait";
          case DONE -> "window.set.start";
          default -> state.again() ? "window.setup.again" : "window.setup.begin";
        };
    if (!go.getText().equals(Texts.get(words))) {
      go.setText(Texts.get(words));
    }
    go.setEnabled(state.stage() != Stage.SENSORS && state.stage() != Stage.WAITING);
    repeat.setVisible(state.repeatable());
    skip.setVisible(state.stage() == Stage.READY && state.step() != SetUpStep.STAND);
  }

  private static String waiting(State state) {
    if (state.stage() == Stage.SENSORS) {
      return Texts.get("window.setup.sensors");
    }
    return Texts.get(state.total() == 0 ? "window.setup.nothing" : "window.setup.ready");
  }

  private void tell(Optional<Notice.SetUpStepDone> outcome) {
    Optional<String> words =
        outcome.flatMap(
            done ->
                SetUpWords.outcome(done)
                    .map(
                        text ->
                            Texts.get(
                                "window.setup.told", VerdictWords.place(done.step().id()), text)));
    set(told, words.orElse(" "));
  }

  private static void set(JLabel label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  private static JButton button(String key, String tip) {
    JButton button = new JButton(Texts.get(key));
    button.setToolTipText(Texts.get(tip));
    button.setFont(Look.font(Font.BOLD, 13f));
    return button;
  }
}
