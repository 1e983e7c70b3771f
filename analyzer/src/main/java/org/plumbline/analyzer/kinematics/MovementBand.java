package org.plumbline.analyzer.kinematics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;

/**
 * How fast the body moves to and fro, and so what may be smoothed away: a movement is kept up to
 * ten times its own frequency.
 *
 * <p>That frequency is the one of a sine which would change the inclinations of all worn segments
 * as much within {@value #LAG_STEPS} steps, as compared with how far they lie about their mean. It
 * is 0.25 Hz for squats of four seconds. Walking has 0.55 to 0.8 Hz by this measure, and ten times
 * that is the usual cut-off of its angles, 6 Hz (Winter, Sidwall and Hobson, J. Biomech. 7, 1974).
 * One thread.
 */
final class MovementBand {

  /** Long against a step, short against a movement: noise and skin hardly count. */
  private static final int LAG_STEPS = 10;

  private static final double MEMORY_SECONDS = 5;
  private static final double HARMONICS = 10;

  private final Map<OnSegment, Followed> segments = new LinkedHashMap<>();
  private double spread;
  private double change;

  /** "Up" in one sensor over the last steps. */
  private static final class Followed {
    private final Vector3[] last = new Vector3[LAG_STEPS];
    private long next;
    private int seen;
    private Vector3 mean = Vector3.Z;
  }

  /** The next step is about to be told, segment by segment. */
  void step() {
    double keep = 1 - 1 / (MEMORY_SECONDS * GridTrack.RATE_HZ);
    spread *= keep;
    change *= keep;
  }

  /** Where up is for one of the sensors at a step. */
  void take(OnSegment placement, long step, Vector3 up) {
    Followed one = segments.computeIfAbsent(placement, key -> new Followed());
    if (one.seen == 0 || one.next != step) {
      one.seen = 0;
      one.mean = up;
    }
    int at = (int) Math.floorMod(step, (long) LAG_STEPS);
    if (one.seen >= LAG_STEPS) {
      Vector3 turned = up.minus(one.last[at]);
      Vector3 away = up.minus(one.mean);
      change += turned.dot(turned);
      spread += away.dot(away);
    }
    one.last[at] = up;
    one.seen++;
    one.next = step + 1;
    one.mean = one.mean.plus(up.minus(one.mean).times(1 / (MEMORY_SECONDS * GridTrack.RATE_HZ)));
  }

  /** Beyond this there is no movement worth keeping; endless while nothing moves. */
  double cutOffHz() {
    if (!(spread > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double cosine = Math.max(-1, 1 - change / spread / 2);
    double radPerStep = FastMath.acos(cosine) / LAG_STEPS;
    return HARMONICS * radPerStep * GridTrack.RATE_HZ / (2 * Math.PI);
  }
}
