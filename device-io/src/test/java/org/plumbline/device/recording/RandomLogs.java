package org.plumbline.device.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/** Logs that keep the order rules and are otherwise as odd as the event types allow. */
final class RandomLogs {
  private final Random random;
  private final TreeMap<Integer, Integer> channelsOf = new TreeMap<>();
  private final TreeMap<Integer, Long> nextIndexOf = new TreeMap<>();

  RandomLogs(long seed) {
    random = new Random(seed);
  }

  List<SessionEvent> log(int events) {
    List<SessionEvent> log = new ArrayList<>();
    log.add(new Started("S-" + random.nextInt(1000), odd(), odd(), text(), text()));
    for (int i = 0; i < events; i++) {
      log.add(event());
    }
    if (random.nextBoolean()) {
      log.add(new Ended(odd(), text()));
    }
    return log;
  }

  private SessionEvent event() {
    boolean any = !channelsOf.isEmpty();
    return switch (random.nextInt(any ? 12 : 5)) {
      case 0 -> described();
      case 1 -> new Rejected(odd(), text(), odd(), text());
      case 2 -> new Tick(odd());
      case 3 -> new Operator(odd(), one(Operator.Action.values()), oddDouble(), text());
      case 4 -> ContextApplied.of(odd(), "{\"a\":\"" + text() + "\"}", text());
      case 5 ->
          new ClockLine(odd(), stream(), odd(), odd(), Math.abs(random.nextGaussian()) + 1e-9);
      case 6 ->
          new Lost(
              odd(),
              stream(),
              odd(),
              random.nextBoolean() ? Lost.UNKNOWN : 1 + random.nextInt(100),
              one(Lost.Cause.values()));
      default -> samples();
    };
  }

  private Described described() {
    int id = 1 + random.nextInt(65_535);
    int size = 1 + random.nextInt(random.nextInt(10) == 0 ? StreamDescriptor.MAX_CHANNELS : 9);
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      channels.add(
          new Channel(
              text(),
              one(Quantity.values()),
              one(Axis.values()),
              location(),
              random.nextGaussian() + 2e-300,
              random.nextGaussian(),
              random.nextLong() >>> 1));
    }
    channelsOf.put(id, size);
    nextIndexOf.put(id, random.nextBoolean() ? 0 : random.nextLong() >> 1);
    return new Described(
        odd(),
        new StreamDescriptor(
            id,
            text(),
            text(),
            one(StreamDescriptor.Origin.values()),
            random.nextDouble() * 100_000,
            1 + random.nextInt(1_000_000_000),
            1 + (random.nextLong() >>> 2),
            channels));
  }

  private Location location() {
    Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
    return switch (random.nextInt(5)) {
      case 0 -> new Location.Unplaced();
      case 1 -> new Location.OnMuscle(one(Muscle.values()), side);
      case 2 -> new Location.AtJoint(Joint.KNEE, side);
      case 3 -> new Location.AtJoint(Joint.LUMBAR, Side.MIDLINE);
      default -> {
        Segment segment = one(Segment.values());
        yield new Location.OnSegment(segment, segment.paired() ? side : Side.MIDLINE);
      }
    };
  }

  private Samples samples() {
    int stream = stream();
    int channels = channelsOf.getOrDefault(stream, 1);
    int size = 1 + random.nextInt(30);
    long firstIndex = nextIndexOf.getOrDefault(stream, 0L) + random.nextInt(3);
    nextIndexOf.put(stream, firstIndex + size);
    long[] ticks = times(size);
    long[] nanos = times(size);
    if (random.nextBoolean()) {
      int[] counts = new int[size * channels];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = random.nextInt() >> random.nextInt(32);
      }
      return Samples.ofCounts(stream, odd(), firstIndex, channels, ticks, nanos, counts);
    }
    double[] values = new double[size * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = oddDouble();
    }
    return Samples.ofValues(stream, odd(), firstIndex, channels, ticks, nanos, values);
  }

  /** Regular, jittering or without any sense, up to the ends of 64 bits. */
  private long[] times(int size) {
    long[] times = new long[size];
    int kind = random.nextInt(3);
    long first = odd();
    for (int i = 0; i < size; i++) {
      times[i] =
          switch (kind) {
            case 0 -> first + i * 5000L;
            case 1 -> first + i * 500_000L + random.nextInt(5);
            default -> odd();
          };
    }
    return times;
  }

  private int stream() {
    List<Integer> known = new ArrayList<>(channelsOf.keySet());
    return known.get(random.nextInt(known.size()));
  }

  private long odd() {
    return switch (random.nextInt(6)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> 0;
      default -> random.nextLong() >> random.nextInt(64);
    };
  }

  /** Any 64 bits at all: every kind of NaN, both zeros, infinities, subnormal numbers. */
  private double oddDouble() {
    return switch (random.nextInt(6)) {
      case 0 -> Double.NaN;
      case 1 -> -0.0;
      case 2 -> Double.NEGATIVE_INFINITY;
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int size = random.nextInt(8);
    for (int i = 0; i < size; i++) {
      int point = random.nextInt(0x11000);
      text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0x1F9B5 : point);
    }
    return text.toString();
  }

  private <E> E one(E[] values) {
    return values[random.nextInt(values.length)];
  }
}
