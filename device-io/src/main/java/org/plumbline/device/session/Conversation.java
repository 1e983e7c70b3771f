package org.plumbline.device.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.device.protocol.DeviceDriver;
import org.plumbline.device.protocol.DeviceDriver.Answer;
import org.plumbline.device.protocol.DeviceDriver.Request;
import org.plumbline.device.protocol.Message;

/**
 * The talk with one device: hello, describe, start, and in the end stop; again when it falls silent
 * or has restarted.
 *
 * <p>Pure: {@link #onTime} says what to write, {@link #onMessage} takes the answers. One thread at
 * a time.
 */
final class Conversation {

  /** How far the talk is. */
  enum Phase {
    HELLO,
    DESCRIBE,
    START,
    RUNNING,
    STOP,
    DONE
  }

  /** Without samples for so long a started device has restarted unseen, or was told to stop. */
  static final long SILENCE_NANOS = 3_000_000_000L;

  /** A device that refuses or does not answer is asked again after this. */
  static final long PAUSE_NANOS = 2_000_000_000L;

  private final DeviceDriver driver;
  private final String port;
  private final boolean listenOnly;

  private Phase phase = Phase.HELLO;
  private @Nullable Request request;
  private int attemptsLeft;
  private long dueNanos;
  private boolean described;
  private long lastDataNanos;
  private String problem = "";

  Conversation(DeviceDriver driver, String port, boolean listenOnly) {
    this.driver = driver;
    this.port = port;
    this.listenOnly = listenOnly;
  }

  /** The port is open, as far as known to a device that knows nothing. */
  void begin(long nowNanos) {
    described = false;
    problem = "";
    lastDataNanos = nowNanos;
    enter(listenOnly ? Phase.RUNNING : Phase.HELLO, nowNanos);
  }

  /** No more samples are wanted. */
  void stop(long nowNanos) {
    if (phase != Phase.STOP && phase != Phase.DONE) {
      enter(listenOnly ? Phase.DONE : Phase.STOP, nowNanos);
    }
  }

  Phase phase() {
    return phase;
  }

  /** What is wrong, for people; empty when nothing is. */
  String problem() {
    return problem;
  }

  private void enter(Phase next, long nowNanos) {
    phase = next;
    request = null;
    attemptsLeft = 0;
    dueNanos = nowNanos;
  }

  /** What to write now, if anything. */
  Optional<byte[]> onTime(long nowNanos) {
    if (phase == Phase.DONE || listenOnly) {
      return Optional.empty();
    }
    if (phase == Phase.RUNNING) {
      if (nowNanos - lastDataNanos > SILENCE_NANOS) {
        problem =
            "The device on "
                + port
                + " has sent no samples for "
                + SILENCE_NANOS / 1_000_000_000
                + " s; it is asked to start again.";
        lastDataNanos = nowNanos;
        enter(Phase.HELLO, nowNanos);
      } else {
        return Optional.empty();
      }
    }
    return nowNanos - dueNanos < 0 ? Optional.empty() : ask(nowNanos);
  }

  private Optional<byte[]> ask(long nowNanos) {
    Request asked = request;
    if (asked == null) {
      asked = newRequest();
      request = asked;
      attemptsLeft = asked.attempts();
    }
    if (attemptsLeft == 0) {
      gaveUp(asked, nowNanos);
      return Optional.empty();
    }
    attemptsLeft--;
    dueNanos = nowNanos + asked.timeoutNanos();
    byte[] bytes = asked.bytes();
    if (bytes.length == 0 && phase != Phase.DESCRIBE) {
      answered(nowNanos); // a format without commands: there is nobody to answer
    }
    return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
  }

  private Request newRequest() {
    return switch (phase) {
      case HELLO -> driver.probe();
      case DESCRIBE -> driver.describe();
      case START -> driver.start();
      case STOP -> driver.stop();
      case RUNNING, DONE -> throw new IllegalStateException("nothing to ask in " + phase);
    };
  }

  private void gaveUp(Request asked, long nowNanos) {
    if (phase == Phase.STOP) {
      enter(Phase.DONE, nowNanos);
      return;
    }
    problem =
        "The device on "
            + port
            + " does not answer \""
            + asked.purpose()
            + "\" in the "
            + driver.name()
            + ". Check that it is switched on, that this is its port, and the baud rate.";
    enter(Phase.HELLO, nowNanos);
    dueNanos = nowNanos + PAUSE_NANOS;
  }

  /** Takes what the device says. */
  void onMessage(Message message) {
    long now = message.arrivalNanos();
    if (message instanceof Message.Data) {
      lastDataNanos = now;
    } else if (message instanceof Message.Description description && description.complete()) {
      described = true;
      if (phase == Phase.DESCRIBE) {
        enter(Phase.START, now);
      }
    } else if (message instanceof Message.DeviceEvent event
        && event.code() == Message.EventCode.BOOT
        && phase == Phase.RUNNING
        && !listenOnly) {
      enter(Phase.HELLO, now);
    }
    Request asked = request;
    if (asked != null) {
      Answer answer = driver.judge(asked, message);
      if (answer == Answer.DONE) {
        answered(now);
      } else if (answer == Answer.REFUSED) {
        refused(asked, message, now);
      }
    }
  }

  private void answered(long nowNanos) {
    switch (phase) {
      case HELLO -> enter(Phase.DESCRIBE, nowNanos);
      case DESCRIBE -> {
        if (described) {
          enter(Phase.START, nowNanos);
        }
      }
      case START -> {
        problem = "";
        lastDataNanos = nowNanos;
        enter(Phase.RUNNING, nowNanos);
      }
      case STOP -> enter(Phase.DONE, nowNanos);
      case RUNNING, DONE -> {}
    }
  }

  private void refused(Request asked, Message message, long nowNanos) {
    if (phase == Phase.STOP) {
      enter(Phase.DONE, nowNanos);
      return;
    }
    String words = message instanceof Message.Reply reply ? reply.text() : "";
    problem =
        "The device on "
            + port
            + " refuses \""
            + asked.purpose()
            + "\""
            + (words.isEmpty() ? "" : ": " + words)
            + ". It is asked again; switch it off and on if that does not help.";
    enter(Phase.HELLO, nowNanos);
    dueNanos = nowNanos + PAUSE_NANOS;
  }
}
