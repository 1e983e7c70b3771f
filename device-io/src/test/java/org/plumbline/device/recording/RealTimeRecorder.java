package org.plumbline.device.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/**
 * A program of its own that records a synthetic session at the pace of the clock, and says on
 * standard output how far it has come, until it is killed.
 *
 * <p>Arguments: the file, the seconds at most, and {@code paced} or {@code flat-out}.
 */
final class RealTimeRecorder {
  private RealTimeRecorder() {}

  public static void main(String[] arguments) {
    boolean paced = arguments[2].equals("paced");
    try (RecordingWriter writer = RecordingWriter.create(Path.of(arguments[0]))) {
      SyntheticSession session = new SyntheticSession(Integer.parseInt(arguments[1]), 7);
      session.begin(event -> append(writer, event));
      long zero = System.nanoTime();
      while (session.step(event -> append(writer, event))) {
        long due = zero + session.nowNanos();
        for (long wait = due - System.nanoTime();
            paced && wait > 0;
            wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      System.out.println("error " + e);
    }
  }

  private static void append(RecordingWriter writer, SessionEvent event) {
    try {
      writer.append(event);
      if (event instanceof Tick) {
        System.out.println(event.atNanos());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
