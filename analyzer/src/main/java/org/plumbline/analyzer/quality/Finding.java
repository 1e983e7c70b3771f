package org.plumbline.analyzer.quality;

import java.util.List;
import org.plumbline.device.log.Side;

/**
 * A rule that was violated in at least 3 of the last 5 assessable repetitions of a set.
 *
 * @param repetitions indices (from 1) of the violating repetitions
 * @param text for people, with the evidence
 */
public record Finding(String rule, Side side, List<Integer> repetitions, String text) {
  public Finding {
    repetitions = List.copyOf(repetitions);
  }
}
