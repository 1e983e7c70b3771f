package org.plumbline.device.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/**
 * A synthetic session with the load of a full set-up: seven IMUs of nine 16-bit channels at 200 Hz
 * and eight EMG channels at 2 kHz, in packets of 10 and 20 samples, device clocks that run fast by
 * some ppm and jitter by a tick. The same seed gives the same events.
 */
final class SyntheticSession {
  static final int IMUS = 7;
  private static final int EMG_STREAM = 8;
  private static final int EMG_CHANNELS = 8;
  private static final int IMU_PACKET = 10;
  private static final int EMG_PACKET = 20;
  private static final long STEP_NANOS = 10_000_000;
  private static final String[] PLACES = {
    "pelvis", "left-thigh", "right-thigh", "left-shank", "right-shank", "trunk", "left-foot"
  };
  private static final Axis[] XYZ = {Axis.X, Axis.Y, Axis.Z};

  private final Random random;
  private final int steps;
  private int step;
  private final ClockLine[] clocks = new ClockLine[IMUS + 2];

  SyntheticSession(int seconds, long seed) {
    random = new Random(seed);
    steps = (int) (seconds * 1_000_000_000L / STEP_NANOS);
  }

  /** All events of a session of this length. */
  static List<SessionEvent> events(int seconds, long seed) {
    List<SessionEvent> events = new ArrayList<>();
    SyntheticSession session = new SyntheticSession(seconds, seed);
    session.begin(events::add);
    while (session.step(events::add)) {
      // every step adds its events
    }
    return events;
  }

  /** What a session begins with. */
  void begin(Consumer<SessionEvent> log) {
    log.accept(
        new Started("S01", 1_790_000_000_000L, 123_456_789L, "plumbline 0.1.0", "synthetic"));
    for (int s = 1; s <= EMG_STREAM; s++) {
      clocks[s] = new ClockLine(s, s, 1_000_000L * s, 0, 1000 * (1 + s * 1e-6));
      StreamDescriptor stream = s == EMG_STREAM ? emg() : imu(s);
      log.accept(new Described(s, stream));
      log.accept(clocks[s]);
    }
    log.accept(ContextApplied.of(20, "{\"exercise\":\"squat\"}", "synthetic"));
    log.accept(Operator.of(30, Operator.Action.SET_START));
  }

  /** The events of the next 10 ms; false after the last. */
  boolean step(Consumer<SessionEvent> log) {
    if (step == steps) {
      return false;
    }
    step++;
    long now = step * STEP_NANOS;
    if (step % 5 == 0) {
      for (int s = 1; s <= IMUS; s++) {
        log.accept(packet(s, now, IMU_PACKET, 9, 5000));
      }
    }
    log.accept(packet(EMG_STREAM, now, EMG_PACKET, EMG_CHANNELS, 500));
    if (step % 10 == 0) {
      log.accept(new Tick(now));
    }
    if (step % 300 == 0) {
      log.accept(Operator.of(now, Operator.Action.MARK));
      log.accept(new Rejected(now, "synthetic", 17, "a damaged frame"));
      log.accept(new Lost(now, 2, step / 5L * IMU_PACKET, Lost.UNKNOWN, Lost.Cause.WIRE));
    }
    if (step == steps) {
      log.accept(new Ended(now, "stopped by the operator"));
    }
    return true;
  }

  /** Nanoseconds of log time up to here. */
  long nowNanos() {
    return step * STEP_NANOS;
  }

  private Samples packet(int stream, long now, int size, int channels, long ticksPerSample) {
    int packets = stream == EMG_STREAM ? step : step / 5;
    long firstIndex = (long) (packets - 1) * size;
    long[] ticks = new long[size];
    long[] nanos = new long[size];
    int[] counts = new int[size * channels];
    for (int i = 0; i < size; i++) {
      long index = firstIndex + i;
      ticks[i] = clocks[stream].deviceTicks() + index * ticksPerSample + random.nextInt(2);
      nanos[i] = clocks[stream].toSessionNanos(ticks[i]);
      for (int c = 0; c < channels; c++) {
        counts[i * channels + c] = count(stream, index, c);
      }
    }
    return Samples.ofCounts(
        stream,
        now - 3_000_000 + random.nextInt(1_000_000),
        firstIndex,
        channels,
        ticks,
        nanos,
        counts);
  }

  private int count(int stream, long index, int channel) {
    double period = stream == EMG_STREAM ? 26 : 400;
    double size = stream == EMG_STREAM ? 300 + 2500 * Math.max(0, wave(index, 8000)) : 6000;
    double noise = stream == EMG_STREAM ? 800 : 25;
    return (int)
        Math.round(
            size * wave(index + 31L * channel, period) + noise * (random.nextDouble() - 0.5));
  }

  private static double wave(long index, double period) {
    return Math.sin(2 * Math.PI * index / period);
  }

  private static StreamDescriptor imu(int id) {
    List<Channel> channels = new ArrayList<>();
    Quantity[] quantities = {Quantity.ACCELERATION, Quantity.ANGULAR_RATE, Quantity.MAGNETIC_FIELD};
    double[] scales = {9.81 / 4096, Math.PI / 180 / 16.4, 0.15};
    for (int q = 0; q < quantities.length; q++) {
      for (Axis axis : XYZ) {
        channels.add(
            new Channel(
                quantities[q] + "." + axis,
                quantities[q],
                axis,
                Location.parse(PLACES[id - 1]),
                scales[q],
                0,
                2_000_000));
      }
    }
    return new StreamDescriptor(
        id,
        "imu " + id,
        "",
        StreamDescriptor.Origin.SYNTHETIC,
        200,
        1_000_000,
        StreamDescriptor.DEFAULT_LATENESS_NANOS,
        channels);
  }

  private static StreamDescriptor emg() {
    List<Channel> channels = new ArrayList<>();
    String[] muscles = {"gluteus-maximus", "gluteus-medius", "biceps-femoris", "erector-spinae"};
    for (String side : new String[] {"left", "right"}) {
      for (String muscle : muscles) {
        channels.add(
            new Channel(
                side + " " + muscle,
                Quantity.EMG,
                Axis.NONE,
                Location.parse(side + "-" + muscle),
                2.4e-7,
                0,
                0));
      }
    }
    return new StreamDescriptor(
        EMG_STREAM,
        "emg",
        "",
        StreamDescriptor.Origin.SYNTHETIC,
        2000,
        1_000_000,
        StreamDescriptor.DEFAULT_LATENESS_NANOS,
        channels);
  }
}
