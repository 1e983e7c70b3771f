package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.Mounting;
import org.plumbline.analyzer.exercise.BodySetUp.Mounting.Towards;
import org.plumbline.analyzer.exercise.BodySetUp.StandingAngle;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.analyzer.kinematics.JointReading;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location.AtJoint;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;

/**
 * The knee as the program measures it: a session of two sensors through {@link SessionAnalyzer}.
 *
 * <p>Nobody made a set-up movement in such a recording, so the sensors are calibrated by standing
 * and the first three movements of the thigh. That is done in a first pass; the second has its
 * calibration from the beginning and is causal.
 */
final class ProgramKneeEstimator implements KneeEstimator {

  /** Counts any movement of the thigh as a repetition; none of its rules matters here. */
  private static final String EXERCISE = "squat";

  private static final JointAngles NONE = new JointAngles(Double.NaN, Double.NaN, Double.NaN);

  @Override
  public List<JointAngles> angles(SensorTable thigh, SensorTable shank, SetUp setUp) {
    List<Mounting> mountings =
        List.of(outside(setUp.side(), Segment.THIGH), outside(setUp.side(), Segment.SHANK));
    List<StandingAngle> standing = standing(setUp);
    SessionAnalyzer first = new SessionAnalyzer(notice -> {});
    feed(first, thigh, shank, setUp.side(), new BodySetUp(List.of(), standing, mountings));
    List<StoredCalibration> calibrations = first.result().calibrations();
    Rows rows = new Rows(thigh, new AtJoint(Joint.KNEE, setUp.side()));
    SessionAnalyzer second = new SessionAnalyzer(notice -> {}, rows);
    feed(second, thigh, shank, setUp.side(), new BodySetUp(calibrations, standing, mountings));
    // The steps behind the last sample that both have are analyzed at the end.
    second.result();
    return rows.angles();
  }

  private static Mounting outside(Side side, Segment segment) {
    String location = new OnSegment(segment, side).id();
    return new Mounting(location, "+z", side == Side.LEFT ? Towards.LEFT : Towards.RIGHT);
  }

  private static List<StandingAngle> standing(SetUp setUp) {
    JointAngles told = setUp.standing();
    boolean zero = told.phiRad() == 0 && told.thetaRad() == 0 && told.psiRad() == 0;
    return zero
        ? List.of()
        : List.of(
            new StandingAngle(
                new AtJoint(Joint.KNEE, setUp.side()).id(),
                told.kneeFlexionDeg(),
                told.abductionDeg(setUp.side()),
                told.internalRotationDeg(setUp.side())));
  }

  private static void feed(
      SessionAnalyzer analyzer, SensorTable thigh, SensorTable shank, Side side, BodySetUp known) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(EXERCISE), List.of(), Optional.empty())
            .with(known);
    analyzer.accept(new Started("S", 0, 0, "validation", "validation"));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
    analyzer.accept(new Described(0, described(thigh, 1, new OnSegment(Segment.THIGH, side))));
    analyzer.accept(new Described(0, described(shank, 2, new OnSegment(Segment.SHANK, side))));
    // Any movement of the thigh counts, however few and unlike they are.
    analyzer.accept(Operator.of(0, Operator.Action.SET_START));
    long end = 0;
    for (int row = 0; row < Math.max(thigh.size(), shank.size()); row++) {
      for (SensorTable table : List.of(thigh, shank)) {
        if (row < table.size()) {
          SessionEvent samples = sample(table, table == thigh ? 1 : 2, row);
          analyzer.accept(samples);
          end = Math.max(end, samples.atNanos());
        }
      }
    }
    analyzer.accept(new Ended(end, "end of file"));
  }

  private static StreamDescriptor described(SensorTable table, int id, OnSegment placement) {
    StreamDescriptor from = table.descriptor();
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : from.channels()) {
      channels.add(
          new Channel(channel.name(), channel.quantity(), channel.axis(), placement, 1, 0, 0));
    }
    return new StreamDescriptor(
        id,
        placement.id(),
        from.device(),
        from.origin(),
        from.nominalRateHz(),
        from.ticksPerSecond(),
        from.latenessNanos(),
        channels);
  }

  private static Samples sample(SensorTable table, int id, int row) {
    double[] values = new double[table.descriptor().channels().size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = table.value(row, c);
    }
    long nanos = nanos(table, row);
    return Samples.ofValues(
        id,
        nanos,
        table.index(row),
        values.length,
        new long[] {table.ticks(row)},
        new long[] {nanos},
        values);
  }

  private static long nanos(SensorTable table, int row) {
    double seconds =
        (table.ticks(row) - table.ticks(0)) / (double) table.descriptor().ticksPerSecond();
    return FastMath.round(seconds * 1e9);
  }

  /** Keeps the angles of the grid steps that belong to rows. */
  private static final class Rows implements AngleListener {
    private final AtJoint knee;
    private final JointAngles[] angles;
    private final int[] rowOfStep;

    private Rows(SensorTable table, AtJoint knee) {
      this.knee = knee;
      angles = new JointAngles[table.size()];
      Arrays.fill(angles, NONE);
      long last = FastMath.round(nanos(table, table.size() - 1) / (double) GridTrack.STEP_NANOS);
      rowOfStep = new int[(int) last + 1];
      Arrays.fill(rowOfStep, -1);
      for (int row = 0; row < table.size(); row++) {
        rowOfStep[(int) FastMath.round(nanos(table, row) / (double) GridTrack.STEP_NANOS)] = row;
      }
    }

    /** What is compared is causal. */
    @Override
    public double reachSeconds() {
      return 0;
    }

    @Override
    public void angles(
        double sessionSeconds,
        List<JointReading> joints,
        List<org.plumbline.analyzer.kinematics.SegmentReading> segments) {
      int step = (int) FastMath.round(sessionSeconds * GridTrack.RATE_HZ);
      if (step < 0 || step >= rowOfStep.length || rowOfStep[step] < 0) {
        return;
      }
      for (JointReading reading : joints) {
        if (reading.joint().equals(knee)) {
          angles[rowOfStep[step]] = reading.angles();
        }
      }
    }

    private List<JointAngles> angles() {
      return List.of(angles);
    }
  }
}
