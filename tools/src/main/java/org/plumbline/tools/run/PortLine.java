package org.plumbline.tools.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plumbline.device.serial.PortException;
import org.plumbline.device.serial.PortReceiver;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.SerialLink;

/** The device's end of a line through a real port, for a second computer or a loop of two ports. */
public final class PortLine implements DeviceLine {
  private static final int QUEUED_READS = 256;

  private final SerialLink link;
  private final Inbox inbox;
  private long queuedBytes;

  private PortLine(SerialLink link, Inbox inbox) {
    this.link = link;
    this.inbox = inbox;
  }

  /**
   * Opens a port.
   *
   * @throws PortException when it cannot be opened, with what to do
   */
  public static PortLine open(String name, PortSettings settings) throws PortException {
    Inbox inbox = new Inbox();
    return new PortLine(SerialLink.open(name, settings, inbox), inbox);
  }

  /** What the host sent, until the device's thread takes it. */
  private static final class Inbox implements PortReceiver {
    private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUED_READS);
    private volatile Optional<PortException> gone = Optional.empty();

    @Override
    public void received(byte[] buffer, int length, long arrivalNanos) {
      queue.offer(java.util.Arrays.copyOf(buffer, length)); // a flood of commands is no command
    }

    @Override
    public void gone(PortException reason) {
      gone = Optional.of(reason);
    }
  }

  @Override
  public int read(byte[] buffer, int timeoutMillis) throws IOException {
    if (inbox.gone.isPresent()) {
      throw new IOException(inbox.gone.get().getMessage(), inbox.gone.get());
    }
    try {
      byte[] bytes = inbox.queue.poll(timeoutMillis, TimeUnit.MILLISECONDS);
      if (bytes == null) {
        return 0;
      }
      int length = Math.min(bytes.length, buffer.length);
      System.arraycopy(bytes, 0, buffer, 0, length);
      return length;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    link.write(bytes);
    queuedBytes += bytes.length;
  }

  @Override
  public int backlog() {
    return (int) Math.min(Integer.MAX_VALUE, queuedBytes - link.bytesWritten());
  }

  @Override
  public boolean drain(Duration bound) throws IOException {
    long until = System.nanoTime() + bound.toNanos();
    while (backlog() > 0 && System.nanoTime() < until) {
      read(new byte[0], 5);
    }
    return backlog() == 0;
  }

  @Override
  public void close() {
    link.close();
  }
}
