package org.plumbline.tools.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;

/** Only the sensors on one kind of segment, as if nothing else had been worn. */
final class OneSensor implements ThinnedSource.Thinning {
  private final Segment worn;
  private final Set<Integer> kept = new HashSet<>();

  OneSensor(Segment worn) {
    this.worn = worn;
  }

  @Override
  public List<SessionEvent> thin(SessionEvent event) {
    if (event instanceof Described described) {
      boolean stays =
          described.stream().channels().stream()
              .anyMatch(
                  channel ->
                      channel.location() instanceof OnSegment place && place.segment() == worn);
      if (stays) {
        kept.add(described.stream().id());
      }
      return stays ? List.of(event) : List.of();
    }
    boolean other =
        (event instanceof Samples samples && !kept.contains(samples.stream()))
            || (event instanceof Lost lost && !kept.contains(lost.stream()));
    return other ? List.of() : List.of(event);
  }
}
