package org.plumbline.device.serial;

import java.io.Closeable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An open serial port: hands what arrives to a {@link PortReceiver} with the instant of its
 * arrival, and sends what is written.
 *
 * <p>Two daemon threads per port. The reading one does nothing but read, stamp and hand over. The
 * writing one sends from a bounded queue, so that a device that takes no bytes never holds anybody
 * up: after {@link #STALL_SECONDS} the link fails with {@code STALLED}. All methods may be called
 * from any thread.
 */
public final class SerialLink implements Closeable {

  /** A device that takes none of its few command bytes for so long does not listen. */
  static final long STALL_SECONDS = 2;

  /** The library copies the whole array at each read: 4 KiB measured best. */
  private static final int READ_BUFFER_BYTES = 4096;

  private static final int QUEUED_WRITES = 64;
  private static final long CLOSE_WAIT_MILLIS = 2_000;
  private static final long NOT_WRITING = Long.MIN_VALUE;

  private final String name;
  private final NativePort port;
  private final PortReceiver receiver;
  private final ArrayBlockingQueue<byte[]> outbox = new ArrayBlockingQueue<>(QUEUED_WRITES);
  private final Thread reader;
  private final Thread writer;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean ended;
  private volatile long writingSinceNanos = NOT_WRITING;
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong bytesWritten = new AtomicLong();

  private SerialLink(String name, NativePort port, PortReceiver receiver) {
    this.name = name;
    this.port = port;
    this.receiver = receiver;
    this.reader = new Thread(this::readLoop, "read " + name);
    this.writer = new Thread(this::writeLoop, "write " + name);
    reader.setDaemon(true);
    writer.setDaemon(true);
  }

  /**
   * Opens a port and starts to read it.
   *
   * @param name a path or {@code COM3}; prefer a stable one ({@code /dev/serial/by-id/...}): a link
   *     is followed anew at each open
   * @throws PortException when it does not exist, is busy, forbidden or no port
   */
  public static SerialLink open(String name, PortSettings settings, PortReceiver receiver)
      throws PortException {
    SerialLink link = new SerialLink(name, NativePort.open(name, settings), receiver);
    link.reader.start();
    link.writer.start();
    return link;
  }

  /** The name it was opened by. */
  public String name() {
    return name;
  }

  /**
   * Sends bytes, soon and in order; does not wait for it.
   *
   * @throws PortException when the port is closed or gone, or the device takes no bytes
   */
  public void write(byte[] bytes) throws PortException {
    if (ended || closing.get()) {
      throw PortSentences.gone(name);
    }
    if (!outbox.offer(bytes.clone())) {
      throw PortSentences.stalled(name, STALL_SECONDS);
    }
  }

  public long bytesRead() {
    return bytesRead.get();
  }

  public long bytesWritten() {
    return bytesWritten.get();
  }

  /**
   * Stops reading and frees the port; what has not been sent is dropped. Returns when the port is
   * closed, at most a read timeout (200 ms) later; called by the receiver it returns at once.
   */
  @Override
  public void close() {
    closing.set(true);
    if (Thread.currentThread() == reader) {
      return;
    }
    try {
      reader.join(CLOSE_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only this thread closes the port, so that no file descriptor is freed under a read. */
  private void readLoop() {
    PortException reason = PortSentences.gone(name);
    try {
      byte[] buffer = new byte[READ_BUFFER_BYTES];
      while (!closing.get()) {
        int length = port.read(buffer);
        long arrivalNanos = System.nanoTime();
        if (length < 0) {
          break;
        }
        if (length > 0) {
          bytesRead.addAndGet(length);
          receiver.received(buffer, length, arrivalNanos);
        }
        if (isStalled(arrivalNanos)) {
          reason = PortSentences.stalled(name, STALL_SECONDS);
          break;
        }
      }
    } catch (RuntimeException e) {
      reason = PortSentences.brokenReceiver(name, e);
      throw e;
    } finally {
      ended = true;
      port.close();
      writer.interrupt();
      if (!closing.getAndSet(true)) {
        receiver.gone(reason);
      }
    }
  }

  private boolean isStalled(long nowNanos) {
    long since = writingSinceNanos;
    return since != NOT_WRITING && nowNanos - since > TimeUnit.SECONDS.toNanos(STALL_SECONDS);
  }

  private void writeLoop() {
    try {
      while (!ended) {
        byte[] bytes = outbox.take();
        int sent = 0;
        while (sent < bytes.length && !ended) {
          writingSinceNanos = System.nanoTime();
          int now = port.write(bytes, sent);
          writingSinceNanos = NOT_WRITING;
          if (now <= 0) {
            return; // the reading thread notices the same and says so
          }
          sent += now;
          bytesWritten.addAndGet(now);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the link has ended
    }
  }
}
