package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.table.TableProfile;
import org.plumbline.device.table.TableProfiles;

/**
 * A trial of BROAD (Laidig, Caruso, Cereatti, Seel 2021): one IMU with magnetometer and its optical
 * orientation.
 */
final class BroadTrial {
  static final String SUFFIX = ".csv.gz";

  /** Gyroscope x y z (rad/s), accelerometer x y z (m/s2), magnetometer x y z (uT). */
  static final int CHANNELS = 9;

  private final String name;
  private final double rateHz;
  private final double[][] imu;
  private final Quaternion[] optical;
  private final boolean[] moving;

  private BroadTrial(
      String name, double rateHz, double[][] imu, Quaternion[] optical, boolean[] moving) {
    this.name = name;
    this.rateHz = rateHz;
    this.imu = imu;
    this.optical = optical;
    this.moving = moving;
  }

  /**
   * Reads a trial.
   *
   * @throws IOException when the file is not of the profile {@code broad-csv}
   */
  static BroadTrial read(Path file) throws IOException {
    TableProfile profile = TableProfiles.builtIn("broad-csv").orElseThrow();
    SensorTable sensor = SensorTable.read(file, profile, "imu");
    SensorTable reference = SensorTable.read(file, profile, "optical reference");
    int n = Math.min(sensor.size(), reference.size());
    double[][] imu = new double[n][CHANNELS];
    Quaternion[] optical = new Quaternion[n];
    boolean[] moving = new boolean[n];
    int[] gyro = sensor.columns(Quantity.ANGULAR_RATE);
    int[] acceleration = sensor.columns(Quantity.ACCELERATION);
    int[] magnetic = sensor.columns(Quantity.MAGNETIC_FIELD);
    for (int i = 0; i < n; i++) {
      sensor.read(i, gyro, imu[i], 0);
      sensor.read(i, acceleration, imu[i], 3);
      sensor.read(i, magnetic, imu[i], 6);
      optical[i] =
          new Quaternion(
              reference.value(i, 0),
              reference.value(i, 1),
              reference.value(i, 2),
              reference.value(i, 3));
      moving[i] = reference.value(i, 4) == 1;
    }
    String fileName = String.valueOf(file.getFileName());
    String name = fileName.substring(0, fileName.length() - SUFFIX.length());
    return new BroadTrial(name, sensor.rateHz(), imu, optical, moving);
  }

  String name() {
    return name;
  }

  double rateHz() {
    return rateHz;
  }

  int size() {
    return imu.length;
  }

  /** The row of a sample, {@value #CHANNELS} numbers; read only. */
  double[] imu(int sample) {
    return imu[sample];
  }

  /** Whether an error counts here: the board was moved and its markers were seen. */
  boolean counts(int sample) {
    Quaternion q = optical[sample];
    return moving[sample] && Double.isFinite(q.w() + q.x() + q.y() + q.z());
  }

  /** Sensor to earth, ENU; only where {@link #counts}. */
  Quaternion optical(int sample) {
    return optical[sample];
  }

  /** Whether nobody disturbed the magnetic field or shook the board, by its name. */
  boolean undisturbed() {
    return name.contains("undisturbed");
  }

  /** Whether its name begins with an even number; what is chosen is chosen on the odd ones. */
  boolean even() {
    String number = name.replaceFirst("[^0-9].*", "");
    return !number.isEmpty() && (number.charAt(number.length() - 1) - '0') % 2 == 0;
  }

  /** Samples before the board is moved for the first time. */
  int firstMoving() {
    int i = 0;
    while (i < moving.length && !moving[i]) {
      i++;
    }
    return i;
  }

  /** Means over boxes of {@code factor} samples; the optical sample of the box's last one. */
  BroadTrial thinned(int factor) {
    int n = size() / factor;
    double[][] thin = new double[n][CHANNELS];
    Quaternion[] last = new Quaternion[n];
    boolean[] lastMoving = new boolean[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < factor; k++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          thin[i][channel] += imu[i * factor + k][channel] / factor;
        }
      }
      last[i] = optical[i * factor + factor - 1];
      lastMoving[i] = moving[i * factor + factor - 1];
    }
    return new BroadTrial(name, rateHz / factor, thin, last, lastMoving);
  }
}
