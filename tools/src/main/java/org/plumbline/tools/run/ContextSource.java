package org.plumbline.tools.run;

import java.io.IOException;
import java.util.Optional;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;

/**
 * A log under another context: the one given here comes right after the start, and contexts of the
 * log itself are left out. What comes out is a new analysis of the same samples.
 */
public final class ContextSource extends DerivedSource {
  private final ContextApplied context;
  private boolean due;

  /** Owns {@code source} from then on. */
  public ContextSource(SessionSource source, ContextApplied context) {
    super(source);
    this.context = context;
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    if (due) {
      due = false;
      return Optional.of(context);
    }
    Optional<SessionEvent> next = source.next();
    while (next.isPresent() && next.get() instanceof ContextApplied) {
      next = source.next();
    }
    due = next.isPresent() && next.get() instanceof Started;
    return next;
  }
}
