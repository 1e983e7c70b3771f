package org.plumbline.tools.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Lets the person ask on a terminal how the last repetition went: f and Enter. */
final class FeedbackKeys {
  private static final String KEY = "f";

  private FeedbackKeys() {}

  /** Reads keys as long as there are any. */
  static void listen(InputStream keyboard, Runnable ask) {
    Thread thread = new Thread(() -> read(keyboard, ask), "feedback keys");
    thread.setDaemon(true);
    thread.start();
  }

  private static void read(InputStream keyboard, Runnable ask) {
    read(new BufferedReader(new InputStreamReader(keyboard, Charset.defaultCharset())), ask);
  }

  /** The same on a keyboard that somebody else has read before; returns when it has ended. */
  static void read(BufferedReader keys, Runnable ask) {
    try {
      for (String line = keys.readLine(); line != null; line = keys.readLine()) {
        if (line.strip().equals(KEY)) {
          ask.run();
        }
      }
    } catch (IOException e) {
      // Without a keyboard nobody asks; the window and the device's buttons still do.
    }
  }
}
