package org.plumbline.tools.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/**
 * What the program counts about itself: bytes, frames, losses, queue depth, decode and analysis
 * time. Updated by the threads that do the work, read by any.
 */
public final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter events = counter("plumbline.events", "Events of the session log");
  private final Counter samples = counter("plumbline.samples", "Samples analyzed, all streams");
  private final Counter lost = counter("plumbline.samples.lost", "Samples known to be lost");
  private final Counter lostUnknown =
      counter("plumbline.losses.unknown", "Losses whose size cannot be known");
  private final Counter rejected = counter("plumbline.bytes.rejected", "Bytes that were no data");
  private final Timer analysis = timer("plumbline.analysis", "Analysis of one event");
  private final Timer decode = timer("plumbline.decode", "Decoding of the bytes of one read");

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name).description(description).register(registry);
  }

  /** An event was analyzed. */
  void analyzed(SessionEvent event, long nanos) {
    events.increment();
    analysis.record(nanos, TimeUnit.NANOSECONDS);
    if (event instanceof Samples some) {
      samples.increment(some.size());
    } else if (event instanceof Lost loss) {
      if (loss.count() == Lost.UNKNOWN) {
        lostUnknown.increment();
      } else {
        lost.increment(loss.count());
      }
    } else if (event instanceof Rejected damage) {
      rejected.increment(damage.bytes());
    }
  }

  /** The bytes of one read were decoded. */
  void decoded(long nanos) {
    decode.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A count kept elsewhere, e.g. bytes of a link. */
  public void count(String name, String description, LongSupplier total) {
    FunctionCounter.builder("plumbline." + name, total, LongSupplier::getAsLong)
        .description(description)
        .register(registry);
  }

  /** A level kept elsewhere, e.g. depth of a queue. */
  public void level(String name, String description, LongSupplier now) {
    Gauge.builder("plumbline." + name, now, LongSupplier::getAsLong)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** The registry, for tests and the page. */
  MeterRegistry registry() {
    return registry;
  }

  /** All meters in the text form of Prometheus. */
  public String page() {
    return registry.scrape();
  }

  /** All meters, a line each, for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    registry.getMeters().stream()
        .sorted(java.util.Comparator.comparing(meter -> meter.getId().getName()))
        .forEach(
            meter -> {
              String name = meter.getId().getName().substring("plumbline.".length());
              lines.add(String.format(java.util.Locale.ROOT, "%-20s %s", name, value(meter)));
            });
    return lines;
  }

  private static String value(io.micrometer.core.instrument.Meter meter) {
    if (meter instanceof Timer timer) {
      return Texts.get(
          "cli.metrics.timer",
          timer.count(),
          Texts.number(timer.mean(TimeUnit.MICROSECONDS), 1),
          Texts.number(timer.max(TimeUnit.MILLISECONDS), 2),
          Texts.number(timer.totalTime(TimeUnit.SECONDS), 3));
    }
    double value = meter.measure().iterator().next().getValue();
    return Texts.number(value, 0);
  }
}
