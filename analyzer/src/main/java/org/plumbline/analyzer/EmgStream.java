package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.analyzer.SessionResult.Health;
import org.plumbline.analyzer.emg.EmgConditioner;
import org.plumbline.analyzer.emg.LevelReference;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/**
 * A stream with EMG channels: conditioned, rows of envelopes on the grid, group delay taken off.
 */
final class EmgStream extends StreamFold {

  /** The rate is taken from the data. */
  private static final double RATE_SECONDS = 0.5;

  /** Below it a band from 20 Hz upwards is empty. */
  private static final double LEAST_RATE_HZ = 100;

  private static final double MOST_RATE_HZ = 100_000;

  /** Window of the envelope and the ringing of a 20 Hz edge. */
  private static final double SETTLING_SECONDS = 0.35;

  /** Envelopes move slowly: a hole this long hides nothing, a longer one is a hole. */
  private static final long LONGEST_HOLE_NANOS = 50_000_000L;

  private static final String[] PROBLEMS = {EmgConditioner.FLAT, EmgConditioner.CLIPPED};

  private final List<Electrodes> electrodes = new ArrayList<>();
  private final GridTrack track;
  private final GridTrack problems;
  private final double[] problemRow;
  private int samplesToProblems;
  private final double[] row;
  private long firstIndex = -1;
  private long firstTicks;
  private long lastIndex;
  private long lastTicks;
  private int settling;
  private long nextIndex;
  private long previousNanos;
  private double rateHz;
  private long delayNanos;

  private static final class Electrodes {
    final int column;
    final Channel channel;
    final OnMuscle muscle;
    Optional<EmgConditioner> conditioner = Optional.empty();

    Electrodes(int column, Channel channel, OnMuscle muscle) {
      this.column = column;
      this.channel = channel;
      this.muscle = muscle;
    }
  }

  EmgStream(StreamDescriptor descriptor) {
    super(descriptor);
    for (int c = 0; c < descriptor.channels().size(); c++) {
      Channel channel = descriptor.channels().get(c);
      if (channel.quantity() == Quantity.EMG && channel.location() instanceof OnMuscle muscle) {
        electrodes.add(new Electrodes(c, channel, muscle));
      }
    }
    track = new GridTrack(electrodes.size(), false, LONGEST_HOLE_NANOS);
    row = new double[electrodes.size()];
    problems = new GridTrack(PROBLEMS.length * electrodes.size(), false, LONGEST_HOLE_NANOS);
    problemRow = new double[PROBLEMS.length * electrodes.size()];
  }

  @Override
  void restart() {
    firstIndex = -1;
    rateHz = 0;
    track.interrupt();
    problems.interrupt();
  }

  @Override
  void sample(Samples event, int i) {
    long index = event.firstIndex() + i;
    if (rateHz == 0) {
      awaitRate(index, event.deviceTicks(i));
      return;
    }
    if (index != nextIndex) {
      afterHole(event.sessionNanos(i));
    }
    nextIndex = index + 1;
    previousNanos = event.sessionNanos(i);
    for (int e = 0; e < row.length; e++) {
      Electrodes one = electrodes.get(e);
      EmgConditioner conditioner = one.conditioner.orElseThrow();
      double volts = event.raw(i, one.column) * one.channel.scale() + one.channel.offset();
      if (Double.isFinite(volts)) {
        row[e] = conditioner.update(volts);
      } else {
        row[e] = Double.NaN;
        conditioner.reset();
      }
      if (settling > 0) {
        row[e] = Double.NaN;
      }
    }
    settling = Math.max(0, settling - 1);
    track.append(event.sessionNanos(i) - delayNanos, row);
    noteProblems(event.sessionNanos(i) - delayNanos);
  }

  /** A filter that begins anew answers to the step in front of it before it shows the muscle. */
  private int settlingSamples() {
    return (int) Math.round(SETTLING_SECONDS * rateHz);
  }

  @Override
  boolean isLearning() {
    return rateHz == 0 && firstIndex >= 0;
  }

  /** What is wrong with a channel goes onto the grid too, so that arrival order cannot show. */
  private void noteProblems(long nanos) {
    if (samplesToProblems-- > 0) {
      return;
    }
    samplesToProblems = (int) Math.floor(rateHz / GridTrack.RATE_HZ) - 1;
    for (int e = 0; e < row.length; e++) {
      String code = electrodes.get(e).conditioner.flatMap(EmgConditioner::problem).orElse("");
      for (int p = 0; p < PROBLEMS.length; p++) {
        problemRow[PROBLEMS.length * e + p] = code.equals(PROBLEMS[p]) ? 1 : 0;
      }
    }
    problems.append(nanos, problemRow);
  }

  /** EMG cannot be interpolated: filters begin anew after a hole that an envelope would show. */
  private void afterHole(long nanos) {
    if (nanos - previousNanos > LONGEST_HOLE_NANOS) {
      electrodes.forEach(one -> one.conditioner.orElseThrow().reset());
      settling = settlingSamples();
      track.interrupt();
      problems.interrupt();
    }
  }

  private void awaitRate(long index, long ticks) {
    boolean broken = firstIndex >= 0 && (index <= lastIndex || ticks < lastTicks);
    lastIndex = index;
    lastTicks = ticks;
    if (firstIndex < 0 || broken) {
      firstIndex = index;
      firstTicks = ticks;
      return;
    }
    double seconds = (ticks - firstTicks) / (double) descriptor().ticksPerSecond();
    if (seconds < RATE_SECONDS) {
      return;
    }
    double measuredHz = (index - firstIndex) / seconds;
    if (!(measuredHz >= LEAST_RATE_HZ && measuredHz <= MOST_RATE_HZ)) {
      firstIndex = -1;
      return;
    }
    rateHz = measuredHz;
    settling = settlingSamples();
    nextIndex = index + 1;
    for (Electrodes one : electrodes) {
      EmgConditioner conditioner = new EmgConditioner(EmgConditioner.Parameters.defaults(), rateHz);
      one.conditioner = Optional.of(conditioner);
      delayNanos = Math.round(conditioner.delaySeconds() * 1e9) + one.channel.latencyNanos();
    }
  }

  /** Whether any channel lies over a muscle. */
  boolean hasMuscles() {
    return !electrodes.isEmpty();
  }

  /** The muscles of this stream as the measurement sees them at a grid step. */
  List<RecordedMuscle> muscles(Function<OnMuscle, LevelReference> reference, long step) {
    List<RecordedMuscle> muscles = new ArrayList<>();
    for (int e = 0; e < electrodes.size(); e++) {
      OnMuscle muscle = electrodes.get(e).muscle;
      muscles.add(new RecordedMuscle(muscle, track, e, reference.apply(muscle), problem(e, step)));
    }
    return muscles;
  }

  private Optional<Reason> problem(int electrode, long step) {
    for (int p = 0; p < PROBLEMS.length; p++) {
      if (problems.value(step, PROBLEMS.length * electrode + p) > 0.5) {
        String id = electrodes.get(electrode).muscle.id();
        return Optional.of(new Reason(PROBLEMS[p], Texts.get("reason." + PROBLEMS[p], id)));
      }
    }
    return Optional.empty();
  }

  @Override
  long gridEnd() {
    return track.end();
  }

  @Override
  List<Health> health() {
    List<Health> health = new ArrayList<>();
    for (Electrodes one : electrodes) {
      one.conditioner
          .flatMap(EmgConditioner::problem)
          .ifPresent(
              code -> health.add(new Health(code, Texts.get("reason." + code, one.muscle.id()))));
    }
    return health;
  }

  @Override
  void dropBefore(long step) {
    track.dropBefore(step);
    problems.dropBefore(step);
  }
}
