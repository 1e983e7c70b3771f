package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.plumbline.device.protocol.Message.Damaged;

/**
 * What every {@link FrameDecoder} of a format with delimiter and checksum must do; a decoder's test
 * extends it.
 */
abstract class FrameDecoderContract {

  protected abstract FrameDecoder newDecoder();

  /** Frames after which every frame of {@link #frames} can be read; each gives one message. */
  protected abstract List<byte[]> preamble();

  /** At least five frames of all kinds, each ended by its delimiter; each gives one message. */
  protected abstract List<byte[]> frames();

  /** What ends whatever is on the line. */
  protected abstract byte delimiter();

  /** No frame is longer, delimiter not counted. */
  protected abstract int longestFrameBytes();

  /** A good frame of a version to come. */
  protected abstract byte[] frameOfUnknownVersion();

  /** A good frame of a kind to come. */
  protected abstract byte[] frameOfUnknownKind();

  @Property(tries = 200)
  void anyChunkingGivesTheSameMessages(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = hostile(random);
    long[] stamps = stamps(bytes.length, random);
    Listener whole = new Listener(newDecoder());
    Listener single = new Listener(newDecoder());
    Listener split = new Listener(newDecoder());
    feed(whole, bytes, stamps, Integer.MAX_VALUE, random);
    feed(single, bytes, stamps, 1, random);
    feed(split, bytes, stamps, 1 + random.nextInt(300), random);
    assertThat(single.messages).isEqualTo(whole.messages);
    assertThat(split.messages).isEqualTo(whole.messages);
    assertThat(single.decoder.counts()).isEqualTo(whole.decoder.counts());
    assertThat(split.decoder.counts()).isEqualTo(whole.decoder.counts());
    assertThat(whole.decoder.counts().discardedBytes()).isEqualTo(whole.damagedBytes());
  }

  @Test
  void aMessageCarriesTheStampOfTheByteThatCompletedIt() {
    for (byte[] frame : preamble()) {
      Listener listener = new Listener(newDecoder());
      for (int i = 0; i < frame.length; i++) {
        listener.hear(new byte[] {frame[i]}, 1000 + i);
      }
      assertThat(listener.messages).hasSize(1);
      assertThat(listener.messages.get(0).arrivalNanos()).isEqualTo(1000 + frame.length - 1);
    }
  }

  @Property(tries = 200)
  void garbageInFrontCostsNoFrameOnceADelimiterEndsIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9000) int length) {
    byte[] garbage = noise(new Random(seed), length);
    Listener listener = new Listener(newDecoder());
    listener.hear(garbage).hear(new byte[] {delimiter()}).hear(concat(preamble()));
    listener.hear(concat(frames()));
    assertThat(listener.read()).isEqualTo(expected());
    assertThat(listener.damagedBytes()).isEqualTo(length);
  }

  @Property(tries = 200)
  void garbageInFrontWithoutDelimiterCostsTheFirstFrameOnly(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9000) int length) {
    List<Message> expected = expected();
    Listener listener = new Listener(newDecoder());
    byte[] garbage = noise(new Random(seed), length);
    listener.hear(concat(preamble())).hear(garbage).hear(concat(frames()));
    expected.remove(preamble().size());
    assertThat(listener.read()).isEqualTo(expected);
    assertThat(listener.damagedBytes()).isEqualTo(length + frames().get(0).length - 1);
  }

  @Test
  void theRestOfAnOverlongStretchIsNoFrameHoweverItIsCut() {
    List<Message> expected = expected();
    expected.remove(preamble().size());
    for (int turns = 1; turns <= 2; turns++) {
      for (int more = -1; more <= 1; more++) {
        int length = turns * longestFrameBytes() + more;
        Listener listener = new Listener(newDecoder()).hear(concat(preamble()));
        listener.hear(noise(new Random(length), length)).hear(concat(frames()));
        assertThat(listener.read()).as("%d bytes in front", length).isEqualTo(expected);
        assertThat(listener.damagedBytes()).isEqualTo(length + frames().get(0).length - 1);
      }
    }
  }

  @Test
  void textBetweenFramesIsShownAndCostsNoFrameOnceADelimiterEndsIt() {
    Listener listener = new Listener(newDecoder()).hear(concat(preamble()));
    byte[] text = "ets Jun  8 2016 00:22:57\r\nrst:0x1\r\n".getBytes(StandardCharsets.US_ASCII);
    for (byte[] frame : frames()) {
      listener.hear(text).hear(new byte[] {delimiter()}).hear(frame);
    }
    assertThat(listener.read()).isEqualTo(expected());
    assertThat(listener.damaged()).hasSameSizeAs(frames());
    assertThat(listener.damaged())
        .allSatisfy(
            damage -> {
              assertThat(damage.bytes()).isEqualTo(text.length);
              assertThat(damage.reason()).contains("ets Jun  8 2016 00:22:57");
            });
  }

  @Test
  void everySingleBitFlipLosesExactlyTheFramesItHits() {
    byte[] before = concat(preamble());
    byte[] clean = concat(frames());
    int hitFrame = 0;
    int frameEnd = frames().get(0).length;
    for (int at = 0; at < clean.length; at++) {
      if (at == frameEnd) {
        hitFrame++;
        frameEnd += frames().get(hitFrame).length;
      }
      boolean hitsDelimiter = at == frameEnd - 1;
      boolean hitsNext = hitsDelimiter && hitFrame + 1 < frames().size();
      List<Message> expected = expected();
      int lost = preamble().size() + hitFrame;
      expected.subList(lost, lost + (hitsNext ? 2 : 1)).clear();
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = clean.clone();
        flipped[at] ^= (byte) (1 << bit);
        Listener listener = new Listener(newDecoder()).hear(before).hear(flipped).end(0);
        assertThat(listener.read()).as("bit %d of byte %d", bit, at).isEqualTo(expected);
        // A byte that became a delimiter counts as none, a delimiter that became a byte as one.
        int hitBytes = frames().get(hitFrame).length - 1;
        int nextBytes = hitsNext ? frames().get(hitFrame + 1).length - 1 : 0;
        int added = hitsDelimiter ? 1 : flipped[at] == delimiter() ? -1 : 0;
        assertThat(listener.damagedBytes()).isEqualTo(hitBytes + nextBytes + added);
      }
    }
  }

  @Test
  void noSingleBitFlipInAPreambleMakesAFalseMessage() {
    byte[] clean = concat(preamble());
    List<Message> expected = expected();
    for (int at = 0; at < clean.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = clean.clone();
        flipped[at] ^= (byte) (1 << bit);
        Listener listener = new Listener(newDecoder()).hear(flipped).hear(concat(frames()));
        assertThat(listener.damaged()).as("bit %d of byte %d", bit, at).isNotEmpty();
        assertThat(expected).containsAll(completeOnly(listener.read()));
      }
    }
  }

  /** A description in parts may be true and not whole. */
  private static List<Message> completeOnly(List<Message> messages) {
    return messages.stream()
        .filter(m -> !(m instanceof Message.Description description) || description.complete())
        .toList();
  }

  @Test
  void aStreamCutAnywhereGivesTheWholeFramesAndSaysWhatIsMissing() {
    byte[] clean = concat(frames());
    int wholeFrames = 0;
    int begin = 0;
    for (int cut = 0; cut < clean.length; cut++) {
      if (cut == begin + frames().get(wholeFrames).length) {
        begin = cut;
        wholeFrames++;
      }
      Listener listener = new Listener(newDecoder()).hear(concat(preamble()));
      listener.hear(Arrays.copyOf(clean, cut)).end(77);
      assertThat(listener.read()).isEqualTo(expected().subList(0, preamble().size() + wholeFrames));
      if (cut == begin) {
        assertThat(listener.damaged()).isEmpty();
      } else {
        assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.TRUNCATED);
        assertThat(listener.onlyDamage().bytes()).isEqualTo(cut - begin);
        assertThat(listener.onlyDamage().arrivalNanos()).isEqualTo(77);
      }
    }
  }

  @Test
  void afterTheEndOfALinkNothingOfItIsRemembered() {
    Listener listener = new Listener(newDecoder()).hear(concat(preamble())).end(0);
    int before = listener.read().size();
    listener.hear(concat(frames()));
    assertThat(listener.read().subList(before, listener.read().size()))
        .noneMatch(Message.Data.class::isInstance);
    listener.end(0).messages.clear();
    listener.hear(concat(preamble())).hear(concat(frames()));
    assertThat(listener.messages).isEqualTo(expected());
  }

  @Test
  void endlessBytesWithoutDelimiterAreReportedInPiecesAndKeptNowhere() {
    byte[] chunk = new byte[4096];
    Arrays.fill(chunk, (byte) 0x55);
    long[] damagedBytes = new long[1];
    int[] damaged = new int[1];
    FrameDecoder decoder = newDecoder();
    decoder.decode(chunk, 0, chunk.length, 0, message -> {});
    long before = allocatedBytes();
    int chunks = 16_000;
    for (int i = 0; i < chunks; i++) {
      decoder.decode(
          chunk,
          0,
          chunk.length,
          0,
          message -> {
            damaged[0]++;
            damagedBytes[0] += ((Damaged) message).bytes();
          });
    }
    long allocated = allocatedBytes() - before;
    decoder.end(0, message -> damagedBytes[0] += ((Damaged) message).bytes());
    long total = (chunks + 1L) * chunk.length;
    assertThat(damagedBytes[0]).isEqualTo(total);
    assertThat(decoder.counts().discardedBytes()).isEqualTo(total);
    assertThat((long) damaged[0]).isEqualTo((total - 1) / longestFrameBytes());
    // 65 MB went in; what comes out is a message and its sentence per 4 kB.
    assertThat(allocated / damaged[0]).isLessThan(2048);
  }

  @Test
  void aFloodOfDelimitersIsSilence() {
    byte[] flood = new byte[1 << 20];
    Arrays.fill(flood, delimiter());
    Listener listener = new Listener(newDecoder()).hear(flood).end(0);
    assertThat(listener.messages).isEmpty();
    assertThat(listener.decoder.counts().bytes()).isEqualTo(flood.length);
  }

  @Test
  void aVersionOrKindToComeIsDamagedWithItsReasonAndCounted() {
    Listener version = new Listener(newDecoder()).hear(frameOfUnknownVersion());
    assertThat(version.onlyDamage().kind()).isEqualTo(Damaged.Kind.UNKNOWN_VERSION);
    assertThat(version.onlyDamage().reason()).contains("version");
    assertThat(version.decoder.counts().damaged()).isEqualTo(1);
    Listener kind = new Listener(newDecoder()).hear(frameOfUnknownKind());
    assertThat(kind.onlyDamage().kind()).isEqualTo(Damaged.Kind.UNKNOWN_KIND);
    assertThat(kind.onlyDamage().reason()).contains("kind");
    assertThat(kind.decoder.counts().damaged()).isEqualTo(1);
  }

  @Test
  void framesAndDamageAreCounted() {
    Listener listener = new Listener(newDecoder()).hear(concat(preamble())).hear(concat(frames()));
    DecoderCounts counts = listener.decoder.counts();
    assertThat(counts.frames()).isEqualTo(preamble().size() + frames().size());
    assertThat(counts.bytes()).isEqualTo(concat(preamble()).length + concat(frames()).length);
    assertThat(counts.damaged() + counts.discardedBytes() + counts.undescribed()).isZero();
  }

  /** Messages of preamble and frames, undamaged. */
  private List<Message> expected() {
    Listener listener = new Listener(newDecoder()).hear(concat(preamble())).hear(concat(frames()));
    assertThat(listener.damaged()).isEmpty();
    assertThat(listener.messages).hasSize(preamble().size() + frames().size());
    return new ArrayList<>(listener.messages);
  }

  /** Frames, garbage, text, floods, cut frames and overlong stretches in any order. */
  private byte[] hostile(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(concat(preamble()));
    for (int i = 0; i < 40; i++) {
      byte[] frame = frames().get(random.nextInt(frames().size()));
      switch (random.nextInt(10)) {
        case 0 -> out.writeBytes(noise(random, random.nextInt(60)));
        case 1 -> out.writeBytes(Arrays.copyOf(frame, random.nextInt(frame.length)));
        case 2 -> out.writeBytes(noise(random, random.nextInt(3 * longestFrameBytes())));
        case 3 -> out.writeBytes("# boot\r\n".getBytes(StandardCharsets.US_ASCII));
        case 4 -> out.write(delimiter());
        case 5 -> out.writeBytes(concat(preamble()));
        default -> out.writeBytes(frame);
      }
    }
    return out.toByteArray();
  }

  /** A stamp per byte, as reads of random length would give. */
  private static long[] stamps(int length, Random random) {
    long[] stamps = new long[length];
    long now = 0;
    for (int i = 0; i < length; i++) {
      now += random.nextInt(100) == 0 ? 1_000_000 : 0;
      stamps[i] = now;
    }
    return stamps;
  }

  private static void feed(
      Listener listener, byte[] bytes, long[] stamps, int longestChunk, Random random) {
    int from = 0;
    while (from < bytes.length) {
      int limit = longestChunk == 1 ? 1 : 1 + random.nextInt(longestChunk);
      int to = from + 1;
      while (to < bytes.length && stamps[to] == stamps[from] && to - from < limit) {
        to++;
      }
      byte[] padded = new byte[to - from + 5];
      System.arraycopy(bytes, from, padded, 3, to - from);
      listener.decoder.decode(padded, 3, to - from, stamps[from], listener.messages::add);
      from = to;
    }
    listener.end(stamps[bytes.length - 1] + 1);
  }

  private byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    for (int i = 0; i < length; i++) {
      do {
        noise[i] = (byte) random.nextInt();
      } while (noise[i] == delimiter());
    }
    return noise;
  }

  static byte[] concat(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
