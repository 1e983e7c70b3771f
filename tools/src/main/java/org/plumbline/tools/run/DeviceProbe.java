package org.plumbline.tools.run;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plumbline.device.protocol.DeviceDescription;
import org.plumbline.device.protocol.DeviceDriver;
import org.plumbline.device.protocol.DeviceDriver.Answer;
import org.plumbline.device.protocol.DeviceDriver.Request;
import org.plumbline.device.protocol.FrameDecoder;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.serial.PortException;
import org.plumbline.device.serial.PortReceiver;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.SerialLink;

/** Asks a port once whether a device of a known kind is behind it; starts nothing. */
public final class DeviceProbe implements PortReceiver {
  private static final int QUEUED_MESSAGES = 1024;

  /** An answer to the first question is soon followed by the description. */
  private static final long DESCRIPTION_NANOS = 500_000_000L;

  private final FrameDecoder decoder;
  private final ArrayBlockingQueue<Message> messages = new ArrayBlockingQueue<>(QUEUED_MESSAGES);

  private DeviceProbe(FrameDecoder decoder) {
    this.decoder = decoder;
  }

  /** What was heard on a port. */
  public sealed interface Finding {

    /** A device told what it is. */
    record Found(DeviceDescription device) implements Finding {}

    /** A device answered and told nothing more. */
    record Answered() implements Finding {}

    /** Nothing that this kind of device would say. */
    record Nothing(long bytes) implements Finding {}
  }

  /**
   * Asks.
   *
   * @throws PortException when the port cannot be opened or goes away
   */
  public static Finding ask(String port, PortSettings settings, DeviceDriver driver)
      throws PortException {
    DeviceProbe probe = new DeviceProbe(driver.newDecoder());
    try (SerialLink link = SerialLink.open(port, settings, probe)) {
      return probe.ask(link, driver.probe(), driver);
    }
  }

  private Finding ask(SerialLink link, Request request, DeviceDriver driver) throws PortException {
    boolean answered = false;
    for (int attempt = 0; attempt < request.attempts() && !answered; attempt++) {
      link.write(request.bytes());
      long until = System.nanoTime() + request.timeoutNanos();
      Optional<Message> message = nextBefore(until);
      while (message.isPresent() && !answered) {
        if (described(message.get()).isPresent()) {
          return new Finding.Found(described(message.get()).get());
        }
        answered = driver.judge(request, message.get()) == Answer.DONE;
        message = answered ? Optional.empty() : nextBefore(until);
      }
    }
    if (!answered) {
      return new Finding.Nothing(link.bytesRead());
    }
    long until = System.nanoTime() + DESCRIPTION_NANOS;
    Optional<Message> message = nextBefore(until);
    while (message.isPresent()) {
      if (described(message.get()).isPresent()) {
        return new Finding.Found(described(message.get()).get());
      }
      message = nextBefore(until);
    }
    return new Finding.Answered();
  }

  private static Optional<DeviceDescription> described(Message message) {
    return message instanceof Message.Description description && description.complete()
        ? Optional.of(description.device())
        : Optional.empty();
  }

  private Optional<Message> nextBefore(long untilNanos) {
    try {
      return Optional.ofNullable(
          messages.poll(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void received(byte[] buffer, int length, long arrivalNanos) {
    decoder.decode(buffer, 0, length, arrivalNanos, messages::offer);
  }

  @Override
  public void gone(PortException reason) {
    messages.clear();
  }
}
