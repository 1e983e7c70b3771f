package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** The inertial streams of a session and where they are worn. One thread. */
public final class WornStreams {

  /** Two samples of a slow sensor. */
  private static final int BRIDGED_STEPS = 8;

  private final List<InertialStream> all = new ArrayList<>();
  private final Set<OnSegment> ambiguous = new LinkedHashSet<>();

  /** Streams whose placement is clear. */
  private List<InertialStream> clear = List.of();

  /** Takes in a stream; a second one on the same segment makes both useless. */
  public void add(InertialStream stream) {
    if (all.stream().anyMatch(other -> other.placement().equals(stream.placement()))) {
      ambiguous.add(stream.placement());
    }
    all.add(stream);
    sort();
  }

  /**
   * Makes two streams useless whose samples are the same ones: one of them is not where it says.
   */
  public void sameSamples(InertialStream one, InertialStream other) {
    ambiguous.add(one.placement());
    ambiguous.add(other.placement());
    sort();
  }

  /** Forgets a stream. */
  public void remove(InertialStream stream) {
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

  public List<InertialStream> all() {
    return all;
  }

  /** Those whose placement is clear. */
  public List<InertialStream> clear() {
    return clear;
  }

  /** Placements that more than one stream claims. */
  public Set<OnSegment> ambiguous() {
    return ambiguous;
  }

  /** Where sensors are worn, as far as that is clear. */
  public List<OnSegment> placements() {
    return clear.stream().map(InertialStream::placement).toList();
  }

  /** Ids of the segments with a sensor that is clear. */
  public List<String> placementIds() {
    return clear.stream().map(stream -> stream.placement().id()).toList();
  }

  /** Whether a sensor is on a segment, on either side. */
  public boolean isWorn(Segment segment) {
    return clear.stream().anyMatch(stream -> stream.placement().segment() == segment);
  }

  /** Those on a segment, on either side. */
  public List<InertialStream> on(Segment segment) {
    return clear.stream().filter(stream -> stream.placement().segment() == segment).toList();
  }

  /** On a segment; of one leg where one is named and the segment has sides. */
  public List<InertialStream> on(Segment segment, Optional<Side> leg) {
    boolean oneLeg = segment.paired() && leg.isPresent();
    return on(segment).stream()
        .filter(stream -> !oneLeg || stream.placement().side() == leg.get())
        .toList();
  }

  /**
   * Legs with a sensor on thigh or shank, or on the segment that counts, left first; both where
   * there is none at all, so that rules can say what they miss.
   */
  public List<Side> legs(Segment counted) {
    List<Side> legs = new ArrayList<>();
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      boolean worn =
          clear.stream()
              .anyMatch(
                  one ->
                      one.placement().side() == side
                          && (one.placement().segment() != Segment.FOOT
                              || counted == Segment.FOOT));
      if (worn) {
        legs.add(side);
      }
    }
    return legs.isEmpty() ? List.of(Side.LEFT, Side.RIGHT) : legs;
  }

  /**
   * "Up" in sensor coordinates of every clear sensor on a segment, NaN where it is missing, or not
   * believed while another one is. The moment at which a sensor is put right is bridged: a posture
   * does not change in it.
   */
  public Vector3[] ups(
      Segment segment, Optional<Side> leg, long step, Predicate<InertialStream> believed) {
    List<InertialStream> on = on(segment, leg);
    boolean anyBelieved = on.stream().anyMatch(believed);
    return on.stream()
        .map(
            stream ->
                anyBelieved && !believed.test(stream) ? Vector3.UNKNOWN : upOrBridge(stream, step))
        .toArray(Vector3[]::new);
  }

  /** "Up" in sensor coordinates of the sensor on a placement, where it is clear and believed. */
  public Optional<Vector3> up(OnSegment placement, long step, Predicate<InertialStream> believed) {
    return clear.stream()
        .filter(stream -> stream.placement().equals(placement) && believed.test(stream))
        .map(stream -> upOrBridge(stream, step))
        .filter(Vector3::isKnown)
        .findFirst();
  }

  /**
   * By how much the inclination of a segment changes between two steps; NaN where not known.
   *
   * @param believed whether a sensor is believed at the second step
   */
  public double turnedRad(
      Segment segment, Optional<Side> leg, long from, long to, Predicate<InertialStream> believed) {
    for (InertialStream stream : on(segment, leg)) {
      if (stream.sameMeaning(from, to)) {
        Vector3 start = upOrBridge(stream, from);
        Vector3 end = upOrBridge(stream, to);
        if (start.isKnown() && end.isKnown() && believed.test(stream)) {
          return start.angleToRad(end);
        }
      }
    }
    return Double.NaN;
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
  public int[] meanings(Segment segment, Optional<Side> leg, long step) {
    return on(segment, leg).stream()
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
