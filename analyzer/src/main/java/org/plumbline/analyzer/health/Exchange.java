package org.plumbline.analyzer.health;

import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;

/**
 * Two sensors of which each seems to be where the other one is said to be.
 *
 * @param torso pelvis or trunk; or the thigh, where both are on one leg
 * @param leg a thigh or shank
 */
record Exchange(OnSegment torso, OnSegment leg) {

  boolean concerns(OnSegment placement) {
    return placement.equals(torso) || placement.equals(leg);
  }

  /** The placement whose sensor would be on a segment if this were so. */
  OnSegment sensorOf(OnSegment placement) {
    if (placement.equals(torso)) {
      return leg;
    }
    return placement.equals(leg) ? torso : placement;
  }

  /**
   * What is held against one of the two.
   *
   * @param times how often it was seen
   * @param enough how often it must be seen
   */
  HealthFinding finding(OnSegment placement, double times, double enough) {
    String text =
        BodyHealth.onLeg(torso)
            ? Texts.get("health.segments-swapped", BodyHealth.name(placement))
            : Texts.get(
                "health.segments-swapped.pair",
                BodyHealth.name(placement),
                BodyHealth.name(sensorOf(placement)));
    return new HealthFinding(Code.SEGMENTS_SWAPPED, placement.id(), times, enough, "1", text);
  }
}
