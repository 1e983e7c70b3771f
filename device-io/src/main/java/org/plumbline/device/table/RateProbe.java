package org.plumbline.device.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the rate of a table from its first rows, and checks a declared one against them, so that
 * seconds taken for milliseconds are found before they make a wrong result.
 */
final class RateProbe {
  /** Slower than any sensor of the field: a sign of a wrong time unit. */
  static final double LOWEST_HZ = 0.5;

  /** Faster than any sensor of the field: a sign of a wrong time unit. */
  static final double HIGHEST_HZ = 50_000;

  /** Enough for a median; a fraction of a second of EMG, a few seconds of IMU. */
  private static final int MAX_ROWS = 512;

  /** Real sensors are off their nominal rate by up to a tenth; wrong units by a factor. */
  private static final double TOLERANCE = 0.2;

  /** A period further from the median than this share of it is a hole or a burst. */
  private static final double OUTLIER_SHARE = 0.5;

  private final TableLayout layout;
  private final double[] periods = new double[MAX_ROWS];
  private int count;
  private double spanNanos;
  private double spanSamples;

  private RateProbe(TableLayout layout) {
    this.layout = layout;
  }

  /**
   * Rows per second in the first rows; 0 when there is no time column or only one row.
   *
   * @throws IOException when that is no rate, or not the one the profile declares
   */
  static double measure(TableLayout layout, byte[] head) throws IOException {
    if (!(layout.profile().time() instanceof TimeRule.ByColumn timed)) {
      return 0;
    }
    RateProbe probe = new RateProbe(layout);
    probe.collect(head, timed.wrapNanos());
    return probe.count == 0 ? 0 : probe.checked();
  }

  /**
   * The rate to reckon holes with: the measured one, which a long hole needs, unless bursts make it
   * another than the declared one.
   */
  static double forHoles(double declaredHz, double measuredHz) {
    boolean believed = measuredHz > 0 && (declaredHz == 0 || near(measuredHz, declaredHz));
    return believed ? measuredHz : declaredHz;
  }

  /** Whether the first row of numbers can be read. */
  static boolean firstRowFits(TableLayout layout, byte[] head) throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), layout.file());
    TopOfFile.read(lines, layout.profile().format());
    byte[] comment = TopOfFile.commentOf(layout.profile().format());
    while (lines.next()) {
      if (!lines.isBlank() && !TopOfFile.isComment(lines, comment)) {
        return new RowReader(layout).read(lines, new Row(layout.channelColumns().size()));
      }
    }
    return false;
  }

  private void collect(byte[] head, long wrapNanos) throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), layout.file());
    TopOfFile.read(lines, layout.profile().format());
    RowReader reader = new RowReader(layout);
    Row before = new Row(layout.channelColumns().size());
    Row row = new Row(layout.channelColumns().size());
    boolean first = true;
    while (count < MAX_ROWS && lines.next() && lines.isTerminated()) {
      if (!reader.read(lines, row)) {
        continue;
      }
      if (!first) {
        add(row, before, wrapNanos);
      }
      first = false;
      Row spare = before;
      before = row;
      row = spare;
    }
  }

  private void add(Row row, Row before, long wrapNanos) {
    long nanos = row.timeNanos - before.timeNanos;
    if (nanos < 0 && wrapNanos > 0) {
      nanos += wrapNanos;
    }
    long samples = layout.counterColumn() < 0 ? 1 : row.counter - before.counter;
    if (nanos >= 0 && samples > 0) {
      periods[count++] = nanos / (double) samples;
      spanNanos += nanos;
      spanSamples += samples;
    }
  }

  private double checked() throws IOException {
    if (spanNanos == 0) {
      throw new IOException(
          layout.place(0, layout.timeColumn())
              + ": time does not move in the first "
              + (count + 1)
              + " rows, so the rate cannot be told. Name the column of the time under time: in the"
              + " profile, or, where the table has none, its rate.");
    }
    double rateHz = 1e9 / typicalPeriod();
    double meanHz = 1e9 * spanSamples / spanNanos;
    double declaredHz = layout.rateHz();
    if (declaredHz > 0 ? !near(rateHz, declaredHz) && !near(meanHz, declaredHz) : !sane(rateHz)) {
      throw new IOException(
          layout.place(0, layout.timeColumn())
              + ": read with the profile's unit, the first rows come at "
              + shown(sane(rateHz) ? rateHz : meanHz)
              + " Hz"
              + (declaredHz > 0 ? ", but the profile says " + shown(declaredHz) + " Hz" : "")
              + ". Correct the unit or the rate under time: in the profile.");
    }
    return rateHz;
  }

  private static boolean near(double rateHz, double declaredHz) {
    return Math.abs(rateHz / declaredHz - 1) <= TOLERANCE;
  }

  private static boolean sane(double rateHz) {
    return rateHz >= LOWEST_HZ && rateHz <= HIGHEST_HZ;
  }

  private static String shown(double rateHz) {
    return String.format(Locale.ROOT, "%.4g", rateHz);
  }

  /** Mean of the periods near the median: neither holes nor coarse stamps move it. */
  private double typicalPeriod() {
    double[] sorted = Arrays.copyOf(periods, count);
    Arrays.sort(sorted);
    double median = sorted[count / 2];
    double sum = 0;
    int near = 0;
    for (double period : sorted) {
      if (Math.abs(period - median) <= OUTLIER_SHARE * median) {
        sum += period;
        near++;
      }
    }
    return sum / near;
  }
}
