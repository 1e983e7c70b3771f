package org.plumbline.device.protocol;

import java.util.Optional;

/**
 * What to say to a kind of device and what to expect back; one object per link, one thread.
 *
 * <p>Pure: it hands out bytes and judges answers; sending, waiting and repeating are the caller's.
 * The usual talk: {@link #probe} until {@link Answer#DONE}, {@link #describe} until a complete
 * {@link Message.Description}, {@link #start}, now and then {@link #time}, {@link #stop}. When data
 * come {@link Message.Damaged.Kind#UNDESCRIBED}, {@link #describe} again, at most once a second.
 */
public interface DeviceDriver {

  /** Name of the wire format for people. */
  String name();

  /** A decoder for one link. */
  FrameDecoder newDecoder();

  /** Asks whether such a device is there; must harm no other kind of device. */
  Request probe();

  /** Asks for the description of all streams. */
  Request describe();

  /** Asks for the samples of all streams. */
  Request start();

  /** Asks for silence; samples under way may still arrive for {@link #drainNanos}. */
  Request stop();

  /** Asks for the device's clock; empty where the device cannot tell it. */
  Optional<Request> time(long hostNanos);

  /** How long after an answered {@link #stop} samples may still arrive. */
  long drainNanos();

  /** Whether {@code message} answers {@code request}. */
  Answer judge(Request request, Message message);

  /** What a message means for a request. */
  enum Answer {
    /** Nothing: keep waiting. */
    UNRELATED,
    DONE,
    /** The device said no; a {@link Message.Reply} carries its words. */
    REFUSED
  }

  /**
   * Bytes to write, and how long to wait for the answer.
   *
   * <p>The same request may be written again after {@link #timeoutNanos}, {@link #attempts} times
   * in all: devices treat a repeated id as the same request.
   */
  final class Request {
    private final int id;
    private final String purpose;
    private final byte[] bytes;
    private final long timeoutNanos;
    private final int attempts;

    /**
     * A request.
     *
     * @param id what its answer refers to; 0 where the format has no ids
     * @param purpose for people: {@code "start"}
     * @param bytes to write, copied
     */
    public Request(int id, String purpose, byte[] bytes, long timeoutNanos, int attempts) {
      if (timeoutNanos < 1 || attempts < 1) {
        throw new IllegalArgumentException(
            purpose + ": " + attempts + " attempts of " + timeoutNanos + " ns");
      }
      this.id = id;
      this.purpose = purpose;
      this.bytes = bytes.clone();
      this.timeoutNanos = timeoutNanos;
      this.attempts = attempts;
    }

    public int id() {
      return id;
    }

    public String purpose() {
      return purpose;
    }

    /** A copy; empty for a device that is only listened to. */
    public byte[] bytes() {
      return bytes.clone();
    }

    public long timeoutNanos() {
      return timeoutNanos;
    }

    public int attempts() {
      return attempts;
    }
  }
}
