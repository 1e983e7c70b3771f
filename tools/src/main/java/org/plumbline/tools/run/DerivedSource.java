package org.plumbline.tools.run;

import java.io.IOException;
import org.plumbline.device.log.SessionSource;

/** A log that is made out of another one, which it owns. */
public abstract class DerivedSource implements SessionSource {
  protected final SessionSource source;

  protected DerivedSource(SessionSource source) {
    this.source = source;
  }

  @Override
  public final double progress() {
    return source.progress();
  }

  @Override
  public final void close() throws IOException {
    source.close();
  }
}
