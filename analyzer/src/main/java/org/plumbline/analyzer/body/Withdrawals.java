package org.plumbline.analyzer.body;

import static org.plumbline.analyzer.health.HealthFinding.Code.CLOCK_FACTOR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.device.log.Location.OnSegment;

/**
 * Sensors that were found to have been wrong all along, each from the moment it appeared until it
 * was found. One thread.
 */
final class Withdrawals {
  private final Map<OnSegment, Long> appeared = new LinkedHashMap<>();
  private final Map<OnSegment, List<Withdrawal>> known = new LinkedHashMap<>();
  private final Map<OnSegment, HealthFinding.Code> standing = new LinkedHashMap<>();
  private List<Withdrawal> fresh = new ArrayList<>();

  /** A sensor shows something for the first time. */
  void appeared(OnSegment placement, long step) {
    appeared.put(placement, step);
  }

  /** Another sensor is on a segment: what was judged with the one before stays as it is. */
  void forget(OnSegment placement) {
    appeared.remove(placement);
    known.remove(placement);
    standing.remove(placement);
  }

  /** A sensor was found wrong at a grid step. */
  void add(OnSegment placement, long step, HealthFinding finding) {
    Reason reason = SensorLearning.reason("wrong-so-far", placement.id(), finding.text());
    long from = appeared.getOrDefault(placement, 0L);
    Withdrawal withdrawal =
        new Withdrawal(placement, from, step, reason, finding.code() == CLOCK_FACTOR);
    known.computeIfAbsent(placement, key -> new ArrayList<>()).add(withdrawal);
    fresh.add(withdrawal);
  }

  /** What is held against a sensor at a grid step, which is news only when it begins. */
  void stands(OnSegment placement, long step, Optional<HealthFinding> finding) {
    if (finding.isEmpty()) {
      standing.remove(placement);
    } else if (standing.put(placement, finding.get().code()) != finding.get().code()) {
      add(placement, step, finding.get());
    }
  }

  /** Why a sensor is not read in a repetition that begins at a grid step. */
  Optional<Reason> why(OnSegment placement, long start) {
    return known.getOrDefault(placement, List.of()).stream()
        .filter(one -> one.covers(start))
        .map(Withdrawal::reason)
        .findFirst();
  }

  /** Those that were added since this was asked for last. */
  List<Withdrawal> take() {
    if (fresh.isEmpty()) {
      return List.of();
    }
    List<Withdrawal> taken = fresh;
    fresh = new ArrayList<>();
    return taken;
  }
}
