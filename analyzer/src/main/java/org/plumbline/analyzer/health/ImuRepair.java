package org.plumbline.analyzer.health;

import java.util.Arrays;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * What is done to the numbers of an IMU before anything reads them: axes put in order, unit factor,
 * zero and scale. Nothing at first. One thread.
 */
final class ImuRepair {
  private SignedPermutation gyroscopeAxes = SignedPermutation.identity();
  private SignedPermutation accelerometerAxes = SignedPermutation.identity();
  private double gyroscopeFactor = 1;
  private double accelerometerFactor = 1;
  private final double[] gyroscopeBias = new double[3];
  private final double[] accelerometerBias = new double[3];
  private final double[] accelerometerScale = {1, 1, 1};
  private boolean active;

  /** Puts a sample right, in place. */
  void apply(double[] imu) {
    if (!active) {
      return;
    }
    gyroscopeAxes.apply(imu, 0);
    accelerometerAxes.apply(imu, 3);
    for (int i = 0; i < 3; i++) {
      imu[i] = imu[i] * gyroscopeFactor - gyroscopeBias[i];
      imu[3 + i] =
          accelerometerScale[i] * (imu[3 + i] * accelerometerFactor - accelerometerBias[i]);
    }
  }

  /** The acceleration as it was before its zero and scale were corrected. */
  double uncalibrated(double[] imu, int axis) {
    return imu[3 + axis] / accelerometerScale[axis] + accelerometerBias[axis];
  }

  void scaleGyroscope(double factor) {
    active = true;
    gyroscopeFactor *= factor;
    for (int i = 0; i < 3; i++) {
      gyroscopeBias[i] *= factor;
    }
  }

  void scaleAccelerometer(double factor) {
    active = true;
    accelerometerFactor *= factor;
    forgetCalibration();
  }

  /** From now on the gyroscope's axes are read so, after what was done before. */
  void orderGyroscope(SignedPermutation axes) {
    active = true;
    gyroscopeAxes = axes;
    Arrays.fill(gyroscopeBias, 0);
  }

  void orderAccelerometer(SignedPermutation axes) {
    active = true;
    accelerometerAxes = axes;
    forgetCalibration();
  }

  /** A further zero error, in what {@link #apply} gives, rad/s. */
  void addGyroscopeBias(int axis, double radPerS) {
    active = true;
    gyroscopeBias[axis] += radPerS;
  }

  /**
   * Another zero and scale of the accelerometer.
   *
   * @return what that changes
   */
  Readjustment calibrate(double[] biasMps2, double[] scale) {
    active = true;
    Vector3 biasBefore = vector(accelerometerBias);
    Vector3 scaleBefore = vector(accelerometerScale);
    System.arraycopy(biasMps2, 0, accelerometerBias, 0, 3);
    System.arraycopy(scale, 0, accelerometerScale, 0, 3);
    return new Readjustment(false, biasBefore, scaleBefore, vector(biasMps2), vector(scale));
  }

  private static Vector3 vector(double[] xyz) {
    return new Vector3(xyz[0], xyz[1], xyz[2]);
  }

  private void forgetCalibration() {
    Arrays.fill(accelerometerBias, 0);
    Arrays.fill(accelerometerScale, 1);
  }
}
