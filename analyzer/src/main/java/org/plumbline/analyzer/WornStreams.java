package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The inertial streams of a session and where they are worn. One thread. */
final class WornStreams {

  /** Two samples of a slow sensor. */
  private static final int BRIDGED_STEPS = 8;

  private final List<InertialStream> all = new ArrayList<>();
  private final Set<OnSegment> ambiguous = new LinkedHashSet<>();

  /** Streams whose placement is clear. */
  private List<InertialStream> clear = List.of();

  /** Takes in a stream; a second one on the same segment makes both useless. */
  void add(InertialStream stream) {
    if (all.stream().anyMatch(other -> other.placement().equals(stream.placement()))) {
      ambiguous.add(stream.placement());
    }
    all.add(stream);
    sort();
  }

  /** Forgets a stream. */
  void remove(InertialStream stream) {
    all.remove(stream);
    boolean still =
        all.stream().filter(one -> one.placement().equals(stream.placement())).count() > 1;
    if (!still) {
      ambiguous.remove(stream.placement());
    }
    sort();
  }

  private void sort() {
    clear = all.stream().filter(one -> !ambiguous.contains(one.placement())).toList();
  }

  List<InertialStream> all() {
    return all;
  }

  /** Those whose placement is clear. */
  List<InertialStream> clear() {
    return clear;
  }

  /** Placements that more than one stream claims. */
  Set<OnSegment> ambiguous() {
    return ambiguous;
  }

  /** Where sensors are worn, as far as that is clear. */
  List<OnSegment> placements() {
    return clear.stream().map(InertialStream::placement).toList();
  }

  /** Those on a segment, on either side. */
  List<InertialStream> on(Segment segment) {
    return clear.stream().filter(stream -> stream.placement().segment() == segment).toList();
  }

  /** Legs with a sensor on thigh or shank, left first. */
  List<Side> legs() {
    List<Side> legs = new ArrayList<>();
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      boolean worn =
          clear.stream()
              .anyMatch(
                  one ->
                      one.placement().side() == side && one.placement().segment() != Segment.FOOT);
      if (worn) {
        legs.add(side);
      }
    }
    return legs;
  }

  /**
   * "Up" in sensor coordinates of every clear sensor on a segment, NaN where it is missing, or not
   * believed while another one is. The moment at which a sensor is put right is bridged: a posture
   * does not change in it.
   */
  Vector3[] ups(Segment segment, long step, Predicate<InertialStream> believed) {
    List<InertialStream> on = on(segment);
    boolean anyBelieved = on.stream().anyMatch(believed);
    return on.stream()
        .map(
            stream ->
                anyBelieved && !believed.test(stream) ? Vector3.UNKNOWN : upOrBridge(stream, step))
        .toArray(Vector3[]::new);
  }

  private static Vector3 upOrBridge(InertialStream stream, long step) {
    for (long at = step; at >= step - BRIDGED_STEPS; at--) {
      if (stream.track().has(at)) {
        return stream.up(at);
      }
    }
    return Vector3.UNKNOWN;
  }

  /**
   * How often the numbers of each of these sensors have changed their meaning, as {@link #ups}
   * shows them at a step; -1 where a sensor is missing.
   */
  int[] meanings(Segment segment, long step) {
    return on(segment).stream()
        .mapToInt(
            stream -> {
              long at = step;
              while (at > step - BRIDGED_STEPS && !stream.track().has(at)) {
                at--;
              }
              return stream.track().has(at) ? stream.meaning(at) : -1;
            })
        .toArray();
  }
}
