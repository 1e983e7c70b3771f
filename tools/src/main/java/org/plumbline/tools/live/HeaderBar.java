package org.plumbline.tools.live;

import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.text.Texts;

/** Who, what, where in the session, and whether a simulator made it. */
final class HeaderBar extends JPanel {
  private final JLabel exercise = Look.label(" ", Font.BOLD, 20f, Look.INK);
  private final JLabel block = Look.label(" ", Font.BOLD, 14f, Look.ACCENT);
  private final JLabel subject = Look.label(" ", Font.PLAIN, 13f, Look.QUIET);
  private final JLabel synthetic =
      badge(Texts.get("synthetic"), new Color(0x6A3D9A), new Color(0xF1E9F8));
  private final JLabel phase = badge(" ", Look.INK, Look.TRACK);
  private final JLabel clock = Look.label("0:00", Font.PLAIN, 20f, Look.INK);

  HeaderBar() {
    super(new MigLayout("insets 8 14 8 14, fillx", "[]12[]14[]push[]14[right]", "[]0[]"));
    setBackground(Look.CARD);
    setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.LINE));
    // Cells by number, so that a badge that is not shown moves nothing.
    add(exercise, "cell 0 0");
    add(subject, "cell 1 0");
    add(synthetic, "cell 2 0, hidemode 3");
    add(phase, "cell 3 0");
    add(clock, "cell 4 0, wmin 58");
    add(block, "cell 0 1, spanx 5, hidemode 3, wmin 60");
    block.setVisible(false);
    synthetic.setVisible(false);
  }

  void show(SessionView view) {
    String name = view.exercise().isEmpty() ? "window.title" : "window.exercise";
    set(exercise, Texts.get(name, view.exercise()));
    block.setVisible(view.planned().isPresent());
    set(block, view.planned().map(place -> words(place, view.rests())).orElse(" "));
    set(subject, view.subject().isEmpty() ? " " : Texts.get("window.subject", view.subject()));
    synthetic.setVisible(view.synthetic());
    set(phase, Texts.get("window.phase." + key(view.phase()), view.set()));
    Color ink = view.phase() == SessionView.Phase.RUNNING ? Color.WHITE : Look.INK;
    Color ground = view.phase() == SessionView.Phase.RUNNING ? Look.ACCENT : Look.TRACK;
    if (view.phase() == SessionView.Phase.PAIN_STOPPED) {
      ink = Color.WHITE;
      ground = Look.PAIN;
    }
    phase.setForeground(ink);
    phase.setBackground(ground);
    long seconds = view.live().sessionNanos() / 1_000_000_000L;
    set(clock, seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60);
  }

  /** Which block of the protocol it is, and its rest when that is due. */
  private static String words(Protocol.Place place, boolean rests) {
    Protocol.Block one = place.block();
    return Texts.get(
        !rests ? "window.block" : one.restSeconds() > 0 ? "window.block.rest" : "window.block.done",
        one.name(),
        place.set(),
        one.sets(),
        one.repetitions(),
        Texts.number(one.restSeconds(), 0));
  }

  private static String key(SessionView.Phase phase) {
    return phase.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static void set(JLabel label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  private static JLabel badge(String text, Color ink, Color ground) {
    JLabel badge = Look.label(text, Font.BOLD, 12f, ink);
    badge.setOpaque(true);
    badge.setBackground(ground);
    badge.setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
    return badge;
  }
}
