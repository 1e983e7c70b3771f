package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.Inclination;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/**
 * What the calibration of an accelerometer from the log itself takes off the inclination error, on
 * sensors whose zero and scale error was put onto them and is therefore known.
 */
final class CalibrationBenefit {
  /** After a calibration the filter finds back to the vertical: three of its time constants. */
  private static final double SETTLED_SECONDS = 9;

  static final double STANDING_SECONDS = 60;

  private CalibrationBenefit() {}

  /**
   * One sensor, over the samples after its calibration; no figures where there was none.
   *
   * @param withoutDeg inclination error (RMS) with the error put on and no calibration
   * @param withDeg the same with the calibration
   * @param soundDeg the same without any error put on, no calibration
   * @param calibrated whether there was one, with something to compare after it
   */
  record Sensor(double withoutDeg, double withDeg, double soundDeg, boolean calibrated) {}

  /** A recording of one sensor: its samples, and its true "up" where that is known. */
  interface Recording {
    double rateHz();

    int size();

    /** A copy of gyroscope and accelerometer. */
    double[] imu(int sample);

    /** In sensor axes; empty where no error is counted. */
    Optional<Vector3> trueUp(int sample);
  }

  static Sensor of(Recording recording, AccelerometerError error) {
    CareRun without = new CareRun(recording.rateHz(), false);
    CareRun with = new CareRun(recording.rateHz(), true);
    CareRun sound = new CareRun(recording.rateHz(), false);
    double[] squares = new double[3];
    int counted = 0;
    int second = (int) Math.round(recording.rateHz());
    double calibratedAt = Double.POSITIVE_INFINITY;
    for (int i = 0; i < recording.size(); i++) {
      double[] wrong = recording.imu(i);
      error.apply(wrong);
      without.update(wrong.clone());
      with.update(wrong);
      sound.update(recording.imu(i));
      Optional<Vector3> up = recording.trueUp(i);
      if (i % second == 0 && i < calibratedAt && with.calibrated()) {
        calibratedAt = i;
      }
      if (up.isPresent() && i > calibratedAt + SETTLED_SECONDS * recording.rateHz()) {
        counted++;
        squares[0] += square(up.get().angleToRad(without.up()));
        squares[1] += square(up.get().angleToRad(with.up()));
        squares[2] += square(up.get().angleToRad(sound.up()));
      }
    }
    return new Sensor(
        deg(squares[0], counted), deg(squares[1], counted), deg(squares[2], counted), counted > 0);
  }

  /** Whether a calibration is made from the first samples of a recording. */
  static boolean calibrated(Recording recording, AccelerometerError error, int samples) {
    CareRun with = new CareRun(recording.rateHz(), true);
    for (int i = 0; i < Math.min(samples, recording.size()); i++) {
      double[] wrong = recording.imu(i);
      error.apply(wrong);
      with.update(wrong);
    }
    return with.calibrated();
  }

  private static double square(double x) {
    return x * x;
  }

  private static double deg(double squares, int counted) {
    return FastMath.toDegrees(Math.sqrt(squares / counted));
  }

  static Recording of(BroadTrial trial) {
    return new Recording() {
      @Override
      public double rateHz() {
        return trial.rateHz();
      }

      @Override
      public int size() {
        return trial.size();
      }

      @Override
      public double[] imu(int sample) {
        return java.util.Arrays.copyOf(trial.imu(sample), 6);
      }

      @Override
      public Optional<Vector3> trueUp(int sample) {
        return trial.counts(sample)
            ? Optional.of(Inclination.up(trial.optical(sample)))
            : Optional.empty();
      }
    };
  }

  /** All sensors of a simulated session with a guided set-up, in the set alone. */
  static List<Recording> simulated(long seed) {
    return simulated(Scenario.squat(seed).withSetUp(SetUpPlan.swings()));
  }

  /** All sensors of somebody who stands for a minute first. */
  static List<Recording> standing(long seed) {
    return simulated(Scenario.squat(seed).withQuietSeconds(STANDING_SECONDS));
  }

  private static List<Recording> simulated(Scenario scenario) {
    SimulatedBody body =
        new SimulatedBody(
            scenario
                .withNoise(NoiseLevel.nominal().withLink(NoiseLevel.none().link()))
                .withEmg(Optional.empty()));
    List<SessionEvent> events = body.events();
    List<Recording> all = new ArrayList<>();
    for (SessionEvent event : events) {
      if (event instanceof Described described) {
        all.add(new Simulated(described.stream(), events, body.truth(), all.size()));
      }
    }
    return all;
  }

  private static final class Simulated implements Recording {
    private final Truth truth;
    private final int imu;
    private final double rateHz;
    private final List<double[]> samples = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();

    Simulated(StreamDescriptor stream, List<SessionEvent> events, Truth truth, int imu) {
      this.truth = truth;
      this.imu = imu;
      rateHz = stream.nominalRateHz();
      Axis[] axes = {Axis.X, Axis.Y, Axis.Z};
      for (SessionEvent event : events) {
        if (event instanceof Samples block && block.stream() == stream.id()) {
          for (int i = 0; i < block.size(); i++) {
            double[] sample = new double[6];
            for (int a = 0; a < 3; a++) {
              sample[a] = value(stream, block, i, Quantity.ANGULAR_RATE, axes[a]);
              sample[3 + a] = value(stream, block, i, Quantity.ACCELERATION, axes[a]);
            }
            samples.add(sample);
            seconds.add(block.sessionNanos(i) * 1e-9);
          }
        }
      }
    }

    private static double value(
        StreamDescriptor stream, Samples block, int i, Quantity quantity, Axis axis) {
      int column = stream.channelIndex(quantity, axis);
      return block.raw(i, column) * stream.channels().get(column).scale();
    }

    @Override
    public double rateHz() {
      return rateHz;
    }

    @Override
    public int size() {
      return samples.size();
    }

    @Override
    public double[] imu(int sample) {
      return samples.get(sample).clone();
    }

    @Override
    public Optional<Vector3> trueUp(int sample) {
      double at = seconds.get(sample);
      if (at < truth.setStartSeconds() || at > truth.setStopSeconds()) {
        return Optional.empty();
      }
      Vector3D up = truth.sensorOrientation(imu, at).applyInverseTo(Vector3D.PLUS_K);
      return Optional.of(new Vector3(up.getX(), up.getY(), up.getZ()));
    }
  }
}
