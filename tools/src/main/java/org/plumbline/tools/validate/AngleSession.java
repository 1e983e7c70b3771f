package org.plumbline.tools.validate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.kinematics.JointReading;
import org.plumbline.analyzer.kinematics.SegmentReading;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.BodyPart;
import org.plumbline.fixtures.simulator.BodyPose;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.JointAngles;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SetUpStep;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/**
 * A simulated session with a set-up, its angles beside the truth at every twentieth of a second.
 */
final class AngleSession implements AngleListener {
  private static final int STEPS_APART = 5;
  private static final double QUIET_SECONDS = 1;

  private final Truth truth;
  private final double standingEnd;
  private final double startEnd;
  private final Map<String, AngleSeries> series = new LinkedHashMap<>();
  private int instants;
  private int covered;

  private final double reachSeconds;

  private AngleSession(Truth truth, double reachSeconds) {
    this.truth = truth;
    this.reachSeconds = reachSeconds;
    double end = 0;
    for (SetUpStep step : truth.setUpSteps()) {
      end = step.id().equals("stand") ? step.endSeconds() : end;
    }
    // What belongs to the next step may begin a little before it is said.
    standingEnd = end - 0.2;
    startEnd = truth.setStartSeconds() - 0.2;
  }

  /**
   * One session.
   *
   * @param reachSeconds over which poses are smoothed on either side; 0: causal
   */
  static AngleSession simulate(
      Exercise exercise, NoiseLevel level, long seed, double seconds, double reachSeconds) {
    Scenario scenario =
        Scenario.of(exercise, seed)
            .withNoise(level)
            .withEmg(Optional.empty())
            .withSetUp(SetUpPlan.swings())
            .lasting(seconds);
    SimulatedBody body = new SimulatedBody(scenario);
    AngleSession session = new AngleSession(body.truth(), reachSeconds);
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {}, session);
    for (SessionEvent event : body.events()) {
      analyzer.accept(event);
    }
    analyzer.result();
    return session;
  }

  @Override
  public double reachSeconds() {
    return reachSeconds;
  }

  @Override
  public void angles(
      double sessionSeconds, List<JointReading> joints, List<SegmentReading> segments) {
    long step = FastMath.round(sessionSeconds * 100);
    if (step % STEPS_APART != 0) {
      return;
    }
    boolean moving =
        sessionSeconds >= truth.setStartSeconds() && sessionSeconds < truth.setStopSeconds();
    When when =
        new When(
            sessionSeconds,
            isQuiet(sessionSeconds, standingEnd),
            isQuiet(sessionSeconds, startEnd),
            moving);
    if (!when.matters()) {
      return;
    }
    BodyPose pose = truth.pose(sessionSeconds);
    boolean knees = false;
    for (JointReading reading : joints) {
      knees |= reading.joint().joint() == Joint.KNEE;
      joint(when, reading, pose);
    }
    for (SegmentReading reading : segments) {
      if (reading.placement().segment() == Segment.PELVIS) {
        pelvis(when, reading, pose);
      }
    }
    if (moving) {
      instants++;
      covered += knees ? 1 : 0;
    }
  }

  /** Where in the session an instant is. */
  private record When(double seconds, boolean standing, boolean start, boolean moving) {
    private boolean matters() {
      return standing || start || moving;
    }
  }

  private static boolean isQuiet(double seconds, double end) {
    return seconds > end - QUIET_SECONDS && seconds <= end;
  }

  private void joint(When when, JointReading reading, BodyPose pose) {
    Side side = reading.joint().side();
    double flexionError = FastMath.toDegrees(reading.change().flexionRad());
    double abductionError = FastMath.toDegrees(reading.change().abductionRad());
    double rotationError = FastMath.toDegrees(reading.change().rotationRad());
    Map<AngleSeries.Kind, double[]> apart = new EnumMap<>(AngleSeries.Kind.class);
    switch (reading.joint().joint()) {
      case KNEE -> {
        JointAngles true_ = pose.kneeAngles(side);
        apart.put(
            AngleSeries.Kind.KNEE_FLEXION,
            pair(reading.angles().kneeFlexionDeg(), true_.flexionRad(), flexionError));
        apart.put(
            AngleSeries.Kind.KNEE_ABDUCTION,
            pair(reading.angles().abductionDeg(side), true_.abductionRad(), abductionError));
        apart.put(
            AngleSeries.Kind.KNEE_ROTATION,
            pair(
                reading.angles().internalRotationDeg(side),
                true_.internalRotationRad(),
                rotationError));
      }
      case HIP -> {
        JointAngles true_ = pose.hipAngles(side);
        apart.put(
            AngleSeries.Kind.HIP_FLEXION,
            pair(reading.angles().hipFlexionDeg(), true_.flexionRad(), flexionError));
        apart.put(
            AngleSeries.Kind.HIP_ABDUCTION,
            pair(reading.angles().abductionDeg(side), true_.abductionRad(), abductionError));
      }
      case LUMBAR ->
          apart.put(
              AngleSeries.Kind.LUMBOPELVIC_TILT,
              pair(reading.angles().lumbopelvicTiltDeg(), pose.lumbopelvicTiltRad(), flexionError));
      case ANKLE -> {
        // Nobody wears a sensor on the foot here.
      }
    }
    apart.forEach((kind, pair) -> put(when, reading.joint().id(), kind, pair));
  }

  private void pelvis(When when, SegmentReading reading, BodyPose pose) {
    String id = reading.placement().id();
    put(
        when,
        id,
        AngleSeries.Kind.PELVIC_TILT,
        pair(
            reading.anteriorTiltDeg(),
            pose.anteriorTiltRad(BodyPart.PELVIS),
            reading.tiltChangeErrorDeg()));
    put(
        when,
        id,
        AngleSeries.Kind.PELVIC_OBLIQUITY,
        pair(
            reading.obliquityDeg(),
            pose.obliquityRad(BodyPart.PELVIS),
            reading.obliquityChangeErrorDeg()));
  }

  private static double[] pair(double measuredDeg, double trueRad, double statedDeg) {
    return new double[] {measuredDeg - FastMath.toDegrees(trueRad), statedDeg};
  }

  private void put(When when, String where, AngleSeries.Kind kind, double[] pair) {
    AngleSeries one = series.computeIfAbsent(where + " " + kind, key -> new AngleSeries(kind));
    if (when.standing()) {
      one.standing(pair[0]);
    }
    if (when.start()) {
      one.start(pair[0]);
    }
    if (when.moving()) {
      one.add(when.seconds(), pair[0], pair[1]);
    }
  }

  /** Every angle that was measured before and during the set, left and right apart. */
  List<AngleSeries> series() {
    return series.values().stream().filter(AngleSeries::isComplete).toList();
  }

  /** Share of the instants of the set at which a knee had angles. */
  double covered() {
    return covered / (double) instants;
  }
}
