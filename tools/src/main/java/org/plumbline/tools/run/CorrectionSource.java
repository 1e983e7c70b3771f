package org.plumbline.tools.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.CorrectionJson;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;

/**
 * A log with corrections by hand in it: before the first sample, and behind corrections that the
 * log has of itself, so that these are the later ones. What comes out is a log like any other.
 */
public final class CorrectionSource extends DerivedSource {
  private final List<Correction> corrections;
  private final Deque<SessionEvent> ahead = new ArrayDeque<>();
  private boolean merged;

  /** Owns {@code source} from then on. */
  public CorrectionSource(SessionSource source, List<Correction> corrections) {
    super(source);
    this.corrections = List.copyOf(corrections);
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    if (!ahead.isEmpty()) {
      return Optional.of(ahead.remove());
    }
    Optional<SessionEvent> next = source.next();
    if (merged || (next.isPresent() && belongsToTheHead(next.get()))) {
      return next;
    }
    merged = true;
    // The head of a log is at its zero; what follows must not be older.
    corrections.forEach(correction -> ahead.add(CorrectionJson.event(0, correction)));
    next.ifPresent(ahead::add);
    return Optional.ofNullable(ahead.poll());
  }

  private static boolean belongsToTheHead(SessionEvent event) {
    boolean correction =
        event instanceof Operator operator && operator.action() == Operator.Action.CORRECT;
    return event instanceof Started || event instanceof ContextApplied || correction;
  }
}
