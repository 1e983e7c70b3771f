package org.plumbline.tools.run;

import java.io.IOException;
import java.util.Optional;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;

/**
 * A log whose whole is one set that somebody announced: a set begins with the log, and what the log
 * itself says of sets that begin and end is left out. Every movement then counts from the first one
 * on, however few there are.
 */
public final class OneSetSource extends DerivedSource {
  private boolean due;

  /** Owns {@code source} from then on. */
  public OneSetSource(SessionSource source) {
    super(source);
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    if (due) {
      due = false;
      return Optional.of(Operator.of(0, Operator.Action.SET_START));
    }
    Optional<SessionEvent> next = source.next();
    while (next.isPresent() && saysWhenSetsAre(next.get())) {
      next = source.next();
    }
    due = next.isPresent() && next.get() instanceof Started;
    return next;
  }

  private static boolean saysWhenSetsAre(SessionEvent event) {
    return event instanceof Operator operator
        && (operator.action() == Operator.Action.SET_START
            || operator.action() == Operator.Action.SET_STOP);
  }
}
