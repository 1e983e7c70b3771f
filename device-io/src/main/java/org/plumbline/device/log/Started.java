package org.plumbline.device.log;

import java.util.regex.Pattern;

/**
 * The first event of a log; its instant is zero of session time.
 *
 * @param subject a subject code, never a name: 1 to 32 letters, digits, {@code _} or {@code -}
 * @param utcMillis wall clock at zero, milliseconds since 1970-01-01 UTC; for people, never for
 *     arithmetic
 * @param monotonicZeroNanos the host's monotonic clock at zero
 * @param software program and version that wrote the log
 * @param origin where the samples come from, for people: {@code "serial /dev/ttyUSB0"}, {@code
 *     "table walk.csv"}
 */
public record Started(
    String subject, long utcMillis, long monotonicZeroNanos, String software, String origin)
    implements SessionEvent {

  /** The code of somebody whom nobody named. */
  public static final String UNNAMED = "unnamed";

  private static final Pattern SUBJECT_CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  public Started {
    requireSubjectCode(subject);
  }

  /**
   * Returns {@code code} when it is a subject code.
   *
   * @throws IllegalArgumentException when it is not, with a message for the user
   */
  public static String requireSubjectCode(String code) {
    if (!SUBJECT_CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "subject code \""
              + code
              + "\": use 1 to 32 letters, digits, _ or - (a code, never a name)");
    }
    return code;
  }

  @Override
  public long atNanos() {
    return 0;
  }

  @Override
  public void dispatchTo(Handler handler) {
    handler.started(this);
  }
}
