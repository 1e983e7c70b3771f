package org.plumbline.device.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.plumbline.device.protocol.HostCommand;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.protocol.PlumblineCommandDecoder;
import org.plumbline.device.protocol.PlumblineFrameEncoder;
import org.plumbline.device.protocol.SampleType;
import org.plumbline.device.serial.PseudoTerminal;

/**
 * A synthetic device at the other end of a pseudo-terminal: answers commands, sends two streams at
 * their own pace, and drops frames by a seed.
 */
final class PtyDevice implements AutoCloseable {
  static final int SLOW = 1; // 200 Hz, 2 samples a frame
  static final int FAST = 2; // the same rate of frames, other seed of losses
  static final int PER_FRAME = 2;
  static final long FRAME_MICROS = 10_000;

  private final PlumblineFrameEncoder encoder =
      new PlumblineFrameEncoder(
          TestStreams.device(200, SLOW, FAST), Map.of(SLOW, SampleType.I16, FAST, SampleType.I16));
  private final PlumblineCommandDecoder ear = new PlumblineCommandDecoder();
  private final SplittableRandom random;
  private final double lossRate;
  private final boolean talksUnasked;
  private final Optional<Path> stableName;
  private final long bootNanos = System.nanoTime() - 3_000_000_000L;
  private final Thread thread = new Thread(this::run, "synthetic device");
  private final CountDownLatch framesDone;

  private volatile PseudoTerminal line;
  private volatile boolean running = true;
  private volatile boolean started;
  private boolean lastWasDropped;
  final AtomicLong frames = new AtomicLong();
  final AtomicLong droppedSamples = new AtomicLong();
  final AtomicLong commandBytes = new AtomicLong();

  PtyDevice(long seed, double lossRate, int framesWanted, Optional<Path> stableName, boolean asked)
      throws IOException {
    this.random = new SplittableRandom(seed);
    this.lossRate = lossRate;
    this.talksUnasked = !asked;
    this.stableName = stableName;
    this.framesDone = new CountDownLatch(framesWanted);
    this.line = newLine();
    thread.setDaemon(true);
    started = talksUnasked;
    thread.start();
  }

  private PseudoTerminal newLine() throws IOException {
    return stableName.isPresent() ? PseudoTerminal.openAt(stableName.get()) : PseudoTerminal.open();
  }

  String port() {
    return stableName.map(Path::toString).orElse(line.path().toString());
  }

  boolean awaitFrames() throws InterruptedException {
    return awaitFramesFor(20);
  }

  boolean awaitFramesFor(long seconds) throws InterruptedException {
    return framesDone.await(seconds, TimeUnit.SECONDS);
  }

  /** Monotonic instant at which the device's clock was zero. */
  long bootNanos() {
    return bootNanos;
  }

  /** Pulls the cable and plugs it in again; the device goes on counting. */
  void replug() throws IOException {
    PseudoTerminal old = line;
    PseudoTerminal fresh = newLine();
    started = false;
    old.hangUp();
    line = fresh;
  }

  private long micros() {
    return (System.nanoTime() - bootNanos) / 1000;
  }

  private void run() {
    long nextFrameMicros = micros();
    long describeAt = 0;
    byte[] buffer = new byte[256];
    while (running) {
      try {
        if (talksUnasked && System.nanoTime() - describeAt > 0) {
          describeAt = System.nanoTime() + 200_000_000L;
          line.write(encoder.describe());
        }
        if (micros() >= nextFrameMicros) {
          frame(nextFrameMicros - FRAME_MICROS);
          nextFrameMicros += FRAME_MICROS;
        }
        int length = line.read(buffer, 1);
        commandBytes.addAndGet(length);
        ear.decode(buffer, 0, length, this::command);
      } catch (IOException e) {
        Thread.onSpinWait(); // the cable is out: the next turn sees the new line
      }
    }
  }

  private void command(int id, HostCommand command) {
    try {
      line.write(encoder.reply(id, Message.Reply.Result.OK, ""));
      if (command instanceof HostCommand.Describe) {
        line.write(encoder.describe());
      } else if (command instanceof HostCommand.Start) {
        started = true;
      } else if (command instanceof HostCommand.Stop) {
        started = false;
      }
    } catch (IOException e) {
      started = false;
    }
  }

  /** Samples are counted at the converter, whether they are sent or not. */
  private void frame(long firstMicros) throws IOException {
    if (!started && frames.get() == 0) {
      return;
    }
    long index = frames.getAndIncrement() * PER_FRAME;
    framesDone.countDown();
    if (!started) {
      return;
    }
    boolean last = framesDone.getCount() == 0;
    boolean drop = index > 0 && !last && random.nextDouble() < lossRate;
    for (int stream = SLOW; stream <= FAST; stream++) {
      int[] counts = new int[PER_FRAME * TestStreams.CHANNELS];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (int) ((index + i / TestStreams.CHANNELS) % 30_000);
      }
      if (drop) {
        droppedSamples.addAndGet(PER_FRAME);
      } else {
        line.write(encoder.data(stream, index, firstMicros, 0, counts));
      }
    }
    if (!drop && lastWasDropped) {
      line.write(new byte[] {'n', 'o', 'i', 's', 'e', 0});
    }
    lastWasDropped = drop;
  }

  @Override
  public void close() throws IOException {
    running = false;
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.hangUp();
  }
}
