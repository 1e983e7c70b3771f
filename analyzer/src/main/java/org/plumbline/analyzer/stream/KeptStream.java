package org.plumbline.analyzer.stream;

import java.util.List;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/** A stream that is counted and kept in the log but not analyzed. Nobody waits for it. */
public final class KeptStream extends StreamFold {
  public KeptStream(StreamDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public long gridEnd() {
    return Long.MAX_VALUE;
  }

  @Override
  void sample(Samples event, int i) {}

  @Override
  void restart() {}

  @Override
  public List<Health> health() {
    return List.of();
  }

  @Override
  public void dropBefore(long step) {}
}
