package org.plumbline.device.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Exercise, rule set, limits, parameters, calibration, normalisation and baseline that hold from
 * here on, by value, so that a recording carried to another machine gives its verdicts again.
 *
 * @param json the whole context as one JSON document; its form is the analyzer's
 * @param sha256 of the UTF-8 bytes of {@code json}, lower-case hex
 * @param origin where it came from, for people
 */
public record ContextApplied(long atNanos, String json, String sha256, String origin)
    implements SessionEvent {

  public ContextApplied {
    if (!sha256.equals(sha256Of(json))) {
      throw new IllegalArgumentException("context does not match its SHA-256 " + sha256);
    }
  }

  /** A context with its hash worked out. */
  public static ContextApplied of(long atNanos, String json, String origin) {
    return new ContextApplied(atNanos, json, sha256Of(json), origin);
  }

  private static String sha256Of(String json) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void dispatchTo(Handler handler) {
    handler.contextApplied(this);
  }
}
