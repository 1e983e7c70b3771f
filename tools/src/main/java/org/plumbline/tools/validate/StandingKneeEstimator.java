package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.FunctionalAxis;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.orientation.VqfFilter;
import org.plumbline.device.log.Side;

/**
 * The plain way: 6D orientation of both sensors, long axes from standing still, lateral axes from
 * the first movement with their sign from how the sensors are worn, relative heading aligned anew
 * whenever the person stands still again. No magnetometer. Causal once calibrated; calibration ends
 * with the first standing still after a movement.
 */
final class StandingKneeEstimator implements KneeEstimator {
  /** How close to the upright of the quiet second counts as standing; engineering choice. */
  private static final double UPRIGHT_RAD = FastMath.toRadians(10);

  /** Stillness before a heading is taken; engineering choice. */
  private static final double STILL_SECONDS = 0.3;

  /** Only exercise turns a leg as fast as this; engineering choice. */
  private static final double MOVEMENT_RAD_PER_S = 1.5;

  /** A sensor while it is followed. */
  private static final class Followed {
    private final SensorTable table;
    private final VqfFilter filter;
    private final Vector3 standingUp;
    private final Quaternion uprightToSensor;
    private final double[] imu = new double[6];
    private Quaternion sensorToEarth = Quaternion.IDENTITY;

    private Followed(SensorTable table, SetUp setUp) {
      this.table = table;
      filter = new VqfFilter(VqfFilter.Parameters.defaults(), table.rateHz());
      Vector3 sum = new Vector3(0, 0, 0);
      for (int row = setUp.quietFirst(); row <= setUp.quietLast(); row++) {
        table.imu(row, imu);
        sum = sum.plus(new Vector3(imu[3], imu[4], imu[5]));
      }
      standingUp = sum.normalized();
      Vector3 right = setUp.side() == Side.LEFT ? Vector3.Z.negated() : Vector3.Z;
      Vector3 axis = firstMovement(setUp.quietLast()).axis(standingUp, 1);
      Vector3 z = axis.dot(right) < 0 ? axis.negated() : axis;
      uprightToSensor = Quaternion.ofColumns(standingUp.cross(z), standingUp, z);
    }

    /** How the sensor turned from the quiet second to the first stillness after a movement. */
    private FunctionalAxis firstMovement(int quietLast) {
      FunctionalAxis movement = new FunctionalAxis();
      int least = (int) Math.round(STILL_SECONDS * table.rateHz());
      boolean moved = false;
      int still = 0;
      for (int row = quietLast + 1; row < table.size() && !(moved && still >= least); row++) {
        table.imu(row, imu);
        Vector3 rate = new Vector3(imu[0], imu[1], imu[2]);
        movement.add(rate.times(1 / table.rateHz()), false);
        moved |= rate.norm() > MOVEMENT_RAD_PER_S;
        still = QuietSecond.isStill(imu) ? still + 1 : 0;
      }
      return movement;
    }

    private void update(int row) {
      table.imu(row, imu);
      if (!Double.isFinite(imu[0] + imu[1] + imu[2] + imu[3] + imu[4] + imu[5])) {
        return;
      }
      filter.update(imu[0], imu[1], imu[2], imu[3], imu[4], imu[5]);
      sensorToEarth = filter.orientation();
    }

    private boolean standsStill() {
      return QuietSecond.isStill(imu)
          && sensorToEarth.rotate(standingUp).angleToRad(Vector3.Z) < UPRIGHT_RAD;
    }

    private double headingRad() {
      Vector3 lateral = sensorToEarth.times(uprightToSensor).rotate(Vector3.Z);
      return FastMath.atan2(lateral.y(), lateral.x());
    }
  }

  @Override
  public List<JointAngles> angles(SensorTable thigh, SensorTable shank, SetUp setUp) {
    Followed proximal = new Followed(thigh, setUp);
    Followed distal = new Followed(shank, setUp);
    JointAngles standing = setUp.standing();
    // Half of the standing flexion in either segment: knees over feet.
    Quaternion thighPose = Quaternion.about(Vector3.Z, -standing.phiRad() / 2);
    Quaternion shankPose =
        thighPose
            .times(Quaternion.about(Vector3.Z, standing.phiRad()))
            .times(Quaternion.about(Vector3.X, standing.thetaRad()))
            .times(Quaternion.about(Vector3.Y, standing.psiRad()));
    int least = (int) Math.round(STILL_SECONDS * thigh.rateHz());
    List<JointAngles> angles = new ArrayList<>();
    Vector3 apart = Vector3.X;
    int still = 0;
    for (int row = 0; row < Math.min(thigh.size(), shank.size()); row++) {
      proximal.update(row);
      distal.update(row);
      still = proximal.standsStill() && distal.standsStill() ? still + 1 : 0;
      if (still >= least || row == 0) {
        double now = proximal.headingRad() - distal.headingRad();
        Vector3 direction = new Vector3(FastMath.cos(now), FastMath.sin(now), 0);
        apart = still <= least ? direction : apart.plus(direction);
      }
      Quaternion heading = Quaternion.about(Vector3.Z, FastMath.atan2(apart.y(), apart.x()));
      angles.add(
          JointAngles.between(
              proximal.sensorToEarth.times(proximal.uprightToSensor).times(thighPose),
              heading.times(distal.sensorToEarth).times(distal.uprightToSensor).times(shankPose)));
    }
    return angles;
  }
}
