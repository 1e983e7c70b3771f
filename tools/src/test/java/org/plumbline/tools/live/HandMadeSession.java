package org.plumbline.tools.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.LiveState.Level;
import org.plumbline.analyzer.result.LiveState.Light;
import org.plumbline.analyzer.result.LiveState.SensorLight;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;

/** A set of squats written by hand, with every outcome, light and side in it. */
final class HandMadeSession {
  private HandMadeSession() {}

  /** A board after seven repetitions and one finding. */
  static SessionBoard board() {
    SessionBoard board = new SessionBoard();
    board.accept(new Started("S07", 0, 0, "test", "hand"));
    board.accept(new Described(0, pelvis()));
    board.notice(new Notice.SetStarted(0, 1, "Squat"));
    for (int i = 1; i <= 7; i++) {
      board.notice(new Notice.RepetitionJudged(i * 3_000_000_000L, 1, repetition(i)));
    }
    board.notice(
        new Notice.FindingRaised(
            20_000_000_000L,
            1,
            new Finding(
                "knee-valgus",
                Side.RIGHT,
                List.of(3, 5, 6),
                "The right knee moved inward in 3 of the last 5 assessable repetitions, by 13.1° at"
                    + " 60° of flexion in the median; the limit is 10°.")));
    board.live(live());
    return board;
  }

  static StreamDescriptor pelvis() {
    return new StreamDescriptor(
        1,
        "pelvis",
        "",
        StreamDescriptor.Origin.SYNTHETIC,
        100,
        1_000_000,
        StreamDescriptor.DEFAULT_LATENESS_NANOS,
        List.of(
            new Channel("gx", Quantity.ANGULAR_RATE, Axis.X, Location.parse("pelvis"), 1, 0, 0)));
  }

  static RepetitionResult repetition(int index) {
    List<Verdict> verdicts = new ArrayList<>();
    boolean valgus = index == 3 || index == 5 || index == 6;
    verdicts.add(
        valgus
            ? assessed("knee-valgus", Side.RIGHT, Outcome.VIOLATED, 10 + index * 0.6, 10)
            : assessed("knee-valgus", Side.RIGHT, Outcome.SATISFIED, 3.1 + index * 0.2, 10));
    verdicts.add(assessed("knee-valgus", Side.LEFT, Outcome.SATISFIED, 2.0, 10));
    verdicts.add(
        index == 4
            ? assessed("pelvic-tilt", Side.MIDLINE, Outcome.WITHIN_ERROR, 9.0, 10)
            : assessed("pelvic-tilt", Side.MIDLINE, Outcome.SATISFIED, 4.0, 10));
    verdicts.add(
        index < 3
            ? new Verdict.NotAssessable(
                "hamstring-dominance",
                Side.RIGHT,
                new Reason("electrode-off", "The electrode has no contact; press it on again."))
            : assessed("hamstring-dominance", Side.RIGHT, Outcome.SATISFIED, 0.9, 0.6));
    verdicts.add(
        index == 7
            ? assessed("depth", Side.MIDLINE, Outcome.VIOLATED, 61, 80)
            : assessed("depth", Side.MIDLINE, Outcome.SATISFIED, 92, 80));
    return new RepetitionResult(
        index,
        index * 3.0,
        index * 3.0 + 1.4,
        index * 3.0 + 2.8,
        true,
        List.of(),
        verdicts,
        List.of());
  }

  private static Verdict assessed(
      String rule, Side side, Outcome outcome, double value, double limit) {
    Optional<Severity> severity =
        outcome == Outcome.VIOLATED
            ? Optional.of(rule.equals("depth") ? Severity.RED : Severity.AMBER)
            : Optional.empty();
    String unit = rule.equals("hamstring-dominance") ? "1" : "deg";
    return new Verdict.Assessed(
        rule,
        side,
        outcome,
        severity,
        value,
        limit,
        Basis.ABSOLUTE,
        1.8,
        unit,
        "VAL-1, Example 2020",
        "M",
        "knee flexion 60 deg");
  }

  static LiveState live() {
    return new LiveState(
        23_400_000_000L,
        0.62,
        List.of(
            new SensorLight(1, "pelvis", Light.GOOD, "100 Hz"),
            new SensorLight(2, "left-thigh", Light.GOOD, "100 Hz"),
            new SensorLight(3, "right-thigh", Light.DEGRADED, "at rest it reads 12.4 m/s2"),
            new SensorLight(4, "left-shank", Light.GOOD, "100 Hz"),
            new SensorLight(5, "right-shank", Light.SILENT, "no samples for 1.2 s"),
            new SensorLight(6, "left-gluteus-maximus", Light.GOOD, "1000 Hz")),
        List.of(
            new Level("left-gluteus-maximus", 48, "% of session maximum"),
            new Level("right-gluteus-maximus", 61, "% of session maximum"),
            new Level("left-hamstrings", 33, "% of session maximum"),
            new Level("right-hamstrings", Double.NaN, "% of session maximum")));
  }
}
