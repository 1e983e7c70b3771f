package org.plumbline.device.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Java machine does on the signals that jSerialComm switches off when it is loaded.
 *
 * <p>The library sets SIGHUP and SIGUSR2 to "ignored" for the whole process (its issues 612 and
 * 631). Then a closed terminal no longer runs shutdown hooks, so that a recording would not be
 * ended, and Flight Recorder sees nothing. They are noted before it is loaded and put back after.
 */
final class SignalDispositions {
  private static final Logger LOG = LoggerFactory.getLogger(SignalDispositions.class);
  private static final int SIGHUP = 1;
  private static final int SIGUSR2_LINUX = 12;
  private static final int SIGUSR2_MACOS = 31;

  /** More than {@code struct sigaction} has on any system (152 bytes with glibc on x86-64). */
  private static final int SIGACTION_BYTES = 512;

  private final Map<Integer, Memory> bySignal = new LinkedHashMap<>();

  private final CLibrary c;

  private SignalDispositions(CLibrary c) {
    this.c = c;
  }

  /** The dispositions as they are now; empty where there are no signals or they cannot be read. */
  static Optional<SignalDispositions> current() {
    if (!Platform.isLinux() && !Platform.isMac()) {
      return Optional.empty();
    }
    try {
      SignalDispositions now = new SignalDispositions(CLibrary.load());
      now.note(SIGHUP);
      now.note(Platform.isMac() ? SIGUSR2_MACOS : SIGUSR2_LINUX);
      return Optional.of(now);
    } catch (LastErrorException | UnsatisfiedLinkError e) {
      LOG.warn("a closed terminal will not end this program in order: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void note(int signal) {
    Memory action = new Memory(SIGACTION_BYTES);
    action.clear();
    c.sigaction(signal, null, action);
    bySignal.put(signal, action);
  }

  /** Puts back what {@link #current()} found. */
  void restore() {
    bySignal.forEach((signal, action) -> c.sigaction(signal, action, null));
  }
}
