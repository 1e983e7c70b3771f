package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;

/**
 * A place in a repetition at which the frontal plane of a knee is read: a flexion angle on the way
 * out, or the turn.
 *
 * @param id end of the metric's name, e.g. {@code At30}
 * @param text for people
 * @param range positions to take the mean over; empty where the knee did not bend there on the way
 */
record KneePlace(String id, String text, Optional<Range> range) {

  /** Knee flexion angles at which the frontal plane is read (rule table, VAL-1; Uhlar 2021). */
  private static final int[] CHECKPOINTS_DEG = {30, 45, 60};

  /** Positions, both included. */
  record Range(int from, int to) {
    int middle() {
      return (from + to) / 2;
    }
  }

  /** The turn, and the flexion angles before it. */
  static List<KneePlace> of(RepetitionPoses repetition, Trace flexion) {
    List<KneePlace> places = new ArrayList<>();
    places.add(
        new KneePlace(
            "AtTurn",
            Texts.get("place.turn"),
            Optional.of(new Range(repetition.holdStart(), repetition.holdEnd()))));
    for (int checkpoint : CHECKPOINTS_DEG) {
      int crossing = flexion.start() < checkpoint ? flexion.firstReaching(checkpoint, 0) : -1;
      places.add(
          new KneePlace(
              "At" + checkpoint,
              Texts.get("place.knee-flexion", Texts.number(checkpoint, 0)),
              crossing >= 0 && crossing < repetition.holdStart()
                  ? Optional.of(new Range(crossing, crossing))
                  : Optional.empty()));
    }
    return places;
  }

  /** Why there is nothing here. */
  Reason notReached() {
    return new Reason("not-reached", Texts.get("reason.not-reached", text));
  }
}
