package org.plumbline.analyzer.body;

import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.calibration.StandingPose;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.device.log.Location.OnSegment;

/**
 * When calibrations are held against how the person stands: at the poses that are held until they
 * are confirmed, for those that were stored, and at the first pose after having lain, for all.
 */
final class PlacementCheck {
  private final Placements placements;
  private boolean firstDue = true;
  private boolean againDue;

  PlacementCheck(Placements placements) {
    this.placements = placements;
  }

  /**
   * Takes a grid step.
   *
   * @param standing the poses that were held up to this step
   * @param lies whether the person lies at this step
   * @return sensors whose calibration was dropped now, and how far each stands off it, rad
   */
  Map<OnSegment, Double> at(long step, StandingPose standing, boolean lies) {
    Optional<Pose> held = standing.latest().filter(pose -> pose.lastStep() == step);
    if (held.isEmpty()) {
      return Map.of();
    }
    if (firstDue || !placements.unconfirmed().isEmpty()) {
      boolean first = firstDue;
      firstDue = false;
      Map<OnSegment, Double> misfits = placements.holdAgainst(held.get(), first);
      if (first) {
        return misfits;
      }
    }
    if (lies) {
      againDue = true;
    } else if (againDue && placements.stands(held.get())) {
      againDue = false;
      return placements.dropSlipped(held.get());
    }
    return Map.of();
  }
}
