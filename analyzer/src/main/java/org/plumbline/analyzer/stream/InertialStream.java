package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.health.FirstLook;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.health.MissingNumbers;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.health.SampleClock;
import org.plumbline.analyzer.health.TurnFactor;
import org.plumbline.analyzer.kinematics.Inclination;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/** A stream that knows its orientation: gaps filled, health watched, rows on the grid. */
public final class InertialStream extends StreamFold implements GapFiller.Sink {

  /** The rate is taken from the data; half a second of it is enough and delays nobody. */
  private static final double RATE_SECONDS = 0.5;

  /** A stream whose clock stands still must not fill the memory. */
  private static final int MOST_WAITING = 4096;

  /** Slower shows no movement; faster is no IMU. */
  private static final double LEAST_RATE_HZ = 10;

  private static final double MOST_RATE_HZ = 8000;

  /** Three times the longest gap that is filled in front of the filter would still be a hole. */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  /** Health changes slowly. */
  private static final double HEALTH_SECONDS = 0.1;

  private final OnSegment placement;
  private final GridTrack track = new GridTrack(WornSegment.COLUMNS, true, LONGEST_HOLE_NANOS);
  private final GridTrack alongUp = new GridTrack(1, false, LONGEST_HOLE_NANOS);
  private final HealthRows health = new HealthRows(LONGEST_HOLE_NANOS);
  private int samplesToHealth;
  private OrientationMethod method;
  private SensorColumns columns;
  private SampleClock clock;
  private boolean meaningChanged;
  private Supplier<List<HealthFinding>> bodyFindings = List::of;

  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<Chain> chain = Optional.empty();
  private Optional<SensorChain> kept = Optional.empty();
  private final MissingNumbers numbers = new MissingNumbers();
  private double[] imu;
  private final double[] force = new double[1];
  private final double[] row = new double[WornSegment.COLUMNS];
  private long previousTicks;
  private long previousNanos;
  private long currentTicks;
  private long currentNanos;

  private record Waiting(long index, long ticks, long nanos, List<Double> imu) {}

  /** What can only be made once the rate is known. */
  private record Chain(double rateHz, GapFiller gaps, SensorChain sensor, int healthEvery) {}

  public InertialStream(StreamDescriptor descriptor, OnSegment placement, OrientationMethod asked) {
    super(descriptor);
    this.placement = placement;
    method = SensorChains.method(descriptor, asked);
    columns = new SensorColumns(descriptor, method);
    imu = new double[columns.width()];
    clock = clockOf(descriptor);
  }

  /** Another method is asked for, before the first sample. */
  public void ask(OrientationMethod asked) {
    method = SensorChains.method(descriptor(), asked);
    columns = new SensorColumns(descriptor(), method);
    imu = new double[columns.width()];
  }

  @Override
  public Optional<OrientationMethod> orientation() {
    return Optional.of(method);
  }

  private static SampleClock clockOf(StreamDescriptor descriptor) {
    return new SampleClock(descriptor.ticksPerSecond(), descriptor.nominalRateHz());
  }

  @Override
  void restart() {
    columns = new SensorColumns(descriptor(), method);
    clock = clockOf(descriptor());
    waiting.clear();
    // The same device again: what was found out about its numbers holds.
    kept = chain.map(Chain::sensor).or(() -> kept);
    kept.ifPresent(sensor -> sensor.missing(0, false));
    chain = Optional.empty();
    track.interrupt();
    alongUp.interrupt();
    health.interrupt();
  }

  @Override
  void sample(Samples event, int i) {
    long nanos = event.sessionNanos(i);
    if (!clock.accept(event.firstIndex() + i, event.deviceTicks(i), nanos)) {
      return;
    }
    columns.read(event, i, imu);
    numbers.update(nanos, imu);
    if (chain.isPresent()) {
      feed(chain.get(), clock.index(), clock.ticks(), nanos, imu);
    } else {
      await(clock.index(), clock.ticks(), nanos);
    }
  }

  @Override
  void repeated(Samples event, int i) {
    clock.repeated(event.firstIndex() + i, event.deviceTicks(i));
  }

  private void await(long index, long ticks, long nanos) {
    Waiting next = new Waiting(index, ticks, nanos, DoubleStream.of(imu).boxed().toList());
    boolean broken = !waiting.isEmpty() && !follows(waiting.get(waiting.size() - 1), next);
    if (broken || waiting.size() >= MOST_WAITING) {
      waiting.clear();
    }
    waiting.add(next);
    Waiting first = waiting.get(0);
    double device = (ticks - first.ticks()) / (double) clock.ticksPerSecond();
    double session = (nanos - first.nanos()) * 1e-9;
    if (Math.max(device, session) < RATE_SECONDS
        || (session < 0.8 * RATE_SECONDS)
        || (device < RATE_SECONDS && session < 1.2 * RATE_SECONDS)) {
      return;
    }
    clock.judgeUnit(device, session);
    start();
  }

  /** Half a second was seen: what the rate is, what the unit is, and on from the first sample. */
  private void start() {
    Waiting first = waiting.get(0);
    Waiting last = waiting.get(waiting.size() - 1);
    long ticks =
        clock.converted(last.ticks(), last.nanos()) - clock.converted(first.ticks(), first.nanos());
    double rateHz = (last.index() - first.index()) * (double) clock.ticksPerSecond() / ticks;
    if (!(rateHz >= LEAST_RATE_HZ && rateHz <= MOST_RATE_HZ)) {
      waiting.clear();
      return;
    }
    FirstLook look = new FirstLook();
    for (Waiting early : waiting) {
      look.add(read(early));
    }
    double found = rateHz;
    SensorChain sensor =
        kept.map(one -> one.anew(found))
            .orElseGet(() -> SensorChains.of(method, descriptor(), found, look));
    chain = Optional.of(chainAt(rateHz, sensor));
    kept = Optional.empty();
    for (Waiting early : waiting) {
      long at = clock.converted(early.ticks(), early.nanos());
      feed(chain.orElseThrow(), early.index(), at, early.nanos(), read(early));
    }
    waiting.clear();
  }

  private double[] read(Waiting early) {
    for (int c = 0; c < imu.length; c++) {
      imu[c] = early.imu().get(c);
    }
    return imu;
  }

  /** A hole in what the rate is taken from would make it wrong. */
  private boolean follows(Waiting before, Waiting next) {
    double device = (next.ticks() - before.ticks()) / (double) clock.ticksPerSecond();
    double session = (next.nanos() - before.nanos()) * 1e-9;
    return next.index() > before.index()
        && device >= 0
        && Math.min(device, session) <= RATE_SECONDS / 2;
  }

  @Override
  public boolean isLearning() {
    return chain.isEmpty() && !waiting.isEmpty() && waiting.size() < MOST_WAITING / 2;
  }

  private Chain chainAt(double rateHz, SensorChain sensor) {
    return new Chain(
        rateHz,
        new GapFiller(
            GapFiller.Parameters.defaults(), clock.ticksPerSecond(), rateHz, imu.length, this),
        sensor,
        (int) Math.round(rateHz * HEALTH_SECONDS));
  }

  private void feed(Chain to, long index, long ticks, long nanos, double[] values) {
    previousTicks = currentTicks;
    previousNanos = currentNanos;
    currentTicks = ticks;
    currentNanos = nanos;
    to.sensor().repair(values);
    to.gaps().accept(index, ticks, values);
    if (meaningChanged) {
      // What comes is not comparable with what was; rows that are written stay.
      meaningChanged = false;
      health.newMeaning();
      chain = Optional.of(chainAt(to.rateHz(), to.sensor().anew(to.rateHz())));
      track.interrupt();
      alongUp.interrupt();
      health.interrupt();
    }
  }

  @Override
  public void sample(long deviceTicks, double intervalSeconds, boolean filled, double[] values) {
    Chain now = chain.orElseThrow();
    health.readjusted(now.sensor().readjustments().size());
    boolean oriented = now.sensor().update(intervalSeconds, filled, values, row);
    meaningChanged |= now.sensor().meaningChanged();
    if (oriented) {
      long nanos = sessionNanos(deviceTicks) - columns.latencyNanos() - now.sensor().delayNanos();
      track.append(nanos, row);
      force[0] = now.sensor().alongUpMps2();
      alongUp.append(nanos, force);
      noteHealth(now, nanos);
    }
  }

  private void noteHealth(Chain now, long nanos) {
    if (samplesToHealth-- <= 0) {
      samplesToHealth = now.healthEvery();
      health.look(now.sensor(), clock.trusted());
    }
    health.append(nanos);
  }

  private long sessionNanos(long ticks) {
    if (ticks == currentTicks) {
      return currentNanos;
    }
    double fraction = (ticks - previousTicks) / (double) (currentTicks - previousTicks);
    return previousNanos + Math.round(fraction * (currentNanos - previousNanos));
  }

  @Override
  public void gap(double missingSeconds, boolean bridged) {
    chain.orElseThrow().sensor().missing(missingSeconds, bridged);
    if (!bridged) {
      track.interrupt();
      alongUp.interrupt();
      health.interrupt();
    }
  }

  public OnSegment placement() {
    return placement;
  }

  public GridTrack track() {
    return track;
  }

  /** "Up" in sensor coordinates at a step that the track has. */
  public Vector3 up(long step) {
    return Inclination.up(WornSegment.quaternion(track, step, 0));
  }

  /** See {@link SensorChain#alongUpMps2}; NaN where it was not measured. */
  public double alongUpMps2(long step) {
    return alongUp.value(step, 0);
  }

  /**
   * Rotation vector since the step before, sensor coordinates, by the gyroscope alone. Without one
   * it is the shortest turn that takes "up" along: turns about the vertical are not in it.
   */
  public Optional<Vector3> turn(long step) {
    if (!track.has(step) || !track.has(step - 1)) {
      return Optional.empty();
    }
    if (method == OrientationMethod.ACCELEROMETER) {
      return Optional.of(up(step).cross(up(step - 1)));
    }
    Quaternion turn =
        WornSegment.quaternion(track, step - 1, WornSegment.STRAP_DOWN)
            .conjugate()
            .times(WornSegment.quaternion(track, step, WornSegment.STRAP_DOWN));
    double sign = turn.w() < 0 ? -2 : 2;
    return Optional.of(new Vector3(sign * turn.x(), sign * turn.y(), sign * turn.z()));
  }

  /** What the body as a whole says about this sensor. */
  public void askBody(Supplier<List<HealthFinding>> findings) {
    bodyFindings = findings;
  }

  /** Whether the sensor can be believed at a grid step. */
  public boolean usable(long step) {
    return health.usable(step);
  }

  /** How far the gyroscope turns against gravity, as it was known at a grid step. */
  public Optional<TurnFactor> turnFactor(long step) {
    return health.turnFactor(step);
  }

  /** Whether the accelerometer says at a grid step where up is. */
  public boolean level(long step) {
    return health.level(step);
  }

  /** How often the sensor's numbers had changed their meaning at a step; 0 where it is missing. */
  public int meaning(long step) {
    return health.meaning(step);
  }

  /** How many of {@link #readjustment} had been done at a step; 0 where it is missing. */
  public int readjusted(long step) {
    return health.readjusted(step);
  }

  /** A repair that bears on how the sensor was found to sit, by its number from 0. */
  public Readjustment readjustment(int number) {
    return chain.map(Chain::sensor).or(() -> kept).orElseThrow().readjustments().get(number);
  }

  /**
   * Whether rows of one step may be read together with those of a later one: the sensor's numbers
   * have not been given another meaning in between.
   */
  public boolean sameMeaning(long step, long later) {
    return health.sameMeaning(step, later);
  }

  /** The segment as the measurement sees it at a grid step. */
  public WornSegment worn(Optional<SegmentCalibration> calibration, long step) {
    boolean gyroLed = !health.level(step);
    return new WornSegment(
        placement,
        track,
        calibration,
        usable(step),
        gyroLed,
        health.errors(step),
        meaning(step),
        Optional.empty(),
        method);
  }

  @Override
  public long gridEnd() {
    return track.end();
  }

  @Override
  public List<Health> health() {
    List<HealthFinding> all = new ArrayList<>(numbers.findings());
    all.addAll(clock.findings());
    chain.ifPresent(known -> all.addAll(known.sensor().findings()));
    all.addAll(bodyFindings.get());
    return all.stream().map(finding -> new Health(finding.code().id(), finding.text())).toList();
  }

  @Override
  public void dropBefore(long step) {
    track.dropBefore(step);
    alongUp.dropBefore(step);
    health.dropBefore(step);
  }
}
