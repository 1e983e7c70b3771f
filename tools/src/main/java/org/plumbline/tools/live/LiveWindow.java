package org.plumbline.tools.live;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.plumbline.analyzer.text.Texts;

/**
 * The live window on a screen: looks at the newest {@link SessionView} at most 30 times a second
 * and repaints when it is another one. Its methods may be called on any thread but Swing's.
 */
public final class LiveWindow {
  private static final int TICK_MILLIS = 33;

  private final JFrame frame;
  private final Timer timer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long shownVersion;

  private LiveWindow(
      String title, Supplier<SessionView> views, SessionControls controls, Runnable onClose) {
    frame = new JFrame(title);
    SessionPanel panel = new SessionPanel(controls);
    frame.setContentPane(panel);
    frame.setMinimumSize(new Dimension(1000, 660));
    frame.setSize(1280, 800);
    frame.setLocationByPlatform(true);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    timer = new Timer(TICK_MILLIS, event -> update(panel, views.get()));
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            timer.stop();
            closed.countDown();
            onClose.run();
          }
        });
    panel.show(SessionView.empty());
  }

  /** Whether there is a screen to open a window on. */
  public static boolean possible() {
    return !GraphicsEnvironment.isHeadless();
  }

  /**
   * Opens a window.
   *
   * @param source what is shown, for the title: a port or a file
   * @param onClose called on Swing's thread when the user has closed the window
   */
  public static LiveWindow open(
      String source, Supplier<SessionView> views, SessionControls controls, Runnable onClose) {
    LiveWindow[] made = new LiveWindow[1];
    onSwing(
        () -> {
          Look.install();
          made[0] = new LiveWindow(Texts.get("window.frame", source), views, controls, onClose);
          made[0].frame.setVisible(true);
          made[0].timer.start();
        });
    return made[0];
  }

  /** Whether the user has not closed it yet. */
  public boolean isOpen() {
    return closed.getCount() > 0;
  }

  /** Waits until the user has closed the window. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  /** Closes the window. */
  public void close() {
    onSwing(frame::dispose);
  }

  private void update(SessionPanel panel, SessionView view) {
    if (view.version() != shownVersion) {
      shownVersion = view.version();
      panel.show(view);
    }
  }

  private static void onSwing(Runnable task) {
    try {
      SwingUtilities.invokeAndWait(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the window could not be opened", e.getCause());
    }
  }
}
