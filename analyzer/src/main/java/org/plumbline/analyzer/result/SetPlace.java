package org.plumbline.analyzer.result;

import java.util.List;
import org.plumbline.analyzer.protocol.Protocol;

/**
 * Where a protocol has a set.
 *
 * @param told numbers of the repetitions of which the person was told, in the order of telling
 */
public record SetPlace(Protocol.Place planned, List<Integer> told) {
  public SetPlace {
    told = List.copyOf(told);
  }
}
