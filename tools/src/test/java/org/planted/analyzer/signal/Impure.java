package org.planted.analyzer.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.planted.device.table.PlantedTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks every rule of a pure package; its package is not null-marked either. */
public final class Impure {
  private static final Logger LOG = LoggerFactory.getLogger(Impure.class);
  private static int calls;

  /** Time, chance, a file, a thread, a log and the machine's own mathematics. */
  public double everything(PlantedTable table) throws IOException {
    calls++;
    LOG.info("called {} times on {}", calls, Thread.currentThread());
    double sum = System.nanoTime() + System.currentTimeMillis() + new Random(1).nextDouble();
    sum += Files.size(Path.of(".")) + Clock.systemUTC().millis() + table.rows();
    return sum + Math.sin(sum) + Math.atan2(sum, 1) + Math.hypot(sum, 1) + Math.sqrt(sum);
  }
}
