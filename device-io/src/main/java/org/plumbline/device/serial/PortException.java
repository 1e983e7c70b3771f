package org.plumbline.device.serial;

import java.io.IOException;

/** A port could not be opened, read or written; the message says what, where and what to do. */
public final class PortException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs that decide what to do next. */
  public enum Kind {
    MISSING,
    BUSY,
    FORBIDDEN,
    NOT_A_PORT,
    /** It was open and is no longer there. */
    GONE,
    /** The device takes no bytes. */
    STALLED,
    /** This computer cannot do it: no native library, no pseudo-terminals. */
    UNSUPPORTED,
    /** Anything else the operating system reports. */
    FAILED
  }

  private final Kind kind;
  private final String port;
  private final String sentence;

  PortException(Kind kind, String port, String sentence) {
    super(sentence);
    this.kind = kind;
    this.port = port;
    this.sentence = sentence;
  }

  PortException(Kind kind, String port, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.port = port;
    this.sentence = sentence;
  }

  public Kind kind() {
    return kind;
  }

  /** The name the port was opened by. */
  public String port() {
    return port;
  }

  /** The message: what, where and what to do. */
  public String sentence() {
    return sentence;
  }
}
