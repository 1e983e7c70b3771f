package org.plumbline.analyzer.result;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;

/**
 * What is wrong with sensors, as it is to be said: what several have in common once, with all of
 * their places.
 *
 * @param placements where the sensors are worn
 */
public record SharedHealth(List<String> placements, Health health) {
  private static final String CLOCK_FACTOR = "clock-factor";

  public SharedHealth {
    placements = List.copyOf(placements);
  }

  /** Whether a remark is about all sensors of a session together. */
  public static boolean isShared(Health health) {
    return health.code().equals(CLOCK_FACTOR);
  }

  /** All remarks, in the order in which they first stand. */
  public static List<SharedHealth> of(List<StreamSummary> streams) {
    List<SharedHealth> all = new ArrayList<>();
    for (StreamSummary stream : streams) {
      for (Health health : stream.health()) {
        int before = isShared(health) ? indexOf(health, all) : -1;
        if (before < 0) {
          all.add(new SharedHealth(List.of(stream.placement()), health));
        } else {
          List<String> placements = new ArrayList<>(all.get(before).placements());
          placements.add(stream.placement());
          all.set(before, new SharedHealth(placements, all.get(before).health()));
        }
      }
    }
    return all;
  }

  private static int indexOf(Health health, List<SharedHealth> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).health().code().equals(health.code())) {
        return i;
      }
    }
    return -1;
  }
}
