package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.device.protocol.Message.Damaged;
import org.plumbline.device.protocol.Message.Data;

/** Hundreds of millions of hostile bytes; the seeds are fixed, so a failure comes back. */
@Tag("soak")
class FrameDecoderSoakTest {
  private static final int ROUNDS = 20_000;

  private final PlumblineFrameEncoder encoder = ExampleDevice.encoder();

  @Test
  void randomBytesGiveNoDataAndNoException() {
    Random random = new Random(1);
    PlumblineFrameDecoder decoder = new PlumblineFrameDecoder();
    long[] damagedBytes = new long[1];
    long delimiters = 0;
    byte[] chunk = new byte[4096];
    for (int round = 0; round < ROUNDS; round++) {
      random.nextBytes(chunk);
      for (byte b : chunk) {
        delimiters += b == 0 ? 1 : 0;
      }
      decoder.decode(chunk, 0, chunk.length, round, m -> damagedBytes[0] += ((Damaged) m).bytes());
    }
    decoder.end(0, m -> damagedBytes[0] += ((Damaged) m).bytes());
    assertThat(damagedBytes[0] + delimiters).isEqualTo((long) ROUNDS * chunk.length);
    assertThat(decoder.counts().frames()).isZero();
  }

  @Test
  void mutatedStreamsGiveNoSampleThatWasNotSent() {
    Random random = new Random(2);
    List<byte[]> sent = new ArrayList<>();
    sent.add(encoder.describe());
    for (int i = 0; i < 50; i++) {
      sent.add(ExampleDevice.imuFrame(encoder, i * 4L, 4));
    }
    byte[] clean = FrameDecoderContract.concat(sent);
    Set<Message> allowed =
        new HashSet<>(new Listener(new PlumblineFrameDecoder()).hear(clean).messages);
    long read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutated = mutate(clean, random);
      Listener listener = new Listener(new PlumblineFrameDecoder()).hear(mutated).end(0);
      for (Message message : listener.messages) {
        if (message instanceof Data) {
          assertThat(allowed).as("round %d", round).contains(message);
          read++;
        }
      }
    }
    assertThat(read).as("some frames must survive").isGreaterThan(ROUNDS);
  }

  /** Frames whose checksum is right and whose content is not: what only the content checks stop. */
  @Test
  void mutatedContentUnderARightChecksumGivesNoException() {
    Random random = new Random(3);
    PlumblineFrameDecoder decoder = new PlumblineFrameDecoder();
    byte[] describe = content(encoder.describe());
    long[] messages = new long[1];
    for (int round = 0; round < 20 * ROUNDS; round++) {
      byte[] content = mutate(describe, random);
      if (content.length == 0 || content.length > WireFormat.MAX_FRAME_BYTES - 4) {
        continue;
      }
      if (random.nextInt(4) == 0) {
        content[0] = (byte) (((1 + random.nextInt(8)) << 4) | 1);
      }
      byte[] wire = Wire.frame(content);
      decoder.decode(wire, 0, wire.length, round, m -> messages[0]++);
    }
    assertThat(messages[0]).isGreaterThan(ROUNDS);
  }

  private static byte[] content(byte[] wire) {
    byte[] frame = new byte[wire.length];
    int length = Cobs.decode(wire, wire.length - 1, frame);
    return Arrays.copyOf(frame, length - WireFormat.CRC_BYTES);
  }

  private static byte[] mutate(byte[] clean, Random random) {
    byte[] bytes = clean.clone();
    for (int n = random.nextInt(12); n >= 0; n--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(random.nextInt(40), bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> Arrays.fill(bytes, at, at + length, bytes[at]);
        case 3 -> System.arraycopy(clean, random.nextInt(clean.length - length), bytes, at, length);
        default -> bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, 1 + at) : bytes;
      }
    }
    return bytes;
  }
}
