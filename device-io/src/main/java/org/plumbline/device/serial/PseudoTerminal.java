package org.plumbline.device.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The device's side of a serial port that exists in software only (POSIX pseudo-terminal).
 *
 * <p>A host opens {@link #path()} like any port; what is written here arrives there, and the other
 * way round. The line is raw from the start: a fresh pseudo-terminal would echo, and eat control
 * characters. All methods may be called from any thread; {@link #close()} ends waiting ones.
 */
public final class PseudoTerminal implements Closeable {
  private static final Duration DRAIN_BOUND = Duration.ofSeconds(2);

  /** How long one wait in the system lasts before {@link #close()} is looked for. */
  private static final int SLICE_MILLIS = 50;

  /** Bytes between the two queues of the kernel are in neither: ask again so many times. */
  private static final int EMPTY_IN_A_ROW = 4;

  /** More than {@code struct termios} has on any system (60 bytes with glibc, 72 on macOS). */
  private static final int TERMIOS_BYTES = 256;

  private final CLibrary c;
  private final int master;
  private final int slave;
  private final Path path;
  private final Optional<Path> link;
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
  private volatile boolean closed;
  private boolean filesClosed;

  private PseudoTerminal(CLibrary c, int master, int slave, Path path, Optional<Path> link) {
    this.c = c;
    this.master = master;
    this.slave = slave;
    this.path = path;
    this.link = link;
  }

  /** Why this computer has no pseudo-terminals; empty when it has. */
  public static Optional<String> whyUnsupported() {
    if (!Platform.isLinux() && !Platform.isMac()) {
      return Optional.of(
          "This operating system has no pseudo-terminals. Use a pair of linked ports instead (on"
              + " Windows com0com makes one), and name one of the two.");
    }
    try {
      CLibrary.load();
      return Optional.empty();
    } catch (UnsatisfiedLinkError e) {
      return Optional.of("The system's C library cannot be reached: " + e.getMessage());
    }
  }

  /**
   * A new pseudo-terminal.
   *
   * @throws IOException when the system has none, or no more
   */
  public static PseudoTerminal open() throws IOException {
    return open(Optional.empty());
  }

  /**
   * A new pseudo-terminal that is also found under a path of the caller's choice: a symbolic link,
   * which replaces an older one and goes when this closes.
   *
   * @throws IOException also when something that is no link stands at {@code link}
   */
  public static PseudoTerminal openAt(Path link) throws IOException {
    return open(Optional.of(link));
  }

  // The name of the other side lies in a buffer that the C library shares between all threads.
  private static synchronized PseudoTerminal open(Optional<Path> link) throws IOException {
    Optional<String> unsupported = whyUnsupported();
    if (unsupported.isPresent()) {
      throw new IOException(unsupported.get());
    }
    CLibrary c = CLibrary.load();
    int master = -1;
    int slave = -1;
    try {
      master = c.posix_openpt(CLibrary.O_RDWR | noControllingTerminal());
      c.grantpt(master);
      c.unlockpt(master);
      Pointer name = c.ptsname(master);
      if (name == null) {
        throw new IOException("The system gives no name to a new pseudo-terminal.");
      }
      Path path = Path.of(name.getString(0));
      slave = c.open(path.toString(), CLibrary.O_RDWR | noControllingTerminal());
      makeRaw(c, slave);
      c.fcntl(master, CLibrary.F_SETFD, CLibrary.FD_CLOEXEC);
      c.fcntl(slave, CLibrary.F_SETFD, CLibrary.FD_CLOEXEC);
      int flags = c.fcntl(master, CLibrary.F_GETFL, 0);
      c.fcntl(master, CLibrary.F_SETFL, flags | nonBlocking());
      if (link.isPresent()) {
        pointLink(link.get(), path);
      }
      return new PseudoTerminal(c, master, slave, path, link);
    } catch (LastErrorException e) {
      closeQuietly(c, master, slave);
      throw new IOException(
          "No pseudo-terminal could be made ("
              + e.getMessage()
              + "). Close other programs that"
              + " use some and try again.",
          e);
    } catch (IOException e) {
      closeQuietly(c, master, slave);
      throw e;
    }
  }

  private static void makeRaw(CLibrary c, int fd) {
    Memory termios = new Memory(TERMIOS_BYTES);
    termios.clear();
    c.tcgetattr(fd, termios);
    c.cfmakeraw(termios);
    c.tcsetattr(fd, CLibrary.TCSANOW, termios);
  }

  private static void pointLink(Path link, Path target) throws IOException {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new IOException(link + " exists and is no link. Choose another path for the port.");
    }
    Path fresh = link.resolveSibling(link.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, target);
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What a host opens: {@code /dev/pts/5}. */
  public Path path() {
    return path;
  }

  /**
   * Sends bytes to the host; waits while its buffer (4 KiB) is full.
   *
   * @throws IOException when this is closed meanwhile
   */
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try (Memory memory = new Memory(Math.max(1, length))) {
      memory.write(0, bytes, offset, length);
      int sent = 0;
      while (sent < length) {
        sent += Math.max(0, writeSlice(memory.share(sent), length - sent));
      }
    }
  }

  public void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  private int writeSlice(Pointer from, int length) throws IOException {
    return whileOpen(
        () -> {
          if (!ready(CLibrary.POLLOUT, SLICE_MILLIS)) {
            return 0;
          }
          return c.write(master, from, new NativeLong(length)).intValue();
        });
  }

  /**
   * Takes what the host has sent.
   *
   * @param timeoutMillis how long to wait for the first byte
   * @return how many bytes, 0 when none came in time
   * @throws IOException when this is closed
   */
  public int read(byte[] buffer, int timeoutMillis) throws IOException {
    long until = System.nanoTime() + timeoutMillis * 1_000_000L;
    while (true) {
      int left = (int) Math.max(0, (until - System.nanoTime()) / 1_000_000);
      int slice = Math.min(left, SLICE_MILLIS);
      int length =
          whileOpen(
              () ->
                  ready(CLibrary.POLLIN, slice)
                      ? c.read(master, buffer, new NativeLong(buffer.length)).intValue()
                      : 0);
      if (length > 0 || System.nanoTime() >= until) {
        return Math.max(0, length);
      }
    }
  }

  /** How many bytes the host has not read yet; some may be on their way and not counted. */
  public int unread() throws IOException {
    return whileOpen(
        () -> {
          try (Memory count = new Memory(Integer.BYTES)) {
            c.ioctl(slave, bytesReadable(), count);
            return count.getInt(0);
          }
        });
  }

  /**
   * Waits until the host has read everything, or the bound passes.
   *
   * @return whether everything was read
   */
  public boolean drain(Duration bound) throws IOException {
    long until = System.nanoTime() + bound.toNanos();
    int empty = 0;
    while (empty < EMPTY_IN_A_ROW) {
      empty = unread() == 0 ? empty + 1 : 0;
      if (System.nanoTime() > until) {
        return false;
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Closes at once, like a pulled cable: what the host has not read is lost. */
  public void hangUp() {
    closed = true;
    inUse.writeLock().lock();
    try {
      if (!filesClosed) {
        filesClosed = true;
        removeLink();
        closeQuietly(c, master, slave);
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }

  /** Waits up to 2 s until the host has read everything, then closes. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      try {
        drain(DRAIN_BOUND);
      } finally {
        hangUp();
      }
    }
  }

  private void removeLink() {
    if (link.isEmpty()) {
      return;
    }
    try {
      if (Files.isSymbolicLink(link.get()) && Files.readSymbolicLink(link.get()).equals(path)) {
        Files.delete(link.get());
      }
    } catch (IOException e) {
      // A link that leads nowhere is all that stays; the next openAt replaces it.
    }
  }

  /** A system call on an open file. */
  private interface Call {
    int run();
  }

  /** No file is closed while a call is under way, so that none ends in a stranger's file. */
  private int whileOpen(Call call) throws IOException {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IOException("The pseudo-terminal " + path + " is closed.");
      }
      return call.run();
    } catch (LastErrorException e) {
      int error = e.getErrorCode();
      if (error == CLibrary.EINTR
          || error == CLibrary.EAGAIN_LINUX
          || error == CLibrary.EAGAIN_MACOS) {
        return 0;
      }
      throw new IOException("The pseudo-terminal " + path + " failed: " + e.getMessage(), e);
    } finally {
      inUse.readLock().unlock();
    }
  }

  private boolean ready(short events, int timeoutMillis) {
    try (Memory pollFd = new Memory(CLibrary.POLLFD_BYTES)) {
      pollFd.setInt(0, master);
      pollFd.setShort(4, events);
      pollFd.setShort(6, (short) 0);
      return c.poll(pollFd, new NativeLong(1), timeoutMillis) > 0;
    }
  }

  private static void closeQuietly(CLibrary c, int... fds) {
    for (int fd : fds) {
      if (fd >= 0) {
        try {
          c.close(fd);
        } catch (LastErrorException e) {
          // nothing is left to be done with this file
        }
      }
    }
  }

  private static int noControllingTerminal() {
    return Platform.isMac() ? 0x20000 : 0x100;
  }

  private static int nonBlocking() {
    return Platform.isMac() ? 0x4 : 0x800;
  }

  /** FIONREAD. */
  private static NativeLong bytesReadable() {
    return new NativeLong(Platform.isMac() ? 0x4004667FL : 0x541BL);
  }
}
