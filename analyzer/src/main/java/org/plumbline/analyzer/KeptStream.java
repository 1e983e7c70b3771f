package org.plumbline.analyzer;

import java.util.List;
import org.plumbline.analyzer.SessionResult.Health;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/** A stream that is counted and kept in the log but not analyzed. Nobody waits for it. */
final class KeptStream extends StreamFold {
  KeptStream(StreamDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  long gridEnd() {
    return Long.MAX_VALUE;
  }

  @Override
  void sample(Samples event, int i) {}

  @Override
  void restart() {}

  @Override
  List<Health> health() {
    return List.of();
  }

  @Override
  void dropBefore(long step) {}
}
