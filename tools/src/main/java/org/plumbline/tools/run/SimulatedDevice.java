package org.plumbline.tools.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.protocol.HostCommand;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply.Result;
import org.plumbline.device.protocol.PlumblineCommandDecoder;
import org.plumbline.device.protocol.PlumblineFrameEncoder;
import org.plumbline.device.protocol.SampleType;

/**
 * A device of the Plumbline wire protocol that sends a session log: answers a host, waits for its
 * START, and sends each sample when it is due.
 *
 * <p>Like a hub it stamps all streams with one clock, the log's session time. Sets, marks and pain
 * stops of the log go out as the device's own events. Sample values in doubles go out as 32-bit
 * floats. One thread runs it; {@link #stop} may come from any other.
 */
public final class SimulatedDevice {
  private static final long STATUS_NANOS = 1_000_000_000L;
  private static final long DESCRIBE_NANOS = 5_000_000_000L;

  /** The buffer of a pseudo-terminal is 4096 bytes; beyond this a host is not reading. */
  private static final int MOST_BACKLOG_BYTES = 3_000;

  private static final long HOST_GONE_NANOS = 2_000_000_000L;
  private static final int EVENT_REPEATS = 3;

  private final LogSurvey survey;
  private final LogAhead log;
  private final DeviceLine line;
  private final double speed;
  private final PlumblineFrameEncoder encoder;
  private final PlumblineCommandDecoder commands = new PlumblineCommandDecoder();
  private final byte[] heard = new byte[1024];

  private boolean sending;
  private long sentNanos;
  private long anchorWall;
  private long anchorNanos;
  private long statusDue;
  private long describeDue;
  private int eventNumber;
  private volatile boolean stopped;
  private volatile long dataNanos;

  private SimulatedDevice(LogSurvey survey, SessionSource log, DeviceLine line, double speed) {
    if (!(speed > 0 && speed <= 100)) {
      throw new IllegalArgumentException("speed " + speed + " is not in 0..100");
    }
    this.survey = survey;
    this.log = new LogAhead(log, survey);
    this.line = line;
    this.speed = speed;
    encoder = new PlumblineFrameEncoder(survey.device(), survey.sampleTypes());
  }

  /** Opens a log; called twice, because a device must know its samples before it describes them. */
  @FunctionalInterface
  public interface LogOpener {
    SessionSource open() throws IOException;
  }

  /**
   * A device for a log.
   *
   * @param line owned by the caller
   * @param speed times real time
   */
  public static SimulatedDevice of(LogOpener opener, DeviceLine line, double speed)
      throws IOException {
    LogSurvey survey = LogSurvey.of(opener.open());
    return new SimulatedDevice(survey, opener.open(), line, speed);
  }

  /** How many streams it has. */
  public int streams() {
    return survey.device().streams().size();
  }

  /** Session time of the log up to which samples have been sent. */
  public long sentNanos() {
    return dataNanos;
  }

  /** Makes {@link #run} return soon. */
  public void stop() {
    stopped = true;
  }

  /** Serves the line until the log is over and read by the host, or {@link #stop}. */
  public void run() throws IOException {
    line.write(PlumblineFrameEncoder.delimiter());
    try (log) {
      log.readTo(sentNanos);
      while (!stopped && !log.isOver()) {
        if (sending) {
          sendDue();
        }
        listen(waitMillis());
      }
      if (!stopped) {
        line.drain(Duration.ofNanos(HOST_GONE_NANOS));
      }
    }
  }

  private void listen(int timeoutMillis) throws IOException {
    int length = line.read(heard, timeoutMillis);
    List<byte[]> answers = new ArrayList<>();
    commands.decode(heard, 0, length, (id, command) -> answers.add(answer(id, command)));
    for (byte[] answer : answers) {
      line.write(answer);
    }
  }

  private byte[] answer(int id, HostCommand command) {
    if (command instanceof HostCommand.Hello) {
      return joined(encoder.reply(id, Result.OK, ""), encoder.describe());
    }
    if (command instanceof HostCommand.Describe) {
      return joined(encoder.describe(), encoder.reply(id, Result.OK, ""));
    }
    if (command instanceof HostCommand.Start) {
      start();
      return joined(encoder.describe(), encoder.reply(id, Result.OK, ""));
    }
    if (command instanceof HostCommand.Stop) {
      sending = false;
      return encoder.reply(id, Result.OK, "");
    }
    if (command instanceof HostCommand.Time time) {
      long micros = nowNanos() / 1_000;
      return encoder.time(id, time.hostNanos(), micros, micros);
    }
    if (command instanceof HostCommand.Blink || command instanceof HostCommand.Event) {
      return encoder.reply(id, Result.OK, "");
    }
    Result no =
        command instanceof HostCommand.Unknown ? Result.UNKNOWN_COMMAND : Result.BAD_ARGUMENT;
    return encoder.reply(id, no, "a simulator has no such setting");
  }

  private void start() {
    if (!sending) {
      sending = true;
      anchorWall = System.nanoTime();
      anchorNanos = sentNanos;
    }
  }

  /** The device's clock: session time of the log. */
  private long nowNanos() {
    return sending ? anchorNanos + (long) ((System.nanoTime() - anchorWall) * speed) : sentNanos;
  }

  /** A millisecond at least: samples are never more than that late, and nothing spins. */
  private int waitMillis() {
    if (!sending || log.isOver()) {
      return 20;
    }
    double ahead = (log.nextNanos() - nowNanos()) / speed / 1e6;
    return (int) Math.max(1, Math.min(20, Math.floor(ahead)));
  }

  private void sendDue() throws IOException {
    long now = nowNanos();
    byte[] bytes = {};
    while (!log.isOver() && log.nextNanos() <= now) {
      sentNanos = log.nextNanos();
      bytes = joined(bytes, frame(log.take()));
      if (bytes.length > MOST_BACKLOG_BYTES / 3) {
        send(bytes);
        bytes = new byte[0];
      }
    }
    send(joined(bytes, housekeeping(now)));
    dataNanos = sentNanos;
  }

  private byte[] housekeeping(long now) {
    byte[] bytes = {};
    if (now >= statusDue) {
      statusDue = now + STATUS_NANOS;
      long micros = now / 1_000 & 0xFFFF_FFFFL;
      bytes =
          encoder.status(
              new Message.Status(0, micros, 0, Double.NaN, OptionalInt.empty(), List.of()));
    }
    if (now >= describeDue) {
      describeDue = now + DESCRIBE_NANOS;
      bytes = joined(bytes, encoder.describe());
    }
    return bytes;
  }

  /** Waits for a slow host; one that reads nothing for long is gone, and sending ends. */
  private void send(byte[] bytes) throws IOException {
    long since = System.nanoTime();
    while (line.backlog() > MOST_BACKLOG_BYTES) {
      if (stopped || System.nanoTime() - since > HOST_GONE_NANOS) {
        sending = false;
        return;
      }
      listen(2);
    }
    if (bytes.length > 0) {
      line.write(bytes);
    }
  }

  private byte[] frame(SessionEvent event) {
    if (event instanceof Samples samples) {
      return dataFrame(samples);
    }
    Operator operator = (Operator) event;
    Optional<EventCode> code = codeOf(operator.action());
    if (code.isEmpty()) {
      return new byte[0];
    }
    long micros = operator.atNanos() / 1_000 & 0xFFFF_FFFFL;
    byte[] once = encoder.event(eventNumber++ & 0xFFFF, micros, code.get(), operator.note());
    byte[] bytes = {};
    for (int i = 0; i < EVENT_REPEATS; i++) {
      bytes = joined(bytes, once);
    }
    return bytes;
  }

  private static Optional<EventCode> codeOf(Operator.Action action) {
    for (EventCode code : EventCode.values()) {
      if (code.action().filter(candidate -> candidate == action).isPresent()) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private byte[] dataFrame(Samples samples) {
    int id = survey.idOf().getOrDefault(samples.stream(), 0);
    long index = samples.firstIndex() & 0xFFFF_FFFFL;
    long micros = Math.floorDiv(samples.sessionNanos(0), 1_000L) & 0xFFFF_FFFFL;
    int numbers = samples.size() * samples.channels();
    if (survey.sampleTypes().get(id) == SampleType.F32) {
      double[] values = new double[numbers];
      for (int i = 0; i < numbers; i++) {
        values[i] = samples.raw(i / samples.channels(), i % samples.channels());
      }
      return encoder.data(id, index, micros, 0, values);
    }
    int[] counts = new int[numbers];
    for (int i = 0; i < numbers; i++) {
      counts[i] = samples.count(i / samples.channels(), i % samples.channels());
    }
    return encoder.data(id, index, micros, 0, counts);
  }

  private static byte[] joined(byte[] some, byte[] more) {
    byte[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
