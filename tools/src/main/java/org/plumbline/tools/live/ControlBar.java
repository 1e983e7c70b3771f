package org.plumbline.tools.live;

import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Operator.Action;

/** The buttons of a recording or of a playback, and the sentence of intent. */
final class ControlBar extends JPanel {
  private static final Double[] SPEEDS = {0.5, 1.0, 2.0, 4.0, 8.0};

  private final SessionControls controls;
  private final JButton set = button("window.set.start", "window.tip.set");
  private final JButton ask = button("window.ask", "window.tip.ask");
  private final JButton play = button("window.pause", "window.tip.pause");
  private final JProgressBar progress = new JProgressBar(0, 1000);
  private boolean running;

  ControlBar(SessionControls controls) {
    super(new MigLayout("insets 8 14 8 14, fillx, hidemode 3", "[][][][][]push[right]", "[]"));
    this.controls = controls;
    setBackground(Look.CARD);
    setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Look.LINE));
    if (controls instanceof SessionControls.Recording recording) {
      addRecordingButtons(recording);
    } else if (controls instanceof SessionControls.Playback playback) {
      addPlaybackButtons(playback);
    }
    JLabel intent = Look.label(Texts.get("intent"), Font.PLAIN, 11f, Look.QUIET);
    add(intent, "wmin 100");
  }

  private void addRecordingButtons(SessionControls.Recording recording) {
    set.addActionListener(event -> recording.press(running ? Action.SET_STOP : Action.SET_START));
    JButton mark = button("window.mark", "window.tip.mark");
    mark.addActionListener(event -> recording.press(Action.MARK));
    JButton pain = button("window.pain", "window.tip.pain");
    pain.setBackground(Look.PAIN);
    pain.setForeground(Color.WHITE);
    pain.addActionListener(event -> recording.press(Action.PAIN_STOP));
    JButton end = button("window.end", "window.tip.end");
    end.addActionListener(event -> recording.end());
    ask.addActionListener(event -> recording.ask());
    ask.setVisible(false);
    add(set);
    add(ask);
    add(mark);
    add(pain);
    add(end);
  }

  private void addPlaybackButtons(SessionControls.Playback playback) {
    play.addActionListener(event -> playback.setPaused(!playback.isPaused()));
    JComboBox<Double> speeds = new JComboBox<>(SPEEDS);
    speeds.setSelectedItem(playback.speed());
    if (!playback.isPaused() && speeds.getSelectedIndex() < 0) {
      speeds.setSelectedItem(1.0);
    }
    speeds.setRenderer(
        (list, value, index, selected, focused) ->
            Look.label(Texts.get("window.speed", speedText(value)), Font.PLAIN, 13f, Look.INK));
    speeds.setToolTipText(Texts.get("window.tip.speed"));
    speeds.addActionListener(
        event -> {
          if (speeds.getSelectedItem() instanceof Double speed) {
            playback.setSpeed(speed);
          }
        });
    progress.setToolTipText(Texts.get("window.tip.progress"));
    add(play);
    add(speeds);
    add(progress, "w 120:220:260");
  }

  private static String speedText(Double speed) {
    return speed == 0.5 ? "0.5" : Integer.toString((int) Math.round(speed));
  }

  void show(SessionView view) {
    running = view.phase() == SessionView.Phase.RUNNING;
    boolean ended = view.phase() == SessionView.Phase.ENDED;
    ask.setVisible(view.isWithheld());
    setText(set, running ? "window.set.stop" : "window.set.start");
    if (controls instanceof SessionControls.Playback playback) {
      setText(play, playback.isPaused() ? "window.play" : "window.pause");
      play.setEnabled(!ended);
      double share = ended ? 1 : playback.progress();
      progress.setIndeterminate(Double.isNaN(share));
      progress.setValue((int) Math.round(1000 * (Double.isNaN(share) ? 0 : share)));
    } else {
      for (java.awt.Component component : getComponents()) {
        if (component instanceof JButton) {
          component.setEnabled(!ended);
        }
      }
    }
  }

  private static void setText(JButton button, String key) {
    String text = Texts.get(key);
    if (!button.getText().equals(text)) {
      button.setText(text);
    }
  }

  private static JButton button(String key, String tip) {
    JButton button = new JButton(Texts.get(key));
    button.setToolTipText(Texts.get(tip));
    button.setFont(Look.font(Font.BOLD, 13f));
    return button;
  }
}
