package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.SessionResult.Health;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.kinematics.Inclination;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.orientation.HealthFinding;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.SensorHealth;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.orientation.VqfFilter;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/** An IMU stream: gaps filled, health watched, orientation filtered, rows on the grid. */
final class InertialStream extends StreamFold implements GapFiller.Sink {

  /** The rate is taken from the data; half a second of it is enough and delays nobody. */
  private static final double RATE_SECONDS = 0.5;

  /** A stream whose clock stands still must not fill the memory. */
  private static final int MOST_WAITING = 4096;

  /** Slower shows no movement; faster is no IMU. */
  private static final double LEAST_RATE_HZ = 10;

  private static final double MOST_RATE_HZ = 8000;

  /** Three times the longest gap that is filled in front of the filter would still be a hole. */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  /**
   * What the filter adds with a good accelerometer, about one axis, 90 % half-width: 0.72 deg RMS
   * for both horizontal axes together over 30 BROAD trials (orientation reference, section 2), so
   * 0.51 for one, times 1.645.
   */
  private static final double FILTER_ERROR_RAD = FastMath.toRadians(0.84);

  /** Health changes slowly. */
  private static final double HEALTH_SECONDS = 0.1;

  private static final Quantity[] QUANTITIES = {Quantity.ANGULAR_RATE, Quantity.ACCELERATION};
  private static final Axis[] AXES = {Axis.X, Axis.Y, Axis.Z};

  private final OnSegment placement;
  private final GridTrack track = new GridTrack(WornSegment.COLUMNS, true, LONGEST_HOLE_NANOS);
  private final GridTrack healthTrack = new GridTrack(3, false, LONGEST_HOLE_NANOS);
  private final double[] healthRow = {Math.PI / 2, 0, 1};
  private int samplesToHealth;
  private final int[] columns = new int[GapFiller.CHANNELS];
  private final double[] scales = new double[GapFiller.CHANNELS];
  private final double[] offsets = new double[GapFiller.CHANNELS];
  private long latencyNanos;

  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<Chain> chain = Optional.empty();
  private final double[] imu = new double[GapFiller.CHANNELS];
  private final double[] row = new double[WornSegment.COLUMNS];
  private final double[] quaternion = new double[4];
  private long previousTicks;
  private long previousNanos;
  private long currentTicks;
  private long currentNanos;

  private record Waiting(long index, long ticks, long nanos, List<Double> imu) {}

  /** What can only be made once the rate is known. */
  private record Chain(GapFiller gaps, VqfFilter filter, SensorHealth health, int healthEvery) {}

  InertialStream(StreamDescriptor descriptor, OnSegment placement) {
    super(descriptor);
    this.placement = placement;
    readColumns();
  }

  private void readColumns() {
    for (int q = 0; q < QUANTITIES.length; q++) {
      for (int a = 0; a < AXES.length; a++) {
        int column = descriptor().channelIndex(QUANTITIES[q], AXES[a]);
        Channel channel = descriptor().channels().get(column);
        columns[3 * q + a] = column;
        scales[3 * q + a] = channel.scale();
        offsets[3 * q + a] = channel.offset();
        latencyNanos = channel.latencyNanos();
      }
    }
  }

  @Override
  void restart() {
    readColumns();
    waiting.clear();
    chain = Optional.empty();
    track.interrupt();
    healthTrack.interrupt();
  }

  @Override
  void sample(Samples event, int i) {
    for (int c = 0; c < imu.length; c++) {
      imu[c] = event.raw(i, columns[c]) * scales[c] + offsets[c];
    }
    long index = event.firstIndex() + i;
    if (chain.isPresent()) {
      feed(chain.get(), index, event.deviceTicks(i), event.sessionNanos(i), imu);
    } else {
      await(index, event.deviceTicks(i), event.sessionNanos(i));
    }
  }

  private void await(long index, long ticks, long nanos) {
    List<Double> copy = new ArrayList<>(imu.length);
    for (double value : imu) {
      copy.add(value);
    }
    boolean broken = !waiting.isEmpty() && !follows(waiting.get(waiting.size() - 1), index, ticks);
    if (broken || waiting.size() >= MOST_WAITING) {
      waiting.clear();
    }
    waiting.add(new Waiting(index, ticks, nanos, copy));
    Waiting first = waiting.get(0);
    double seconds = (ticks - first.ticks()) / (double) descriptor().ticksPerSecond();
    if (seconds < RATE_SECONDS) {
      return;
    }
    double rateHz = (index - first.index()) / seconds;
    if (!(rateHz >= LEAST_RATE_HZ && rateHz <= MOST_RATE_HZ)) {
      waiting.clear();
      return;
    }
    Chain made = chainAt(rateHz);
    chain = Optional.of(made);
    for (Waiting early : waiting) {
      for (int c = 0; c < imu.length; c++) {
        imu[c] = early.imu().get(c);
      }
      feed(made, early.index(), early.ticks(), early.nanos(), imu);
    }
    waiting.clear();
  }

  /** A hole in what the rate is taken from would make it wrong. */
  private boolean follows(Waiting before, long index, long ticks) {
    double seconds = (ticks - before.ticks()) / (double) descriptor().ticksPerSecond();
    return index > before.index() && seconds >= 0 && seconds <= RATE_SECONDS / 2;
  }

  @Override
  boolean isLearning() {
    return chain.isEmpty() && !waiting.isEmpty() && waiting.size() < MOST_WAITING / 2;
  }

  private Chain chainAt(double rateHz) {
    return new Chain(
        new GapFiller(GapFiller.Parameters.defaults(), descriptor().ticksPerSecond(), rateHz, this),
        new VqfFilter(VqfFilter.Parameters.defaults(), rateHz),
        new SensorHealth(SensorHealth.Parameters.defaults(), rateHz),
        (int) Math.round(rateHz * HEALTH_SECONDS));
  }

  private void feed(Chain to, long index, long ticks, long nanos, double[] values) {
    previousTicks = currentTicks;
    previousNanos = currentNanos;
    currentTicks = ticks;
    currentNanos = nanos;
    to.gaps().accept(index, ticks, values);
  }

  @Override
  public void sample(long deviceTicks, double intervalSeconds, boolean filled, double[] values) {
    Chain now = chain.orElseThrow();
    now.filter()
        .update(intervalSeconds, values[0], values[1], values[2], values[3], values[4], values[5]);
    now.health().update(intervalSeconds, filled, values);
    now.filter().orientation(quaternion);
    System.arraycopy(quaternion, 0, row, 0, 4);
    now.filter().strapDown(quaternion);
    System.arraycopy(quaternion, 0, row, WornSegment.STRAP_DOWN, 4);
    long nanos = sessionNanos(deviceTicks) - latencyNanos;
    track.append(nanos, row);
    noteHealth(now, nanos);
  }

  /**
   * What is known of the sensor goes onto the grid too: a verdict must not know more of one stream
   * than of the others, or the order of arrival would show.
   */
  private void noteHealth(Chain now, long nanos) {
    if (samplesToHealth-- <= 0) {
      samplesToHealth = now.healthEvery();
      healthRow[0] = now.health().inclinationErrorRad();
      healthRow[1] = now.health().absoluteTiltUsable() ? 1 : 0;
      healthRow[2] = gyroscopeUsable(now.health()) ? 1 : 0;
    }
    healthTrack.append(nanos, healthRow);
  }

  private static boolean gyroscopeUsable(SensorHealth health) {
    for (HealthFinding finding : health.findings()) {
      boolean aboutGyroscope =
          finding.code() == HealthFinding.Code.GYROSCOPE_UNIT
              || (finding.channel().startsWith("gyroscope")
                  && finding.code() != HealthFinding.Code.GYROSCOPE_BIAS);
      if (aboutGyroscope) {
        return false;
      }
    }
    return true;
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
    chain.orElseThrow().filter().resettle(missingSeconds);
    if (!bridged) {
      chain.orElseThrow().health().gap();
      track.interrupt();
      healthTrack.interrupt();
    }
  }

  OnSegment placement() {
    return placement;
  }

  GridTrack track() {
    return track;
  }

  /** "Up" in sensor coordinates at a step that the track has. */
  Vector3 up(long step) {
    return Inclination.up(WornSegment.quaternion(track, step, 0));
  }

  /** Rotation vector since the step before, sensor coordinates, by the gyroscope alone. */
  Optional<Vector3> turn(long step) {
    if (!track.has(step) || !track.has(step - 1)) {
      return Optional.empty();
    }
    Quaternion turn =
        WornSegment.quaternion(track, step - 1, WornSegment.STRAP_DOWN)
            .conjugate()
            .times(WornSegment.quaternion(track, step, WornSegment.STRAP_DOWN));
    double sign = turn.w() < 0 ? -2 : 2;
    return Optional.of(new Vector3(sign * turn.x(), sign * turn.y(), sign * turn.z()));
  }

  /** The segment as the measurement sees it at a grid step. */
  WornSegment worn(Optional<SegmentCalibration> calibration, long step) {
    boolean gyroLed = !(healthTrack.value(step, 1) > 0.5);
    double sensor = healthTrack.has(step) ? healthTrack.value(step, 0) : Math.PI / 2;
    double error = Math.sqrt(FILTER_ERROR_RAD * FILTER_ERROR_RAD + sensor * sensor);
    boolean usable = !(healthTrack.value(step, 2) < 0.5);
    return new WornSegment(placement, track, calibration, usable, gyroLed, error);
  }

  @Override
  long gridEnd() {
    return track.end();
  }

  @Override
  List<Health> health() {
    return chain.map(c -> c.health().findings()).orElse(List.of()).stream()
        .map(finding -> new Health(finding.code().id(), finding.text()))
        .toList();
  }

  @Override
  void dropBefore(long step) {
    track.dropBefore(step);
    healthTrack.dropBefore(step);
  }
}
