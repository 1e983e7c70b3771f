package org.plumbline.tools.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.device.protocol.DecoderCounts;
import org.plumbline.device.protocol.DeviceDriver;
import org.plumbline.device.protocol.FrameDecoder;
import org.plumbline.device.protocol.Message;

/**
 * A driver whose decoder's time is measured, and whose arrival stamps may run faster than the clock
 * on the wall.
 *
 * <p>The latter is for a simulated device that sends a log faster than it happened: seen through
 * stamps that run as fast, its clock runs at the usual rate, and clock fit and losses mean what
 * they always do. Never for a real device.
 */
public final class MeteredDriver implements DeviceDriver {
  private final DeviceDriver driver;
  private final Meters meters;
  private final double speed;

  /**
   * Owns {@code driver} from then on.
   *
   * @param speed of the stamps, times real time; 1 for every real device
   */
  public MeteredDriver(DeviceDriver driver, Meters meters, double speed) {
    this.driver = driver;
    this.meters = meters;
    this.speed = speed;
  }

  @Override
  public FrameDecoder newDecoder() {
    return new MeteredDecoder(driver.newDecoder(), meters, speed);
  }

  private static final class MeteredDecoder implements FrameDecoder {
    private final FrameDecoder decoder;
    private final Meters meters;
    private final double speed;
    private final long madeNanos = System.nanoTime();

    private MeteredDecoder(FrameDecoder decoder, Meters meters, double speed) {
      this.decoder = decoder;
      this.meters = meters;
      this.speed = speed;
    }

    @Override
    public void decode(
        byte[] bytes, int offset, int length, long arrivalNanos, Consumer<? super Message> out) {
      long before = System.nanoTime();
      decoder.decode(bytes, offset, length, stamp(arrivalNanos), out);
      meters.decoded(System.nanoTime() - before);
    }

    @Override
    public void end(long arrivalNanos, Consumer<? super Message> out) {
      decoder.end(stamp(arrivalNanos), out);
    }

    private long stamp(long nanos) {
      return speed == 1 ? nanos : madeNanos + (long) ((nanos - madeNanos) * speed);
    }

    @Override
    public DecoderCounts counts() {
      return decoder.counts();
    }
  }

  @Override
  public String name() {
    return driver.name();
  }

  @Override
  public Request probe() {
    return driver.probe();
  }

  @Override
  public Request describe() {
    return driver.describe();
  }

  @Override
  public Request start() {
    return driver.start();
  }

  @Override
  public Request stop() {
    return driver.stop();
  }

  @Override
  public Optional<Request> time(long hostNanos) {
    return driver.time(hostNanos);
  }

  @Override
  public long drainNanos() {
    return driver.drainNanos();
  }

  @Override
  public Answer judge(Request request, Message message) {
    return driver.judge(request, message);
  }
}
