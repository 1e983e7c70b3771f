package org.plumbline.device.session;

import java.util.SplittableRandom;

/**
 * How frames of a 200 Hz stream reach the host: three models of links, from a seed.
 *
 * <p>Rough figures of {@code arrival - sample}: USB-CDC 2 to 3 ms, FTDI 2 to 18 ms (latency timer),
 * Bluetooth 9 ms and more, in bursts, with stalls of up to a second.
 */
final class ArrivalModel {
  enum Link {
    USB_CDC,
    FTDI_16_MS,
    BLUETOOTH
  }

  private final Link link;
  private final SplittableRandom random;
  private double lastArrival;
  private double nextRelease;

  ArrivalModel(Link link, long seed) {
    this.link = link;
    this.random = new SplittableRandom(seed);
  }

  /** When a frame made at {@code trueSeconds} arrives, never before the one before it. */
  double arrivalSeconds(double trueSeconds) {
    double arrival =
        switch (link) {
          case USB_CDC -> {
            double ready = trueSeconds + 0.002;
            double frame = Math.ceil(ready * 1000) / 1000;
            yield ready + 0.3 * (frame - ready) + hiccup(0.01, 0.02);
          }
          case FTDI_16_MS ->
              Math.ceil((trueSeconds + 0.002) / 0.016) * 0.016 + 0.0002 * random.nextDouble();
          case BLUETOOTH -> {
            double ready = trueSeconds + 0.009;
            while (nextRelease < ready) {
              double gap = 0.01 + 0.05 * random.nextDouble();
              boolean stall = random.nextDouble() < 0.002;
              nextRelease += stall ? 0.3 + 0.7 * random.nextDouble() : gap;
            }
            yield nextRelease + 0.0003 * random.nextDouble();
          }
        };
    lastArrival = Math.max(lastArrival, arrival);
    return lastArrival;
  }

  /** A scheduler that comes late now and then. */
  private double hiccup(double probability, double mostSeconds) {
    double usual = 0.0001 * random.nextDouble();
    return random.nextDouble() < probability ? mostSeconds * random.nextDouble() : usual;
  }
}
