package org.plumbline.analyzer.body;

import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.BodyAngles;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.AtJoint;

/**
 * The angles of every step, for whoever wants more than verdicts; decides nothing. They come as
 * much later as they are smoothed.
 */
public final class AngleFold {
  private final BodyFold body;
  private final AngleListener listener;
  private final int reach;
  private BodyAngles angles;
  private Map<AtJoint, Quaternion> standing = Map.of();
  private long next = Long.MIN_VALUE;

  public AngleFold(BodyFold body, AngleListener listener) {
    this.body = body;
    this.listener = listener;
    reach = (int) FastMath.round(listener.reachSeconds() * GridTrack.RATE_HZ);
    angles = new BodyAngles(standing, reach);
  }

  /** The next grid step is known. */
  public void step(long step) {
    if (!body.placements().standing().equals(standing)) {
      standing = body.placements().standing();
      angles = new BodyAngles(standing, reach);
    }
    if (next == Long.MIN_VALUE) {
      next = step;
    }
    angles.step(step, body.worn(step));
    tell(step - reach);
  }

  private void tell(long step) {
    if (step >= next) {
      listener.angles(GridTrack.seconds(step), angles.joints(), angles.segments());
      next = step + 1;
    }
  }

  /** No step follows this one: what is left is told with what there is. */
  public void finish(long last) {
    for (long step = last + 1; next != Long.MIN_VALUE && step <= last + reach; step++) {
      angles.step(step, body.worn(last));
      tell(step - reach);
    }
  }
}
