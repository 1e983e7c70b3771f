package org.plumbline.analyzer.chart;

import java.util.Arrays;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * The last samples of some channels in a ring, primitives only: {@code XYSeries} with a maximum
 * count searches all items for every one it drops and stands still at 2 kHz.
 *
 * <p>One thread (the one that paints). Readers are told by {@link #publish()}, once a screen
 * refresh, not at every sample.
 */
final class RingSeries extends AbstractXYDataset {
  private final String[] names;
  private final double[] seconds;
  private final double[][] values;
  private int start;
  private int count;

  RingSeries(int capacity, String... names) {
    if (capacity < 2 || names.length == 0) {
      throw new IllegalArgumentException(capacity + " samples of " + names.length + " channels");
    }
    this.names = names.clone();
    seconds = new double[capacity];
    values = new double[names.length][capacity];
  }

  /**
   * Adds a sample; the oldest one goes when the ring is full.
   *
   * @param atSeconds not before the previous one
   * @param sample one value per channel, NaN for a gap
   */
  void push(double atSeconds, double[] sample) {
    if (sample.length != names.length) {
      throw new IllegalArgumentException(
          sample.length + " values for " + names.length + " channels");
    }
    if (count > 0 && !(atSeconds >= lastSeconds())) {
      throw new IllegalArgumentException(
          "sample at " + atSeconds + " s after one at " + lastSeconds() + " s");
    }
    int at = slot(count);
    if (count == seconds.length) {
      start = slot(1);
    } else {
      count++;
    }
    seconds[at] = atSeconds;
    for (int channel = 0; channel < values.length; channel++) {
      values[channel][at] = sample[channel];
    }
  }

  private int slot(int item) {
    int at = start + item;
    return at >= seconds.length ? at - seconds.length : at;
  }

  /** Time of the newest sample; NaN when there is none. */
  double lastSeconds() {
    return count == 0 ? Double.NaN : seconds[slot(count - 1)];
  }

  void clear() {
    start = 0;
    count = 0;
    for (double[] channel : values) {
      Arrays.fill(channel, 0);
    }
  }

  /** Tells the chart that there is something new. */
  void publish() {
    fireDatasetChanged();
  }

  @Override
  public int getSeriesCount() {
    return names.length;
  }

  @Override
  public Comparable<?> getSeriesKey(int series) {
    return names[series];
  }

  @Override
  public int getItemCount(int series) {
    return count;
  }

  @Override
  public double getXValue(int series, int item) {
    return seconds[slot(item)];
  }

  @Override
  public double getYValue(int series, int item) {
    return values[series][slot(item)];
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }
}
