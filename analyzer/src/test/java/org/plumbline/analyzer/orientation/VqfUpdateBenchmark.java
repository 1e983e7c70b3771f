package org.plumbline.analyzer.orientation;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds and bytes of one update with the orientation read: 6D, 9D, 9D with steady heading;
 * and of one sample of the offline variant. Run with {@code java -cp
 * analyzer/target/test-classes:... org.openjdk.jmh.Main VqfUpdate -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class VqfUpdateBenchmark {
  private static final int SAMPLES = 4096;
  private static final int OFFLINE_SAMPLES = 16 * SAMPLES;
  private static final double RATE_HZ = 285.714;

  private final VqfFilter filter = new VqfFilter(VqfFilter.Parameters.defaults(), RATE_HZ);
  private final VqfMagneticFilter magnetic =
      new VqfMagneticFilter(VqfMagneticFilter.Parameters.defaults(), RATE_HZ);
  private final VqfMagneticFilter steady =
      new VqfMagneticFilter(VqfMagneticFilter.Parameters.steadyHeading(), RATE_HZ);
  private final VqfOffline offline =
      new VqfOffline(VqfMagneticFilter.Parameters.defaults(), RATE_HZ);
  private final double[] gyro = new double[OFFLINE_SAMPLES * 3];
  private final double[] force = new double[OFFLINE_SAMPLES * 3];
  private final double[] field = new double[OFFLINE_SAMPLES * 3];
  private final double[] orientation = new double[4];
  private int at;

  /** A limb that swings, with noise: the motion branch, which is the dear one. */
  @Setup
  public void fill() {
    Random random = new Random(1);
    Quaternion pose = Quaternion.IDENTITY;
    for (int i = 0; i < OFFLINE_SAMPLES; i++) {
      for (int k = 0; k < 3; k++) {
        gyro[3 * i + k] = StrictMath.sin(0.01 * i + k) + 0.01 * random.nextGaussian();
        force[3 * i + k] = 5.7 + StrictMath.sin(0.01 * i + k) + 0.1 * random.nextGaussian();
      }
      Vector3 rate = new Vector3(gyro[3 * i], gyro[3 * i + 1], gyro[3 * i + 2]);
      pose = pose.times(Quaternion.about(rate.normalized(), rate.norm() / RATE_HZ)).normalized();
      Vector3 m = pose.conjugate().rotate(MagneticFilterContract.FIELD);
      field[3 * i] = m.x() + random.nextGaussian();
      field[3 * i + 1] = m.y() + random.nextGaussian();
      field[3 * i + 2] = m.z() + random.nextGaussian();
    }
  }

  @Benchmark
  public double[] update6D() {
    int i = 3 * at;
    at = (at + 1) & (SAMPLES - 1);
    filter.update(gyro[i], gyro[i + 1], gyro[i + 2], force[i], force[i + 1], force[i + 2]);
    filter.orientation(orientation);
    return orientation;
  }

  @Benchmark
  public double[] update9D() {
    return update(magnetic);
  }

  @Benchmark
  public double[] update9DSteady() {
    return update(steady);
  }

  private double[] update(VqfMagneticFilter nine) {
    int i = 3 * at;
    at = (at + 1) & (SAMPLES - 1);
    nine.update(gyro[i], gyro[i + 1], gyro[i + 2], force[i], force[i + 1], force[i + 2]);
    nine.magnetometer(field[i], field[i + 1], field[i + 2]);
    nine.orientation(orientation);
    return orientation;
  }

  @Benchmark
  @OperationsPerInvocation(OFFLINE_SAMPLES)
  public OfflineOrientation offline9D() {
    return offline.estimate(gyro, force, field);
  }
}
