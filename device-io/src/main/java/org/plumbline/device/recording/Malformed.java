package org.plumbline.device.recording;

import java.io.IOException;

/** Bytes that cannot be what they should be; whoever knows the file and the place adds them. */
final class Malformed extends IOException {
  private final String what;

  Malformed(String what) {
    super(what);
    this.what = what;
  }

  /** What is wrong, to follow the name of the place and a colon. */
  String what() {
    return what;
  }
}
