package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

class RecordingProperties {
  @Property(tries = 300)
  void whatWasWrittenComesBackBitForBit(
      @ForAll long seed, @ForAll @IntRange(max = 120) int eventCount) throws IOException {
    Path folder = Files.createTempDirectory("recording");
    try {
      List<SessionEvent> log = new RandomLogs(seed).log(eventCount);
      Path file = folder.resolve("random.plog");
      Recordings.write(file, log);

      Recordings.Outcome read = Recordings.read(file, OnDamage.REFUSE);

      assertThat(read.error()).isEmpty();
      assertThat(read.events()).isEqualTo(log);
      for (int i = 0; i < log.size(); i++) {
        assertThat(bits(read.events().get(i))).isEqualTo(bits(log.get(i)));
      }
      boolean ended = log.get(log.size() - 1) instanceof Ended;
      assertThat(read.interruption().isPresent()).isEqualTo(!ended);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** The raw bits of the doubles, because equality takes all NaNs for one. */
  private static long[] bits(SessionEvent event) {
    if (event instanceof Operator operator) {
      return new long[] {Double.doubleToRawLongBits(operator.value())};
    }
    if (!(event instanceof Samples samples) || samples.isCounts()) {
      return new long[0];
    }
    long[] bits = new long[samples.size() * samples.channels()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] =
          Double.doubleToRawLongBits(samples.raw(i / samples.channels(), i % samples.channels()));
    }
    return bits;
  }
}
