package org.plumbline.analyzer.orientation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A trial of BROAD (Laidig, Caruso, Cereatti, Seel 2021, CC BY 4.0) with its optical orientation,
 * and the metric of the data set's authors.
 *
 * @param gyro rad/s, sample by sample, x y z
 * @param acceleration m/s2
 * @param field microtesla
 * @param optical w x y z, sensor to earth, ENU; NaN where markers were lost
 */
// Arrays, for they are bulk numbers of a test; nobody compares trials.
@SuppressWarnings("ArrayRecordComponent")
record BroadTrial(
    String name,
    double rateHz,
    double[][] gyro,
    double[][] acceleration,
    double[][] field,
    double[][] optical,
    boolean[] moving) {

  static final double RATE_HZ = 2000.0 / 7;

  static List<Path> files() {
    Path folder = RealRecordings.folder("broad");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".csv.gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BroadTrial read(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.US_ASCII))) {
      List<double[]> rows = reader.lines().skip(1).map(BroadTrial::numbers).toList();
      int n = rows.size();
      BroadTrial trial =
          new BroadTrial(
              file.getFileName().toString().replace(".csv.gz", ""),
              RATE_HZ,
              new double[n][],
              new double[n][],
              new double[n][],
              new double[n][],
              new boolean[n]);
      for (int i = 0; i < n; i++) {
        double[] row = rows.get(i);
        trial.gyro[i] = new double[] {row[0], row[1], row[2]};
        trial.acceleration[i] = new double[] {row[3], row[4], row[5]};
        trial.field[i] = new double[] {row[6], row[7], row[8]};
        trial.optical[i] = new double[] {row[9], row[10], row[11], row[12]};
        trial.moving[i] = row[13] == 1;
      }
      return trial;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(String line) {
    String[] cells = line.split(",", -1);
    double[] row = new double[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          cells[i].isEmpty() || cells[i].equals("nan") ? Double.NaN : Double.parseDouble(cells[i]);
    }
    return row;
  }

  int size() {
    return gyro.length;
  }

  /** Means over boxes of {@code factor} samples; the optical sample of the box's last one. */
  BroadTrial thinned(int factor) {
    int n = size() / factor;
    BroadTrial thin =
        new BroadTrial(
            name,
            rateHz / factor,
            new double[n][3],
            new double[n][3],
            new double[n][3],
            new double[n][],
            new boolean[n]);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < factor; k++) {
        for (int axis = 0; axis < 3; axis++) {
          thin.gyro[i][axis] += gyro[i * factor + k][axis] / factor;
          thin.acceleration[i][axis] += acceleration[i * factor + k][axis] / factor;
          thin.field[i][axis] += field[i * factor + k][axis] / factor;
        }
      }
      thin.optical[i] = optical[i * factor + factor - 1];
      thin.moving[i] = moving[i * factor + factor - 1];
    }
    return thin;
  }

  static List<BroadTrial> all() {
    return files().stream().map(BroadTrial::read).toList();
  }

  /** The number that the name begins with. */
  int number() {
    return Integer.parseInt(name.substring(0, 2));
  }

  boolean disturbed() {
    return name.contains("_disturbed_");
  }

  /** Of a real-time filter without magnetometer: w x y z, sample by sample. */
  double[][] run(OrientationFilter filter) {
    double[][] estimate = new double[size()][4];
    for (int i = 0; i < estimate.length; i++) {
      double[] g = gyro[i];
      double[] a = acceleration[i];
      filter.update(1 / rateHz, g[0], g[1], g[2], a[0], a[1], a[2]);
      if (filter instanceof VqfMagneticFilter magnetic) {
        magnetic.magnetometer(field[i][0], field[i][1], field[i][2]);
      }
      filter.orientation(estimate[i]);
    }
    return estimate;
  }

  /** Of the offline variant with magnetometer. */
  double[][] run(VqfOffline offline) {
    OfflineOrientation found = offline.estimate(flat(gyro), flat(acceleration), flat(field));
    double[][] estimate = new double[size()][4];
    for (int i = 0; i < estimate.length; i++) {
      found.orientation(i, estimate[i]);
    }
    return estimate;
  }

  private static double[] flat(double[][] rows) {
    double[] flat = new double[3 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, 3 * i, 3);
    }
    return flat;
  }

  /** RMS errors in degrees. */
  record Errors(double inclinationDeg, double totalDeg, double headingDeg) {}

  double inclinationErrorDeg(double[][] estimate) {
    return errors(estimate).inclinationDeg();
  }

  /**
   * Over the samples in motion whose optical orientation is known.
   *
   * @param estimate w x y z, sample by sample; samples of length 0 are left out
   */
  Errors errors(double[][] estimate) {
    double inclination = 0;
    double total = 0;
    double heading = 0;
    int count = 0;
    for (int i = 0; i < size(); i++) {
      double[] o = optical[i];
      double[] q = estimate[i];
      if (!moving[i] || q.length == 0 || Double.isNaN(o[0] + o[1] + o[2] + o[3])) {
        continue;
      }
      // q * conj(o), the earth frame; only w and z are needed.
      double w = q[0] * o[0] + q[1] * o[1] + q[2] * o[2] + q[3] * o[3];
      double z = -q[0] * o[3] - q[1] * o[2] + q[2] * o[1] + q[3] * o[0];
      inclination += square(2 * Math.acos(Math.min(1, Math.sqrt(w * w + z * z))));
      total += square(2 * Math.acos(Math.min(1, Math.abs(w))));
      heading += square(2 * Math.atan(Math.abs(z / w)));
      count++;
    }
    return new Errors(rms(inclination, count), rms(total, count), rms(heading, count));
  }

  private static double square(double x) {
    return x * x;
  }

  private static double rms(double sum, int count) {
    return Math.toDegrees(Math.sqrt(sum / count));
  }
}
