package org.plumbline.device.protocol;

/** A frame arrived unharmed and says something impossible; the message is for people. */
final class MalformedFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedFrameException(String message) {
    super(message);
  }
}
