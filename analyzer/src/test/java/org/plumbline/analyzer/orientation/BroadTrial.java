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
 * @param optical w x y z, sensor to earth, ENU; NaN where markers were lost
 */
// Arrays, for they are bulk numbers of a test; nobody compares trials.
@SuppressWarnings("ArrayRecordComponent")
record BroadTrial(
    String name,
    double rateHz,
    double[][] gyro,
    double[][] acceleration,
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
              new boolean[n]);
      for (int i = 0; i < n; i++) {
        double[] row = rows.get(i);
        trial.gyro[i] = new double[] {row[0], row[1], row[2]};
        trial.acceleration[i] = new double[] {row[3], row[4], row[5]};
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
            new double[n][],
            new boolean[n]);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < factor; k++) {
        for (int axis = 0; axis < 3; axis++) {
          thin.gyro[i][axis] += gyro[i * factor + k][axis] / factor;
          thin.acceleration[i][axis] += acceleration[i * factor + k][axis] / factor;
        }
      }
      thin.optical[i] = optical[i * factor + factor - 1];
      thin.moving[i] = moving[i * factor + factor - 1];
    }
    return thin;
  }

  /**
   * RMS inclination error in degrees over the samples in motion whose optical orientation is known.
   *
   * @param estimate w x y z, sample by sample; samples of length 0 are left out
   */
  double inclinationErrorDeg(double[][] estimate) {
    double sum = 0;
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
      double angle = 2 * Math.acos(Math.min(1, Math.sqrt(w * w + z * z)));
      sum += angle * angle;
      count++;
    }
    return Math.toDegrees(Math.sqrt(sum / count));
  }
}
