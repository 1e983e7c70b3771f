package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.calibration.SegmentCalibration.Origin;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.Mounting;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** What becomes of a calibration when its sensor is put right, and how it is learned again. */
class CalibrationLifeTest {
  private static final OnSegment SHANK = new OnSegment(Segment.SHANK, Side.RIGHT);
  private static final double DEG = Math.PI / 180;
  private static final Scenario SQUATS =
      Scenario.squat(61)
          .withNoise(NoiseLevel.none())
          .withEmg(Optional.empty())
          .withRepetitions(RepetitionPlan.good().times(16));
  private static final List<SessionEvent> LOG = new SimulatedBody(SQUATS).events();
  private static List<StoredCalibration> stored = List.of();

  @BeforeAll
  static void setUpOnce() {
    Scenario before =
        SQUATS.withSetUp(SetUpPlan.swings()).withRepetitions(RepetitionPlan.good().times(1));
    stored = Sessions.analyze(new SimulatedBody(before).events()).calibrations();
  }

  /** What a sensor shows, in SI: accelerometer x, y, z, gyroscope x, y, z. */
  private interface Edit {
    void change(double[] si);
  }

  /** The log with other numbers of one sensor from a time on. */
  private static List<SessionEvent> edited(OnSegment placement, double fromSeconds, Edit edit) {
    StreamDescriptor stream =
        LOG.stream()
            .filter(Described.class::isInstance)
            .map(event -> ((Described) event).stream())
            .filter(one -> one.channels().get(0).location().equals(placement))
            .findFirst()
            .orElseThrow();
    List<SessionEvent> edited = new ArrayList<>();
    for (SessionEvent event : LOG) {
      boolean own = event instanceof Samples samples && samples.stream() == stream.id();
      edited.add(own ? changed((Samples) event, stream, fromSeconds, edit) : event);
    }
    return edited;
  }

  private static Samples changed(
      Samples samples, StreamDescriptor stream, double fromSeconds, Edit edit) {
    int width = samples.channels();
    double[] values = new double[samples.size() * width];
    long[] ticks = new long[samples.size()];
    long[] nanos = new long[samples.size()];
    double[] si = new double[width];
    for (int i = 0; i < samples.size(); i++) {
      ticks[i] = samples.deviceTicks(i);
      nanos[i] = samples.sessionNanos(i);
      for (int c = 0; c < width; c++) {
        Channel channel = stream.channels().get(c);
        si[c] = samples.raw(i, c) * channel.scale() + channel.offset();
      }
      if (nanos[i] * 1e-9 >= fromSeconds) {
        edit.change(si);
      }
      for (int c = 0; c < width; c++) {
        Channel channel = stream.channels().get(c);
        values[i * width + c] = (si[c] - channel.offset()) / channel.scale();
      }
    }
    return Samples.ofValues(
        samples.stream(), samples.atNanos(), samples.firstIndex(), width, ticks, nanos, values);
  }

  private static void turnGyroscope(double[] si) {
    for (int c = 3; c < 6; c++) {
      si[c] = -si[c];
    }
  }

  private static SessionResult analyze(
      List<SessionEvent> log, BodySetUp known, List<Notice> notices) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty())
            .with(known);
    List<SessionEvent> all = new ArrayList<>(log);
    all.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    return Sessions.analyze(all, notices);
  }

  private static SessionResult analyze(List<SessionEvent> log, BodySetUp known) {
    return analyze(log, known, new ArrayList<>());
  }

  private static StoredCalibration storedOn(OnSegment placement) {
    return on(stored, placement);
  }

  private static StoredCalibration on(List<StoredCalibration> all, OnSegment placement) {
    return all.stream()
        .filter(one -> one.location().equals(placement.id()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRepaired(SessionResult result, String code) {
    assertThat(result.streams())
        .anyMatch(one -> one.health().stream().anyMatch(health -> health.code().equals(code)));
  }

  @Test
  void aZeroErrorOfTheGyroscopeTurnsNoAxesAndTheStoredCalibrationStays() {
    SessionResult result =
        analyze(
            edited(
                SHANK,
                0,
                si -> {
                  si[3] += 8 * DEG;
                  si[5] -= 6 * DEG;
                }),
            BodySetUp.NONE.with(stored));
    assertRepaired(result, "gyroscope-bias");
    assertThat(result.calibrations()).contains(storedOn(SHANK));
  }

  @Test
  void aWrongRangeOfTheGyroscopeTurnsNoAxesAndTheStoredCalibrationStays() {
    SessionResult result =
        analyze(
            edited(
                SHANK,
                0,
                si -> {
                  for (int c = 3; c < 6; c++) {
                    si[c] *= 2;
                  }
                }),
            BodySetUp.NONE.with(stored));
    assertRepaired(result, "gyroscope-unit");
    assertThat(result.calibrations()).contains(storedOn(SHANK));
    assertThat(result.notes()).noneMatch(note -> note.contains("put right"));
  }

  @Test
  void axesThatArePutInOrderMakeACalibrationVoidAndANoteSaysWhatToDo() {
    SessionResult result =
        analyze(edited(SHANK, 0, CalibrationLifeTest::turnGyroscope), BodySetUp.NONE.with(stored));
    assertRepaired(result, "axes");
    assertThat(result.notes()).contains(Texts.get("note.calibration-axes", SHANK.id()));
    assertThat(on(result.calibrations(), SHANK).origin()).isEqualTo(Origin.REPETITIONS);
  }

  /** A sensor with its gyroscope the wrong way round that is switched on at a time. */
  private static List<SessionEvent> switchedOn(double seconds) {
    int shank =
        LOG.stream()
            .filter(Described.class::isInstance)
            .map(event -> ((Described) event).stream())
            .filter(one -> one.channels().get(0).location().equals(SHANK))
            .findFirst()
            .orElseThrow()
            .id();
    return edited(SHANK, 0, CalibrationLifeTest::turnGyroscope).stream()
        .filter(
            event ->
                !(event instanceof Samples samples
                    && samples.stream() == shank
                    && samples.atNanos() < seconds * 1e9))
        .toList();
  }

  private static String rightDepth(RepetitionResult repetition) {
    return repetition.verdicts().stream()
        .filter(one -> one.rule().equals("depth") && one.side() == Side.RIGHT)
        .map(one -> one instanceof Verdict.NotAssessable no ? no.reason().code() : "judged")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSensorThatIsPutRightInASettledSetLearnsAgainFromTheNextRepetitions() {
    List<Notice> notices = new ArrayList<>();
    SessionResult result = analyze(switchedOn(20), BodySetUp.NONE, notices);
    assertRepaired(result, "axes");
    List<RepetitionResult> all = result.sets().get(0).repetitions();
    List<String> depths = all.stream().map(CalibrationLifeTest::rightDepth).toList();
    int repaired = depths.lastIndexOf("wrong-so-far");
    List<Integer> revised =
        notices.stream()
            .filter(Notice.RepetitionRevised.class::isInstance)
            .map(one -> ((Notice.RepetitionRevised) one).repetition().index())
            .toList();
    assertThat(depths.subList(0, 3)).as("switched off").containsOnly("lost-samples");
    assertThat(repaired).isGreaterThan(3);
    assertThat(depths.subList(repaired + 1, depths.size()))
        .hasSizeGreaterThan(3)
        .containsOnly("judged");
    assertThat(revised).doesNotHaveDuplicates();
    assertThat(revised).anyMatch(index -> index > repaired + 1);
  }

  /** The squat without a word on which way a shank turns. */
  private static Exercise untold() {
    Exercise squat = ExerciseCatalog.builtIn().get("squat");
    return new Exercise(
        squat.id(),
        squat.name(),
        squat.position(),
        squat.counting(),
        squat.directions().stream().filter(one -> one.segment() != Segment.SHANK).toList(),
        squat.rules(),
        squat.practice());
  }

  /**
   * The shank with one of its axes described as it truly points: most upright, or most sideways.
   */
  private static Mounting described(boolean upright) {
    Rotation mounting = new SimulatedBody(SQUATS).truth().mounting(index()).sensorToSegment();
    Vector3D[] axes = {Vector3D.PLUS_I, Vector3D.PLUS_J, Vector3D.PLUS_K};
    int best = 0;
    for (int axis = 1; axis < 3; axis++) {
      if (along(mounting, axes[axis], upright) > along(mounting, axes[best], upright)) {
        best = axis;
      }
    }
    boolean right = mounting.applyTo(axes[best]).getZ() > 0;
    return new Mounting(
        SHANK.id(),
        "+" + "xyz".charAt(best),
        right ? Mounting.Towards.RIGHT : Mounting.Towards.LEFT);
  }

  private static double along(Rotation mounting, Vector3D axis, boolean up) {
    Vector3D inSegment = mounting.applyTo(axis);
    return Math.abs(up ? inSegment.getY() : inSegment.getZ());
  }

  private static int index() {
    for (int i = 0; i < SQUATS.imus().size(); i++) {
      if (SQUATS.imus().get(i).placement().equals(SHANK)) {
        return i;
      }
    }
    throw new IllegalStateException("no shank");
  }

  private static SessionResult mounted(Mounting mounting) {
    AnalysisContext context =
        AnalysisContext.of(untold(), List.of(), Optional.empty())
            .with(new BodySetUp(List.of(), List.of(), List.of(mounting)));
    List<SessionEvent> log = new ArrayList<>(LOG);
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    return Sessions.analyze(log);
  }

  @Test
  void anAxisThatStandsUprightDoesNotTellSidesAndIsRefusedWithASentence() {
    Mounting upright = described(true);
    SessionResult result = mounted(upright);
    assertThat(result.notes())
        .containsOnlyOnce(Texts.get("note.mounting-unclear", SHANK.id(), upright.axis()));
    assertThat(result.calibrations()).noneMatch(one -> one.location().equals(SHANK.id()));
    assertThat(result.sets().get(0).repetitions())
        .extracting(CalibrationLifeTest::rightDepth)
        .containsOnly("mounting-unclear");
  }

  @Test
  void anAxisThatPointsToTheSideTellsWhichWayRoundTheSensorSits() {
    SessionResult result = mounted(described(false));
    Vector3D right =
        new SimulatedBody(SQUATS)
            .truth()
            .mounting(index())
            .sensorToSegment()
            .applyInverseTo(Vector3D.PLUS_K);
    Vector3 found =
        on(result.calibrations(), SHANK).calibration().segmentToSensor().rotate(Vector3.Z);
    // As far as an axis from repetitions is off anywhere (see SetUpTest).
    assertThat(found.angleToRad(new Vector3(right.getX(), right.getY(), right.getZ())))
        .isLessThan(12 * DEG);
    assertThat(result.notes()).noneMatch(note -> note.contains("mounting"));
  }
}
