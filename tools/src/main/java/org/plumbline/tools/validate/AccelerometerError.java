package org.plumbline.tools.validate;

import java.util.Random;

/**
 * A zero and a scale error that is put onto the accelerometer of a recording, so that it is known:
 * {@code read = true / scale + zero}.
 */
final class AccelerometerError {
  private final double[] zeroMps2;
  private final double[] scale;

  private AccelerometerError(double[] zeroMps2, double[] scale) {
    this.zeroMps2 = zeroMps2;
    this.scale = scale;
  }

  /**
   * A zero of a size in a random direction, and scales drawn from +- 1.5 %.
   *
   * @param seed the same one gives the same error
   */
  static AccelerometerError drawn(double sizeMps2, long seed) {
    Random random = new Random(seed);
    double[] zero = new double[3];
    double[] scale = new double[3];
    double square = 0;
    for (int i = 0; i < 3; i++) {
      zero[i] = random.nextGaussian();
      square += zero[i] * zero[i];
      scale[i] = 1 + 0.015 * (2 * random.nextDouble() - 1);
    }
    for (int i = 0; i < 3; i++) {
      zero[i] *= sizeMps2 / Math.sqrt(square);
    }
    return new AccelerometerError(zero, scale);
  }

  /** Puts it onto a sample of gyroscope and accelerometer. */
  void apply(double[] imu) {
    for (int i = 0; i < 3; i++) {
      imu[3 + i] = imu[3 + i] / scale[i] + zeroMps2[i];
    }
  }
}
