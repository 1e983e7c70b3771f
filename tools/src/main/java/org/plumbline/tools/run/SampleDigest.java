package org.plumbline.tools.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;

/**
 * What a session is known by: a digest of all that its sensors measured and when, one for each
 * stream that has samples. A copy under another name, with corrections or under another exercise
 * has the same ones, however its samples are cut into events.
 */
public final class SampleDigest {
  private SampleDigest() {}

  /**
   * Reads a log to its end and closes it.
   *
   * @return SHA-256 of each stream, in the order of their ids
   */
  public static List<String> of(SessionSource log) throws IOException {
    Map<Integer, MessageDigest> streams = new TreeMap<>();
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
    try (log) {
      Optional<SessionEvent> next = log.next();
      while (next.isPresent()) {
        if (next.get() instanceof Samples samples) {
          add(samples, streams.computeIfAbsent(samples.stream(), id -> sha256()), bytes);
        }
        next = log.next();
      }
    }
    List<String> digests = new ArrayList<>();
    streams.values().forEach(one -> digests.add(HexFormat.of().formatHex(one.digest())));
    return digests;
  }

  private static void add(Samples samples, MessageDigest digest, ByteBuffer bytes) {
    for (int i = 0; i < samples.size(); i++) {
      bytes.clear().putLong(samples.deviceTicks(i)).flip();
      digest.update(bytes);
      for (int c = 0; c < samples.channels(); c++) {
        bytes.clear().putDouble(samples.raw(i, c)).flip();
        digest.update(bytes);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
