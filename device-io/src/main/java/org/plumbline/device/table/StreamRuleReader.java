package org.plumbline.device.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.table.StreamRule.ChannelRule;

/** One entry of {@code streams:} in a profile. */
final class StreamRuleReader {
  private static final Axis[] XYZ = {Axis.X, Axis.Y, Axis.Z};
  private static final Axis[] WXYZ = {Axis.W, Axis.X, Axis.Y, Axis.Z};

  /** Filters of the field delay by milliseconds; a minute is a slip of the pen. */
  private static final double MAX_LATENCY_MILLIS = 60_000;

  private final String file;
  private final ProfileSection stream;
  private final List<ChannelRule> channels = new ArrayList<>();
  private final long latencyNanos;

  private StreamRuleReader(String file, ProfileSection stream) throws IOException {
    this.file = file;
    this.stream = stream;
    this.latencyNanos = latency(stream, 0);
  }

  static StreamRule read(String file, YamlNode node) throws IOException {
    ProfileSection stream =
        ProfileSection.of(
            file,
            "a stream",
            node,
            "name",
            "location",
            "device",
            "rate",
            "latencyMillis",
            "acceleration",
            "angularRate",
            "magneticField",
            "quaternion",
            "muscles",
            "angles",
            "other");
    return new StreamRuleReader(file, stream).rule();
  }

  private StreamRule rule() throws IOException {
    String name = stream.text("name").strip();
    if (name.isEmpty() || name.length() > 64) {
      throw stream.complaint(stream.requiredNode("name"), "name must be 1 to 64 letters");
    }
    vector("acceleration", Quantity.ACCELERATION, XYZ);
    vector("angularRate", Quantity.ANGULAR_RATE, XYZ);
    vector("magneticField", Quantity.MAGNETIC_FIELD, XYZ);
    vector("quaternion", Quantity.QUATERNION, WXYZ);
    placed("muscles", Quantity.EMG);
    placed("angles", Quantity.ANGLE);
    others();
    if (channels.isEmpty()) {
      throw stream.complaint(
          stream.mapping(),
          "stream "
              + Place.quoted(name)
              + " has no columns: give acceleration, angularRate, magneticField, quaternion,"
              + " muscles, angles or other");
    }
    OptionalDouble rate = stream.number("rate");
    if (rate.isPresent()) {
      stream.checked(stream.requiredNode("rate"), TimeRule.ByRate::new, rate.getAsDouble());
    }
    Optional<Location> location = location(name);
    String device = stream.text("device", "");
    return stream.checked(
        stream.mapping(), c -> new StreamRule(name, location, device, rate, c), channels);
  }

  /** Empty when the profile leaves it to whoever opens a file. */
  private Optional<Location> location(String name) throws IOException {
    Optional<YamlNode> node = stream.node("location");
    if (node.isEmpty()) {
      boolean allPlaced = channels.stream().allMatch(c -> c.location().isPresent());
      if (!allPlaced) {
        throw stream.complaint(
            stream.mapping(),
            "stream "
                + Place.quoted(name)
                + " needs a location such as right-thigh, or unplaced, or ask when whoever opens"
                + " a file has to say it");
      }
      return Optional.empty();
    }
    String id = stream.text("location").strip();
    return id.equals("ask")
        ? Optional.empty()
        : Optional.of(stream.checked(node.get(), Location::parse, id));
  }

  /** A sensor with axes: {@code {columns: [x, y, z], unit: ..}} or {@code columns: {x: .., ..}}. */
  private void vector(String key, Quantity quantity, Axis[] axes) throws IOException {
    if (!stream.has(key)) {
      return;
    }
    boolean unitless = quantity == Quantity.QUATERNION;
    ProfileSection sensor =
        unitless
            ? stream.section(key, "columns", "latencyMillis")
            : stream.section(key, "columns", "unit", "scale", "latencyMillis");
    double unit = unitless ? 1 : unit(sensor, quantity);
    boolean arbitrary = !unitless && sensor.text("unit").equals(UnitTable.ARBITRARY);
    Quantity kept = arbitrary ? Quantity.OTHER : quantity;
    double[] scales = scales(sensor, axes.length);
    long latency = latency(sensor, latencyNanos);
    YamlNode columns = sensor.requiredNode("columns");
    for (int a = 0; a < axes.length; a++) {
      Optional<YamlNode> column = columnOf(sensor, columns, axes, a);
      if (column.isPresent()) {
        channels.add(
            new ChannelRule(
                sensor.column("columns", column.get()),
                kept,
                axes[a],
                Optional.empty(),
                unit * scales[a],
                0,
                latency));
      }
    }
  }

  private Optional<YamlNode> columnOf(
      ProfileSection sensor, YamlNode columns, Axis[] axes, int axis) throws IOException {
    if (columns instanceof YamlNode.Sequence list) {
      if (list.items().size() != axes.length) {
        throw sensor.complaint(
            columns,
            "columns must name "
                + axes.length
                + " columns ("
                + axisNames(axes)
                + "), found "
                + list.items().size()
                + "; for fewer axes write columns: {x: ..}");
      }
      return Optional.of(list.items().get(axis));
    }
    return ProfileSection.of(file, "columns", columns, axisNames(axes).split(", ", -1))
        .node(Location.idOf(axes[axis]));
  }

  private static String axisNames(Axis[] axes) {
    StringBuilder names = new StringBuilder();
    for (Axis axis : axes) {
      names.append(names.isEmpty() ? "" : ", ").append(Location.idOf(axis));
    }
    return names.toString();
  }

  /** Channels that each have their own location: {@code - {column: .., location: .., unit: ..}}. */
  private void placed(String key, Quantity quantity) throws IOException {
    if (!stream.has(key)) {
      return;
    }
    for (YamlNode item : stream.items(key)) {
      ProfileSection entry =
          ProfileSection.of(
              file, key, item, "column", "location", "unit", "scale", "offset", "latencyMillis");
      double unit = unit(entry, quantity);
      Location location =
          entry.checked(entry.requiredNode("location"), Location::parse, entry.text("location"));
      requireFitting(entry, quantity, location);
      channels.add(
          new ChannelRule(
              entry.column("column", entry.requiredNode("column")),
              quantity,
              Axis.NONE,
              Optional.of(location),
              unit * scales(entry, 1)[0],
              unit * entry.number("offset").orElse(0),
              latency(entry, latencyNanos)));
    }
  }

  private static void requireFitting(ProfileSection entry, Quantity quantity, Location location)
      throws IOException {
    boolean fits =
        location instanceof Location.Unplaced
            || (quantity == Quantity.EMG
                ? location instanceof Location.OnMuscle
                : location instanceof Location.AtJoint);
    if (!fits) {
      throw entry.complaint(
          entry.requiredNode("location"),
          quantity == Quantity.EMG
              ? location.id() + " is no muscle; write for example left-gluteus-maximus"
              : location.id() + " is no joint; write for example right-knee");
    }
  }

  private void others() throws IOException {
    if (!stream.has("other")) {
      return;
    }
    for (YamlNode item : stream.items("other")) {
      channels.add(
          new ChannelRule(
              stream.column("other", item),
              Quantity.OTHER,
              Axis.NONE,
              Optional.empty(),
              1,
              0,
              latencyNanos));
    }
  }

  private static double unit(ProfileSection section, Quantity quantity) throws IOException {
    Map<String, Double> units = UnitTable.of(quantity);
    String unit = section.text("unit").strip();
    Double size = units.get(unit);
    if (size == null) {
      throw section.complaint(
          section.requiredNode("unit"),
          "unit must be one of "
              + String.join(", ", units.keySet())
              + ", found "
              + Place.quoted(unit));
    }
    return size;
  }

  /** {@code scale: 2} for all, or one per axis as in {@code scale: [1, -1, 1]}. */
  private static double[] scales(ProfileSection section, int axes) throws IOException {
    double[] scales = new double[axes];
    Optional<YamlNode> node = section.node("scale");
    for (int a = 0; a < axes; a++) {
      if (node.isEmpty()) {
        scales[a] = 1;
      } else if (node.get() instanceof YamlNode.Sequence list && list.items().size() == axes) {
        scales[a] = section.number("scale", list.items().get(a));
      } else {
        scales[a] = section.number("scale", node.get());
      }
      if (scales[a] == 0) {
        throw section.complaint(section.requiredNode("scale"), "scale must not be 0");
      }
    }
    return scales;
  }

  private static long latency(ProfileSection section, long fallbackNanos) throws IOException {
    OptionalDouble millis = section.number("latencyMillis");
    if (millis.isEmpty()) {
      return fallbackNanos;
    }
    if (millis.getAsDouble() < 0 || millis.getAsDouble() > MAX_LATENCY_MILLIS) {
      throw section.complaint(
          section.requiredNode("latencyMillis"), "latencyMillis must be within 0..60000");
    }
    return Math.round(millis.getAsDouble() * 1e6);
  }
}
