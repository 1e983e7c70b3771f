package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.kinematics.Inclination;
import org.plumbline.analyzer.orientation.AccelerometerInclination;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.BodyPart;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/** The inclination of an accelerometer alone beside the truth, with the error that is stated. */
final class AccelerometerAlone {
  private static final double SETTLED_SECONDS = 10;

  private final List<double[]> actualAndStatedDeg = new ArrayList<>();

  /** Over a trial, about both horizontal axes; the delay of the filter taken off. */
  static AccelerometerAlone of(BroadTrial trial) {
    AccelerometerAlone alone = new AccelerometerAlone();
    AccelerometerInclination filter =
        new AccelerometerInclination(
            AccelerometerInclination.Parameters.defaults(), trial.rateHz());
    int delay = (int) Math.round(filter.delaySeconds() * trial.rateHz());
    for (int i = 0; i < trial.size(); i++) {
      filter.update(1 / trial.rateHz(), trial.imu(i));
      int at = i - delay;
      if (at >= SETTLED_SECONDS * trial.rateHz() && trial.counts(at)) {
        Vector3 truth = Inclination.up(trial.optical(at));
        Vector3 seen = Inclination.up(filter.orientation());
        double angle = truth.angleToRad(seen);
        Vector3 axis = trial.optical(at).rotate(seen.cross(truth));
        double size = Math.max(1e-12, Math.sqrt(axis.x() * axis.x() + axis.y() * axis.y()));
        alone.add(angle * axis.x() / size, filter.errorRad());
        alone.add(angle * axis.y() / size, filter.errorRad());
      }
    }
    return alone;
  }

  /** How far the thighs turn in the repetitions of a simulated session, through the program. */
  static AccelerometerAlone of(Scenario scenario) {
    AnalysisContext context =
        AnalysisContext.of(
                ExerciseCatalog.builtIn().get(scenario.exercise().id()),
                List.of(),
                Optional.empty())
            .with(OrientationMethod.ACCELEROMETER);
    SimulatedBody body = new SimulatedBody(scenario.withEmg(Optional.empty()));
    List<SessionEvent> log = new ArrayList<>(body.events());
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "validation"));
    SessionResult result = SetUpSession.analyze(log, notice -> {});
    AccelerometerAlone alone = new AccelerometerAlone();
    for (RepetitionResult repetition : result.sets().get(0).repetitions()) {
      for (Metric metric : repetition.metrics()) {
        if (metric.name().equals("thighTurnFromStart")) {
          double truth = turnRad(body.truth(), metric.side(), repetition);
          alone.add(FastMath.toRadians(metric.value()) - truth, FastMath.toRadians(metric.error()));
        }
      }
    }
    return alone;
  }

  private static double turnRad(Truth truth, Side side, RepetitionResult repetition) {
    BodyPart thigh = BodyPart.of(Segment.THIGH, side);
    Vector3D turn = up(truth, thigh, repetition.turnSeconds());
    Vector3D start = turn;
    for (double t = repetition.startSeconds() - 0.5; t <= repetition.startSeconds(); t += 0.01) {
      Vector3D up = up(truth, thigh, t);
      start = Vector3D.angle(up, turn) > Vector3D.angle(start, turn) ? up : start;
    }
    double largest = 0;
    for (double t = repetition.startSeconds(); t <= repetition.endSeconds(); t += 0.01) {
      largest = Math.max(largest, Vector3D.angle(start, up(truth, thigh, t)));
    }
    return largest;
  }

  private static Vector3D up(Truth truth, BodyPart part, double seconds) {
    return truth.pose(seconds).orientation(part).applyInverseTo(Vector3D.PLUS_K);
  }

  private void add(double actualRad, double statedRad) {
    actualAndStatedDeg.add(
        new double[] {FastMath.toDegrees(Math.abs(actualRad)), FastMath.toDegrees(statedRad)});
  }

  void addAll(AccelerometerAlone other) {
    actualAndStatedDeg.addAll(other.actualAndStatedDeg);
  }

  /** How many errors there are. */
  int size() {
    return actualAndStatedDeg.size();
  }

  /** About one axis. */
  double rmsDeg() {
    return Math.sqrt(
        actualAndStatedDeg.stream().mapToDouble(one -> one[0] * one[0]).average().orElseThrow());
  }

  /** Share of the errors that are beyond the stated 90 % half-width. */
  double outsidePercent() {
    double outside = actualAndStatedDeg.stream().filter(one -> one[0] > one[1]).count();
    return 100 * outside / actualAndStatedDeg.size();
  }

  /** Mean of the stated half-widths. */
  double statedDeg() {
    return actualAndStatedDeg.stream().mapToDouble(one -> one[1]).average().orElseThrow();
  }
}
