package org.plumbline.device.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The few functions of the C library that pseudo-terminals and signals need (POSIX). */
// The names are those of the C library.
@SuppressWarnings({"checkstyle:MethodName", "MemberName"})
interface CLibrary extends Library {

  int O_RDWR = 2;
  short POLLIN = 1;
  short POLLOUT = 4;
  int F_SETFD = 2;
  int F_GETFL = 3;
  int F_SETFL = 4;
  int FD_CLOEXEC = 1;
  int TCSANOW = 0;
  int EINTR = 4;
  int EIO = 5;
  int EAGAIN_LINUX = 11;
  int EAGAIN_MACOS = 35;

  /** Bytes of {@code struct pollfd}: int, short, short. */
  int POLLFD_BYTES = 8;

  /**
   * Loads the C library.
   *
   * @throws UnsatisfiedLinkError where there is none, or no JNA for this machine
   */
  static CLibrary load() {
    return Native.load("c", CLibrary.class);
  }

  int posix_openpt(int flags) throws LastErrorException;

  int grantpt(int fd) throws LastErrorException;

  int unlockpt(int fd) throws LastErrorException;

  Pointer ptsname(int fd);

  int open(String path, int flags) throws LastErrorException;

  int close(int fd) throws LastErrorException;

  NativeLong read(int fd, byte[] buffer, NativeLong length) throws LastErrorException;

  NativeLong write(int fd, Pointer buffer, NativeLong length) throws LastErrorException;

  int poll(Pointer pollFds, NativeLong count, int timeoutMillis) throws LastErrorException;

  int fcntl(int fd, int command, Object... argument) throws LastErrorException;

  int ioctl(int fd, NativeLong request, Object... argument) throws LastErrorException;

  int tcgetattr(int fd, Pointer termios) throws LastErrorException;

  int tcsetattr(int fd, int when, Pointer termios) throws LastErrorException;

  void cfmakeraw(Pointer termios);

  int sigaction(int signal, @Nullable Pointer action, @Nullable Pointer previous)
      throws LastErrorException;
}
