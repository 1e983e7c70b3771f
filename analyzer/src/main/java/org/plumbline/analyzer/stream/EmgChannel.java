package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.emg.ChannelWatch;
import org.plumbline.analyzer.emg.EmgConditioner;
import org.plumbline.analyzer.emg.EmgQuality;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Samples;

/** One pair of electrodes through the analysis: envelopes on the grid, quality in blocks. */
final class EmgChannel {

  /** Window of the RMS and the rise of a 6 Hz low-pass. */
  private static final double SETTLING_SECONDS = 0.4;

  /** Envelopes move slowly: a hole this long hides nothing, a longer one is a hole. */
  static final long LONGEST_HOLE_NANOS = 50_000_000L;

  private final int column;
  private final Channel channel;
  private final double scale;
  private final double offset;
  private final OnMuscle muscle;
  private final Delayed rms = new Delayed();
  private final Delayed smooth = new Delayed();
  private final BlockTrack blocks = ChannelWatch.newBlocks();
  private final List<String> seen = new ArrayList<>();
  private Optional<Stage> stage = Optional.empty();
  private int settlingSamples;
  private int settling;
  private boolean fresh = true;
  private boolean removedMains;

  /** What depends on the rate. */
  private record Stage(EmgConditioner conditioner, ChannelWatch watch) {}

  /**
   * A row a sample onto the grid, with its own delay. Only the two samples around a grid instant
   * reach the track; the others would change nothing there.
   */
  private static final class Delayed {
    final GridTrack track = new GridTrack(1, false, LONGEST_HOLE_NANOS);
    private final double[] row = new double[1];
    long delayNanos;
    private long previousNanos;
    private double previous;
    private boolean hasPrevious;
    private long nextStepNanos;

    /** Whether a grid instant lies between the sample that was kept and this one. */
    boolean isDue(long nanos) {
      return !hasPrevious || nanos >= nextStepNanos;
    }

    /** Puts down the sample before, as it was kept, and this one. */
    void append(long nanos, double before, double value) {
      if (hasPrevious) {
        row[0] = before;
        track.append(previousNanos, row);
      }
      row[0] = value;
      track.append(nanos, row);
      nextStepNanos = (Math.floorDiv(nanos, GridTrack.STEP_NANOS) + 1) * GridTrack.STEP_NANOS;
    }

    void keep(long nanos, double value) {
      previousNanos = nanos;
      previous = value;
      hasPrevious = true;
    }

    void interrupt() {
      hasPrevious = false;
      track.interrupt();
    }
  }

  EmgChannel(int column, Channel channel, OnMuscle muscle) {
    this.column = column;
    this.channel = channel;
    this.scale = channel.scale();
    this.offset = channel.offset();
    this.muscle = muscle;
  }

  OnMuscle muscle() {
    return muscle;
  }

  GridTrack rmsTrack() {
    return rms.track;
  }

  GridTrack smoothTrack() {
    return smooth.track;
  }

  /** Filters for a rate, at rest. */
  void start(double rateHz) {
    EmgConditioner conditioner =
        new EmgConditioner(EmgConditioner.Parameters.of(muscle.muscle()), rateHz);
    boolean trunk = EmgConditioner.isTrunk(muscle.muscle());
    stage =
        Optional.of(new Stage(conditioner, new ChannelWatch(conditioner, rateHz, trunk, blocks)));
    rms.delayNanos = nanos(conditioner.rmsDelaySeconds());
    smooth.delayNanos = nanos(conditioner.smoothDelaySeconds());
    settlingSamples = (int) Math.round(SETTLING_SECONDS * rateHz);
    settling = settlingSamples;
    fresh = true;
  }

  private long nanos(double seconds) {
    return Math.round(seconds * 1e9) + channel.latencyNanos();
  }

  /** How much older than its sample the band-passed signal is. */
  long signalDelayNanos() {
    return stage.map(one -> nanos(one.conditioner().signalDelaySeconds())).orElse(0L);
  }

  /** Takes the next sample; returns the band-passed signal, NaN while it settles. */
  double sample(Samples event, int i) {
    Stage now = stage.orElseThrow();
    EmgConditioner conditioner = now.conditioner();
    double volts = event.raw(i, column) * scale + offset;
    if (Double.isFinite(volts)) {
      update(conditioner, now.watch(), volts);
    } else {
      now.watch().lose(1);
      begin(conditioner);
    }
    boolean settled = settling == 0;
    if (!settled) {
      settling--;
    }
    row(event.sessionNanos(i), settled, conditioner);
    return settled ? conditioner.bandPassed() : Double.NaN;
  }

  private void update(EmgConditioner conditioner, ChannelWatch watch, double volts) {
    if (fresh) {
      conditioner.startAt(volts);
      fresh = false;
    }
    conditioner.update(volts);
    if (watch.update(volts)) {
      conditioner.removeMains(watch.humLines());
      removedMains = true;
    }
  }

  private void begin(EmgConditioner conditioner) {
    conditioner.reset();
    fresh = true;
    settling = settlingSamples;
  }

  private void row(long nanos, boolean settled, EmgConditioner conditioner) {
    double meanSquare = settled ? conditioner.meanSquare() : Double.NaN;
    long at = nanos - rms.delayNanos;
    if (rms.isDue(at)) {
      rms.append(at, Math.sqrt(rms.previous), Math.sqrt(meanSquare));
    }
    rms.keep(at, meanSquare);
    if (!settled || conditioner.hasNewSmooth()) {
      double value = settled ? conditioner.smoothVolts() : Double.NaN;
      at = nanos - smooth.delayNanos;
      if (smooth.isDue(at)) {
        smooth.append(at, smooth.previous, value);
      }
      smooth.keep(at, value);
    }
  }

  /** Samples that are missing in the stream. */
  void lose(long count) {
    stage.ifPresent(one -> one.watch().lose(count));
  }

  /** The block of quality figures is full. */
  void closeBlock(long nanos) {
    stage.ifPresent(one -> one.watch().closeBlock(nanos - channel.latencyNanos()));
  }

  /** EMG cannot be interpolated: filters begin anew after a hole that an envelope would show. */
  void interrupt() {
    stage.ifPresent(
        one -> {
          begin(one.conditioner());
          one.watch().reset();
        });
    rms.interrupt();
    smooth.interrupt();
  }

  /** Quality between two instants. */
  Optional<ChannelQuality> quality(EmgQuality judge, long fromNanos, long toNanos, double shared) {
    return judge.assess(blocks, fromNanos, toNanos, shared);
  }

  /** Notes what is wrong, once for each code. */
  void note(ChannelQuality quality) {
    quality.problem().filter(code -> !seen.contains(code)).ifPresent(seen::add);
  }

  /** What has been wrong at some time. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  /** Whether mains has been removed at some time. */
  boolean removedMains() {
    return removedMains;
  }

  /** First grid step that has not been reached. */
  long gridEnd() {
    return Math.min(rms.track.end(), smooth.track.end());
  }

  void dropBefore(long step) {
    rms.track.dropBefore(step);
    smooth.track.dropBefore(step);
    blocks.dropBefore(step * GridTrack.STEP_NANOS);
  }
}
