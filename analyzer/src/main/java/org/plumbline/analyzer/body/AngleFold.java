package org.plumbline.analyzer.body;

import java.util.Map;
import org.plumbline.analyzer.kinematics.BodyAngles;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.AtJoint;

/** The angles of every step, for whoever wants more than verdicts; decides nothing. */
public final class AngleFold {
  private final BodyFold body;
  private final AngleListener listener;
  private BodyAngles angles = new BodyAngles(Map.of());
  private Map<AtJoint, Quaternion> standing = Map.of();

  public AngleFold(BodyFold body, AngleListener listener) {
    this.body = body;
    this.listener = listener;
  }

  public void step(long step) {
    if (!body.placements().standing().equals(standing)) {
      standing = body.placements().standing();
      angles = new BodyAngles(standing);
    }
    angles.step(step, body.worn(step));
    listener.angles(GridTrack.seconds(step), angles.joints(), angles.segments());
  }
}
