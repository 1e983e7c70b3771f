package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.tools.run.DerivedSource;

/** A log of which something is left out, as if it had been recorded that way. */
final class ThinnedSource extends DerivedSource {
  private final Thinning thinning;
  private final ArrayDeque<SessionEvent> left = new ArrayDeque<>();

  /** Owns {@code source} from then on. */
  ThinnedSource(SessionSource source, Thinning thinning) {
    super(source);
    this.thinning = thinning;
  }

  /** What to leave out. Sees every event of one log in its order. */
  interface Thinning {

    /** What is left of an event. */
    List<SessionEvent> thin(SessionEvent event);
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    Optional<SessionEvent> next = Optional.ofNullable(left.poll());
    while (next.isEmpty()) {
      Optional<SessionEvent> whole = source.next();
      if (whole.isEmpty()) {
        return whole;
      }
      left.addAll(thinning.thin(whole.get()));
      next = Optional.ofNullable(left.poll());
    }
    return next;
  }
}
