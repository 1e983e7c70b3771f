package org.plumbline.analyzer.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Location.OnSegment;

/** What the analyzer tells while a session goes on. The result is never made of notices. */
public sealed interface Notice {

  /** Session time up to which the data had been analyzed. */
  long sessionNanos();

  /**
   * A set began (operator, or the first sample where nobody pressed anything).
   *
   * @param exercise what it is called
   */
  record SetStarted(long sessionNanos, int set, String exercise, Optional<Protocol.Place> planned)
      implements Notice {

    /** A set that nobody planned. */
    public SetStarted(long sessionNanos, int set, String exercise) {
      this(sessionNanos, set, exercise, Optional.empty());
    }
  }

  /** A set ended. */
  record SetEnded(long sessionNanos, int set, int repetitions) implements Notice {}

  /**
   * A repetition was counted and judged.
   *
   * @param told whether the schedule of feedback tells the person how it went
   */
  record RepetitionJudged(long sessionNanos, int set, RepetitionResult repetition, boolean told)
      implements Notice {

    /** One that is told. */
    public RepetitionJudged(long sessionNanos, int set, RepetitionResult repetition) {
      this(sessionNanos, set, repetition, true);
    }

    /** The same, told or not. */
    public RepetitionJudged told(boolean shown) {
      return new RepetitionJudged(sessionNanos, set, repetition, shown);
    }
  }

  /** The person asked how a repetition went and is told now. */
  record FeedbackGiven(long sessionNanos, int set, RepetitionResult repetition) implements Notice {}

  /**
   * A repetition that was told before is told again: calibration has converged, or a sensor was
   * found to have been wrong all along. Its set may be over.
   *
   * @param told whether the person was told of it before
   */
  record RepetitionRevised(long sessionNanos, int set, RepetitionResult repetition, boolean told)
      implements Notice {

    /** One that was told. */
    public RepetitionRevised(long sessionNanos, int set, RepetitionResult repetition) {
      this(sessionNanos, set, repetition, true);
    }

    /** The same, told or not. */
    public RepetitionRevised told(boolean shown) {
      return new RepetitionRevised(sessionNanos, set, repetition, shown);
    }
  }

  /**
   * All repetitions that were told of the set that is going on were none, as has been seen since
   * then; nobody had announced it.
   *
   * @param repetitions how many
   */
  record RepetitionsStruck(long sessionNanos, int set, int repetitions) implements Notice {}

  /**
   * A departure was seen in 3 of the last 5 assessable repetitions.
   *
   * @param told whether the person is told, as of the repetition that raised it
   */
  record FindingRaised(long sessionNanos, int set, Finding finding, boolean told)
      implements Notice {

    /** One that is told. */
    public FindingRaised(long sessionNanos, int set, Finding finding) {
      this(sessionNanos, set, finding, true);
    }

    /** The same, told or not. */
    public FindingRaised told(boolean shown) {
      return new FindingRaised(sessionNanos, set, finding, shown);
    }
  }

  /** A sensor has a problem; {@code stream} is its id. */
  record SensorProblem(long sessionNanos, int stream, String placement, Health health)
      implements Notice {}

  /**
   * A step of the set-up is over.
   *
   * @param learned segments whose pose or axis it taught
   * @param refused segments for which it has to be done again
   * @param why it has to be done again for each of those
   * @param calibrations how all sensors sit as far as is known by now
   */
  record SetUpStepDone(
      long sessionNanos,
      SetUpStep step,
      List<OnSegment> learned,
      List<OnSegment> refused,
      Map<OnSegment, SetUpRefusal> why,
      List<StoredCalibration> calibrations)
      implements Notice {
    public SetUpStepDone {
      why = Map.copyOf(why);
      calibrations = List.copyOf(calibrations);
      learned = List.copyOf(learned);
      refused = List.copyOf(refused);
    }
  }
}
