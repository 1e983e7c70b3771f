package org.plumbline.device.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.StreamDescriptor;

/**
 * One stream of a table: which columns it takes and what they measured.
 *
 * @param location of every channel that has none of its own; empty when whoever opens the file has
 *     to say it
 * @param device maker and model, may be empty
 * @param rateHz of a stream slower than the rows: rows in which all of its cells are missing are
 *     then not samples of it
 */
public record StreamRule(
    String name,
    Optional<Location> location,
    String device,
    OptionalDouble rateHz,
    List<ChannelRule> channels) {

  /**
   * One column of a stream; {@code value = cell * scale + offset} in the SI unit of the quantity.
   *
   * @param location its own; empty for the stream's
   */
  public record ChannelRule(
      ColumnRef column,
      Quantity quantity,
      Axis axis,
      Optional<Location> location,
      double scale,
      double offset,
      long latencyNanos) {}

  public StreamRule {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || channels.size() > StreamDescriptor.MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "stream \""
              + name
              + "\" has "
              + channels.size()
              + " columns, not 1.."
              + StreamDescriptor.MAX_CHANNELS);
    }
  }

  /** Whether every channel knows where it was. */
  boolean isPlaced() {
    return location.isPresent() || channels.stream().allMatch(c -> c.location().isPresent());
  }

  StreamRule at(Location newLocation) {
    return new StreamRule(name, Optional.of(newLocation), device, rateHz, channels);
  }
}
