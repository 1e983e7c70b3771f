package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.analyzer.emg.BandSignal;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.emg.ChannelWatch;
import org.plumbline.analyzer.emg.CrossTalk;
import org.plumbline.analyzer.emg.EmgConditioner;
import org.plumbline.analyzer.emg.EmgQuality;
import org.plumbline.analyzer.emg.LevelReference;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.signal.SignalTrack;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/**
 * A stream with EMG channels: conditioned, rows of envelopes on the grid, delays taken off, and the
 * quality of every channel over any stretch.
 */
public final class EmgStream extends StreamFold {

  /** The rate is taken from the data. */
  private static final double RATE_SECONDS = 0.5;

  /** Below it a band from 20 Hz upwards is empty. */
  private static final double LEAST_RATE_HZ = 100;

  private static final double MOST_RATE_HZ = 100_000;

  /** What is shown of a channel at a moment is about this long before it. */
  private static final long RECENT_NANOS = 3_000_000_000L;

  private static final int BLOCKS_PER_CHECK = 10;

  private final List<EmgChannel> channels = new ArrayList<>();
  private final List<Envelope> envelopes;
  private final EmgQuality judge = new EmgQuality(EmgQuality.Limits.defaults());
  private final SignalTrack signals;
  private final BlockTrack sharedBlocks;
  private final double[] row;
  private Optional<CrossTalk> shared = Optional.empty();
  private long firstIndex = -1;
  private long firstTicks;
  private long lastIndex;
  private long lastTicks;
  private long nextIndex;
  private long previousNanos;
  private double rateHz;
  private double knownRateHz;
  private int blockSamples;
  private int inBlock;
  private int blocksSinceCheck;

  public EmgStream(StreamDescriptor descriptor) {
    super(descriptor);
    for (int c = 0; c < descriptor.channels().size(); c++) {
      Channel channel = descriptor.channels().get(c);
      if (channel.quantity() == Quantity.EMG && channel.location() instanceof OnMuscle muscle) {
        channels.add(new EmgChannel(c, channel, muscle));
      }
    }
    envelopes = channels.stream().map(one -> new Envelope(one.muscle(), one.rmsTrack())).toList();
    row = new double[channels.size()];
    signals = new SignalTrack(row.length);
    sharedBlocks = CrossTalk.newBlocks(row.length);
  }

  @Override
  void restart() {
    interrupt();
    firstIndex = -1;
    rateHz = 0;
  }

  @Override
  void sample(Samples event, int i) {
    long index = event.firstIndex() + i;
    if (rateHz == 0) {
      awaitRate(index, event.deviceTicks(i));
      return;
    }
    long nanos = event.sessionNanos(i);
    if (index != nextIndex) {
      afterHole(index - nextIndex, nanos);
    }
    nextIndex = index + 1;
    previousNanos = nanos;
    for (int e = 0; e < row.length; e++) {
      row[e] = channels.get(e).sample(event, i);
    }
    signals.append(nanos, row);
    shared.orElseThrow().update(row);
    if (++inBlock == blockSamples) {
      closeBlock(nanos);
    }
  }

  private void closeBlock(long nanos) {
    inBlock = 0;
    for (EmgChannel channel : channels) {
      channel.closeBlock(nanos);
    }
    shared.orElseThrow().closeBlock(nanos);
    if (++blocksSinceCheck == BLOCKS_PER_CHECK) {
      blocksSinceCheck = 0;
      for (int e = 0; e < channels.size(); e++) {
        quality(e, nanos - RECENT_NANOS, nanos).ifPresent(channels.get(e)::note);
      }
    }
  }

  private Optional<ChannelQuality> quality(int electrode, long fromNanos, long toNanos) {
    double most = shared.map(one -> one.largest(electrode, fromNanos, toNanos)).orElse(0.0);
    return channels.get(electrode).quality(judge, fromNanos, toNanos, most);
  }

  @Override
  public boolean isLearning() {
    return rateHz == 0 && firstIndex >= 0;
  }

  private void afterHole(long missing, long nanos) {
    for (EmgChannel channel : channels) {
      channel.lose(Math.max(0, missing));
    }
    if (nanos - previousNanos > EmgChannel.LONGEST_HOLE_NANOS) {
      interrupt();
    }
  }

  /** What has been begun is put down; filters begin anew. */
  private void interrupt() {
    if (inBlock > 0) {
      closeBlock(previousNanos);
    }
    channels.forEach(EmgChannel::interrupt);
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
    start(measuredHz);
    nextIndex = index + 1;
  }

  private void start(double measuredHz) {
    rateHz = measuredHz;
    knownRateHz = measuredHz;
    blockSamples = ChannelWatch.blockSamples(rateHz);
    shared = Optional.of(new CrossTalk(row.length, rateHz, sharedBlocks));
    channels.forEach(channel -> channel.start(rateHz));
  }

  /** Whether any channel lies over a muscle. */
  public boolean hasMuscles() {
    return !channels.isEmpty();
  }

  /**
   * The envelope over a muscle, without its quality: for what looks at every step.
   *
   * @param track RMS envelope, one column
   */
  public record Envelope(OnMuscle location, GridTrack track) {
    public double volts(long step) {
      return track.value(step, 0);
    }
  }

  /** One for each muscle. */
  public List<Envelope> envelopes() {
    return envelopes;
  }

  /** The muscles of this stream as they were from one grid step to another. */
  public List<RecordedMuscle> muscles(
      Function<OnMuscle, LevelReference> reference, long fromStep, long toStep) {
    List<RecordedMuscle> muscles = new ArrayList<>();
    long from = fromStep * GridTrack.STEP_NANOS;
    long to = toStep * GridTrack.STEP_NANOS;
    for (int e = 0; e < channels.size(); e++) {
      EmgChannel channel = channels.get(e);
      Optional<ChannelQuality> quality = quality(e, from, to);
      String place = Names.place(channel.muscle().id());
      muscles.add(
          new RecordedMuscle(
              channel.muscle(),
              channel.rmsTrack(),
              0,
              channel.smoothTrack(),
              new BandSignal(signals, e, channel.signalDelayNanos(), knownRateHz),
              reference.apply(channel.muscle()),
              quality,
              quality
                  .flatMap(ChannelQuality::problem)
                  .map(code -> new Reason(code, Texts.get("reason." + code, place)))));
    }
    return muscles;
  }

  @Override
  public long gridEnd() {
    long end = Long.MAX_VALUE;
    for (EmgChannel channel : channels) {
      end = Math.min(end, channel.gridEnd());
    }
    return end;
  }

  @Override
  public List<Health> health() {
    // What several channels have in common is said once.
    Map<String, List<String>> muscles = new LinkedHashMap<>();
    for (EmgChannel channel : channels) {
      List<String> codes = new ArrayList<>(channel.seen());
      if (channel.removedMains()) {
        codes.add("emg-hum-removed");
      }
      String muscle = Names.place(channel.muscle().id());
      codes.forEach(code -> muscles.computeIfAbsent(code, key -> new ArrayList<>()).add(muscle));
    }
    List<Health> health = new ArrayList<>();
    muscles.forEach((code, of) -> health.add(health(code, String.join(", ", of))));
    if (rateHz > 0 && EmgConditioner.isReducedBand(rateHz)) {
      health.add(
          new Health(
              "emg-reduced-band", Texts.get("reason.emg-reduced-band", Texts.number(rateHz, 0))));
    }
    return health;
  }

  private static Health health(String code, String muscles) {
    return new Health(code, Texts.get("reason." + code, muscles));
  }

  /** What is wrong now: an electrode that was put back on is not off any more. */
  @Override
  public List<Health> healthNow() {
    List<Health> health = new ArrayList<>();
    for (int e = 0; e < channels.size(); e++) {
      EmgChannel channel = channels.get(e);
      quality(e, previousNanos - RECENT_NANOS, previousNanos)
          .flatMap(ChannelQuality::problem)
          .ifPresent(code -> health.add(health(code, Names.place(channel.muscle().id()))));
    }
    return health;
  }

  @Override
  public void dropBefore(long step) {
    channels.forEach(channel -> channel.dropBefore(step));
    signals.dropBefore(step * GridTrack.STEP_NANOS);
    sharedBlocks.dropBefore(step * GridTrack.STEP_NANOS);
  }
}
