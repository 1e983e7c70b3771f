package org.plumbline.device.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Side;

/**
 * What a kind of table looks like and what its columns measured. Written as YAML, see {@code
 * docs/table-profiles.md}; read with {@link TableProfiles}.
 *
 * @param name one word for people: {@code xsens-mt}
 * @param about whose files these are, their licence, what was assumed
 * @param counter the column that tells of holes, if there is one
 * @param start the column whose first stamp is the wall clock at the first row, if there is one
 */
public record TableProfile(
    String name,
    String about,
    TableFormat format,
    TimeRule time,
    Optional<CounterRule> counter,
    Optional<StartRule> start,
    List<StreamRule> streams) {

  /** The version of the profile format that this program reads. */
  public static final int FORMAT_VERSION = 1;

  /** More than any table of the field feeds. */
  static final int MAX_STREAMS = 64;

  /** A column of date-time stamps of which the first gives the wall clock of the session. */
  public record StartRule(ColumnRef column, TimeRule.TimeCell.Stamp stamp) {}

  public TableProfile {
    streams = List.copyOf(streams);
    if (streams.isEmpty() || streams.size() > MAX_STREAMS) {
      throw new IllegalArgumentException(
          "profile " + name + " has " + streams.size() + " streams, not 1.." + MAX_STREAMS);
    }
    Set<String> names = new HashSet<>();
    for (StreamRule stream : streams) {
      if (!names.add(stream.name())) {
        throw new IllegalArgumentException("two streams are called \"" + stream.name() + "\"");
      }
    }
  }

  /** Names of the streams whose location whoever opens a file has to say. */
  public List<String> streamsToPlace() {
    return streams.stream().filter(s -> !s.isPlaced()).map(StreamRule::name).toList();
  }

  /**
   * This profile with one stream worn at {@code location}.
   *
   * @throws IllegalArgumentException when there is no such stream, with a message for the user
   */
  public TableProfile withLocation(String stream, Location location) {
    List<String> names = streams.stream().map(StreamRule::name).toList();
    if (!names.contains(stream)) {
      throw new IllegalArgumentException(
          "profile " + name + " has no stream \"" + stream + "\"; it has " + names);
    }
    return withStreams(
        streams.stream().map(s -> s.name().equals(stream) ? s.at(location) : s).toList());
  }

  /** This profile with left and right exchanged, for a file from the other leg. */
  public TableProfile onOtherSide() {
    return withStreams(streams.stream().map(TableProfile::mirrored).toList());
  }

  private static StreamRule mirrored(StreamRule stream) {
    return new StreamRule(
        stream.name(),
        stream.location().map(TableProfile::mirrored),
        stream.device(),
        stream.rateHz(),
        stream.channels().stream()
            .map(
                c ->
                    new StreamRule.ChannelRule(
                        c.column(),
                        c.quantity(),
                        c.axis(),
                        c.location().map(TableProfile::mirrored),
                        c.scale(),
                        c.offset(),
                        c.latencyNanos()))
            .toList());
  }

  private static Location mirrored(Location location) {
    if (location instanceof Location.OnSegment at) {
      return new Location.OnSegment(at.segment(), mirrored(at.side()));
    }
    if (location instanceof Location.OnMuscle at) {
      return new Location.OnMuscle(at.muscle(), mirrored(at.side()));
    }
    if (location instanceof Location.AtJoint at) {
      return new Location.AtJoint(at.joint(), mirrored(at.side()));
    }
    return location;
  }

  private static Side mirrored(Side side) {
    return switch (side) {
      case LEFT -> Side.RIGHT;
      case RIGHT -> Side.LEFT;
      case MIDLINE -> Side.MIDLINE;
    };
  }

  private TableProfile withStreams(List<StreamRule> newStreams) {
    return new TableProfile(name, about, format, time, counter, start, newStreams);
  }
}
