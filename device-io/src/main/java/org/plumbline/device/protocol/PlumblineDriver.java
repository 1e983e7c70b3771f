package org.plumbline.device.protocol;

import java.util.List;
import java.util.Optional;

/** What to say to a device that speaks the Plumbline wire protocol (docs/wire-protocol.md). */
public final class PlumblineDriver implements DeviceDriver {
  /** A device answers within 50 ms; the rest is room for Bluetooth and a slow host. */
  private static final long TIMEOUT_NANOS = 300_000_000L;

  /** Three seconds in all: many boards restart, for up to two, when their port is opened. */
  private static final int HELLO_ATTEMPTS = 10;

  private static final int ATTEMPTS = 5;

  /** What a device may still have in its send buffer: half a second at the slowest useful rate. */
  private static final long DRAIN_NANOS = 500_000_000L;

  private static final int LAST_ID = 255;

  private int lastId;

  @Override
  public String name() {
    return "Plumbline protocol " + WireFormat.VERSION;
  }

  @Override
  public FrameDecoder newDecoder() {
    return new PlumblineFrameDecoder();
  }

  @Override
  public Request probe() {
    HostCommand hello = new HostCommand.Hello(WireFormat.VERSION, WireFormat.VERSION);
    return request(hello, "hello", HELLO_ATTEMPTS);
  }

  @Override
  public Request describe() {
    return request(new HostCommand.Describe(), "describe", ATTEMPTS);
  }

  @Override
  public Request start() {
    return start(List.of());
  }

  /** Asks for the samples of these streams only; the device's own ids. */
  public Request start(List<Integer> streams) {
    return request(new HostCommand.Start(streams), "start", ATTEMPTS);
  }

  @Override
  public Request stop() {
    return request(new HostCommand.Stop(), "stop", ATTEMPTS);
  }

  /** One attempt only: a stamp sent twice would say nothing about the way it took. */
  @Override
  public Optional<Request> time(long hostNanos) {
    return Optional.of(request(new HostCommand.Time(hostNanos), "time", 1));
  }

  /** Any other command. */
  public Request command(HostCommand command) {
    return request(command, "command", ATTEMPTS);
  }

  @Override
  public long drainNanos() {
    return DRAIN_NANOS;
  }

  @Override
  public Answer judge(Request request, Message message) {
    if (message instanceof Message.Reply reply && reply.request() == request.id()) {
      return reply.result() == Message.Reply.Result.OK ? Answer.DONE : Answer.REFUSED;
    }
    if (message instanceof Message.DeviceTime time && time.request() == request.id()) {
      return Answer.DONE;
    }
    return Answer.UNRELATED;
  }

  private Request request(HostCommand command, String purpose, int attempts) {
    lastId = lastId % LAST_ID + 1;
    return new Request(
        lastId, purpose, CommandFormat.encode(lastId, command), TIMEOUT_NANOS, attempts);
  }
}
