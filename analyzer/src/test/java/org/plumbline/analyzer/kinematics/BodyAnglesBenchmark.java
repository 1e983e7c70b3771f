package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * One grid step of the chain from seven sensor orientations to the angles of six joints and seven
 * segments, each with its errors. Run as {@code VqfUpdateBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class BodyAnglesBenchmark {
  private static final int STEPS = 4096;
  private static final OnSegment[] WORN = {
    new OnSegment(Segment.PELVIS, Side.MIDLINE),
    new OnSegment(Segment.TRUNK, Side.MIDLINE),
    new OnSegment(Segment.THIGH, Side.LEFT),
    new OnSegment(Segment.THIGH, Side.RIGHT),
    new OnSegment(Segment.SHANK, Side.LEFT),
    new OnSegment(Segment.SHANK, Side.RIGHT),
    new OnSegment(Segment.FOOT, Side.RIGHT)
  };

  private final List<WornSegment> worn = new ArrayList<>();
  private final BodyAngles angles = new BodyAngles(Map.of(), 20);
  private long step;

  /** Standing, then slow swings of every segment about its lateral axis. */
  @Setup
  public void fill() {
    Quaternion upright = Quaternion.ofColumns(Vector3.X, Vector3.Z, Vector3.Y.negated());
    SegmentCalibration calibration =
        new SegmentCalibration(
            Quaternion.IDENTITY, Vector3.Y, SegmentCalibration.Origin.SET_UP, 0.15, 0.05, 0.05);
    for (int i = 0; i < WORN.length; i++) {
      GridTrack track = new GridTrack(WornSegment.COLUMNS, true, 300_000_000L);
      double[] row = new double[WornSegment.COLUMNS];
      for (int s = 0; s < STEPS; s++) {
        double turn = s < 200 ? 0 : 0.1 * (i + 1) * (1 - StrictMath.cos(0.02 * (s - 200)));
        Quaternion q = upright.times(Quaternion.about(Vector3.Z, turn));
        for (int c = 0; c < 8; c += 4) {
          row[c] = q.w();
          row[c + 1] = q.x();
          row[c + 2] = q.y();
          row[c + 3] = q.z();
        }
        track.append(s * GridTrack.STEP_NANOS, row);
      }
      worn.add(
          new WornSegment(
              WORN[i],
              track,
              Optional.of(calibration),
              true,
              false,
              new SensorErrors(0.005, 0.01, 0.02)));
    }
  }

  /** Follows all joints and reads every angle. */
  @Benchmark
  public int stepAndRead() {
    step = step + 1 < STEPS ? step + 1 : 0;
    angles.step(step, worn);
    return angles.joints().size() + angles.segments().size();
  }
}
