package org.plumbline.device.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Platform;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the Java machine does on the signals that jSerialComm switches off when it is loaded.
 *
 * <p>The library sets SIGHUP and SIGUSR2 to "ignored" for the whole process (its issues 612 and
 * 631). Then a closed terminal no longer runs shutdown hooks, so that a recording would not be
 * ended, and Flight Recorder sees nothing. They are noted before it is loaded and put back after.
 */
final class SignalDispositions {
  private static final int SIGHUP = 1;
  private static final int SIGUSR2_LINUX = 12;
  private static final int SIGUSR2_MACOS = 31;

  /** More than {@code struct sigaction} has on any system (152 bytes with glibc on x86-64). */
  private static final int SIGACTION_BYTES = 512;

  private final Map<Integer, Memory> bySignal = new LinkedHashMap<>();

  /** The dispositions as they are now; none on a system without signals. */
  static SignalDispositions current() {
    SignalDispositions now = new SignalDispositions();
    if (Platform.isLinux() || Platform.isMac()) {
      CLibrary c = CLibrary.load();
      int usr2 = Platform.isMac() ? SIGUSR2_MACOS : SIGUSR2_LINUX;
      for (int signal : new int[] {SIGHUP, usr2}) {
        Memory action = new Memory(SIGACTION_BYTES);
        action.clear();
        try {
          c.sigaction(signal, null, action);
          now.bySignal.put(signal, action);
        } catch (LastErrorException e) {
          throw new IllegalStateException("signal " + signal + " cannot be asked for", e);
        }
      }
    }
    return now;
  }

  /** Puts back what {@link #current()} found. */
  void restore() {
    if (!bySignal.isEmpty()) {
      CLibrary c = CLibrary.load();
      bySignal.forEach((signal, action) -> c.sigaction(signal, action, null));
    }
  }
}
