package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.Coverage;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.device.log.Side;

/** Results made by hand, for tests of charts and reports. */
public final class SampleResults {

  private SampleResults() {}

  /** Upright sensor, set up; 5 deg about its long axis are a quality of 1 / (1 + 0.25). */
  public static StoredCalibration calibration(String location) {
    return new StoredCalibration(
        location,
        SegmentCalibration.Origin.SET_UP,
        List.of(1.0, 0.0, 0.0, 0.0),
        List.of(0.0, 1.0, 0.0),
        List.of(3.25, 5.0, 8.5));
  }

  /** Ten squats, right leg; 3, 4, 5 and 8 inward (4 red), 6 within error, 9 not assessable. */
  public static SessionResult squat() {
    return session("squat", List.of(squatSet(1, 10, Set.of(3, 4, 5, 8))), List.of());
  }

  /** Three sets of which only the second has a finding. */
  public static SessionResult threeSets() {
    return session(
        "squat",
        List.of(
            squatSet(1, 10, Set.of(2)), squatSet(2, 10, Set.of(5, 7, 8)), squatSet(3, 4, Set.of())),
        List.of());
  }

  /** A burn-out set of forty. */
  public static SessionResult forty() {
    return session(
        "squat",
        List.of(squatSet(1, 40, Set.of(12, 20, 21, 22, 25, 31, 33, 34, 35, 36, 37, 39, 40))),
        List.of());
  }

  /** One repetition, cut off in the middle, in a log without an end. */
  public static SessionResult interrupted() {
    SetResult full = squatSet(1, 1, Set.of());
    RepetitionResult whole = full.repetitions().get(0);
    RepetitionResult cut =
        new RepetitionResult(
            1, 4.5, 6, 6.4, false, whole.metrics(), whole.verdicts(), whole.curves());
    SetResult set =
        new SetResult(1, "squat", "right", OptionalDouble.empty(), "none", List.of(cut), List.of());
    return new SessionResult(
        "S02",
        false,
        true,
        context("squat"),
        streams(),
        List.of(set),
        coverage(),
        List.of(),
        List.of());
  }

  /** A session in which nothing was done. */
  public static SessionResult empty() {
    return new SessionResult(
        "S03",
        false,
        false,
        context("squat"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Six squats without thigh sensors and with a bad pelvis sensor: no rule could answer. */
  public static SessionResult nothingAssessable() {
    List<RepetitionResult> repetitions = new ArrayList<>();
    for (int index = 1; index <= 6; index++) {
      repetitions.add(
          new RepetitionResult(
              index,
              index * 3,
              index * 3 + 1.2,
              index * 3 + 2.5,
              true,
              List.of(),
              List.of(
                  missing("knee-valgus", Side.LEFT),
                  missing("knee-valgus", Side.RIGHT),
                  missing("depth", Side.LEFT),
                  missing("depth", Side.RIGHT),
                  new Verdict.NotAssessable(
                      "pelvic-tilt",
                      Side.MIDLINE,
                      new Reason(
                          "accelerometer-bias",
                          "the pelvis sensor reads 13.1 m/s2 at rest: absolute tilt cannot be told."
                              + " Calibrate or replace the sensor, or record a reference set."))),
              List.of()));
    }
    SetResult set =
        new SetResult(1, "squat", "both", OptionalDouble.empty(), "none", repetitions, List.of());
    return new SessionResult(
        "S04",
        false,
        false,
        context("squat"),
        List.of(
            new StreamSummary(
                1,
                "pelvis",
                99.97,
                6012,
                14,
                true,
                List.of(
                    new Health(
                        "accelerometer-bias",
                        "13.1 m/s2 at rest instead of 9.81: tilt relative to the reference only;"
                            + " calibrate or replace the sensor")))),
        List.of(set),
        List.of(
            new Coverage("knee-valgus", 0),
            new Coverage("depth", 0),
            new Coverage("pelvic-tilt", 0)),
        List.of("The squat needs right-thigh and right-shank; this log has pelvis only."),
        List.of());
  }

  /** Ten bridges, both sides, with EMG against a reference set, 20 kg. */
  public static SessionResult bridge() {
    List<RepetitionResult> repetitions = new ArrayList<>();
    for (int index = 1; index <= 10; index++) {
      repetitions.add(bridgeRepetition(index));
    }
    SetResult set =
        new SetResult(
            1,
            "bridge",
            "both",
            OptionalDouble.of(20),
            "own",
            repetitions,
            List.of(
                new Finding(
                    "hamstring-dominance",
                    Side.LEFT,
                    List.of(6, 7, 8, 9, 10),
                    "Left: the recorded gluteal share was lower than in your reference set in"
                        + " repetitions 6 to 10.")));
    return session("bridge", List.of(set), List.of());
  }

  private static RepetitionResult bridgeRepetition(int index) {
    double start = 2 + 4.1 * index;
    double tired = index > 5 ? (index - 5) * 4.0 : 0;
    List<Metric> metrics = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    curves.add(bump("lumbopelvicTilt", Side.MIDLINE, 3 + 0.3 * index, 0));
    verdicts.add(
        index == 2
            ? assessed(
                "pelvic-tilt", Side.MIDLINE, Outcome.WITHIN_ERROR, 4.4, 5, 1.1, Basis.ABSOLUTE)
            : assessed(
                "pelvic-tilt", Side.MIDLINE, Outcome.SATISFIED, 2.4, 5, 1.1, Basis.ABSOLUTE));
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      double extra = side == Side.LEFT ? tired : 0;
      String unit = "% of reference set";
      metrics.add(new Metric("gluteusMaximusLevel", side, 98 - extra, 7, unit));
      metrics.add(new Metric("hamstringsLevel", side, 95 + extra * 1.5, 8, unit));
      metrics.add(new Metric("kneeFlexionPeak", side, 88.2, 2.1, "deg"));
      verdicts.add(
          side == Side.LEFT && index > 5
              ? new Verdict.Assessed(
                  "hamstring-dominance",
                  side,
                  Outcome.VIOLATED,
                  Optional.of(index > 8 ? Severity.RED : Severity.AMBER),
                  -34.5 - index,
                  -30,
                  Basis.OWN,
                  3.9,
                  "%",
                  "HAM-5, Norcross 2010",
                  "M",
                  "lift and hold")
              : new Verdict.Assessed(
                  "hamstring-dominance",
                  side,
                  Outcome.SATISFIED,
                  Optional.empty(),
                  -4.5,
                  -30,
                  Basis.OWN,
                  3.9,
                  "%",
                  "HAM-5, Norcross 2010",
                  "M",
                  "lift and hold"));
    }
    metrics.add(new Metric("lumbopelvicTiltPeak", Side.MIDLINE, 3 + 0.3 * index, 1.1, "deg"));
    return new RepetitionResult(
        index, start, start + 1.6, start + 3.4, true, metrics, verdicts, curves);
  }

  /** A set of squats of the right leg; the first of {@code inward} beyond two is red. */
  public static SetResult squatSet(int setIndex, int repetitions, Set<Integer> inward) {
    List<RepetitionResult> all = new ArrayList<>();
    for (int index = 1; index <= repetitions; index++) {
      all.add(squatRepetition(index, inward.contains(index), repetitions > 5));
    }
    List<Finding> findings =
        inward.size() < 3
            ? List.of()
            : List.of(
                new Finding(
                    "knee-valgus",
                    Side.RIGHT,
                    inward.stream().sorted().toList(),
                    "The right knee moved inward beyond the limit."));
    return new SetResult(setIndex, "squat", "right", OptionalDouble.empty(), "none", all, findings);
  }

  private static RepetitionResult squatRepetition(int index, boolean inward, boolean troubled) {
    double start = 1.5 + 3.05 * index;
    double flexion = 96 + 5 * FastMath.sin(index * 1.7);
    double deviation = inward ? 11 + 1.3 * (index % 4 == 0 ? 3 : index % 3) : 3 + index % 4;
    boolean red = deviation > 14;
    List<Verdict> verdicts = new ArrayList<>();
    if (troubled && index == 9) {
      verdicts.add(
          new Verdict.NotAssessable(
              "knee-valgus",
              Side.RIGHT,
              new Reason(
                  "heading-too-old",
                  "the sensors had not been still for 41 s, so left-right angles had drifted."
                      + " Pause for 2 s between repetitions.")));
    } else if (inward) {
      verdicts.add(
          new Verdict.Assessed(
                  "knee-valgus",
                  Side.RIGHT,
                  Outcome.VIOLATED,
                  Optional.of(red ? Severity.RED : Severity.AMBER),
                  deviation,
                  8,
                  Basis.ABSOLUTE,
                  1.4,
                  "deg",
                  "VAL-1, Munro 2012, Gwynne & Curran 2014",
                  "M",
                  "knee flexion 60 deg")
              .of("kneeFrontalDeviation"));
    } else {
      Outcome outcome = troubled && index == 6 ? Outcome.WITHIN_ERROR : Outcome.SATISFIED;
      double value = outcome == Outcome.WITHIN_ERROR ? 7.6 : deviation;
      verdicts.add(assessed("knee-valgus", Side.RIGHT, outcome, value, 8, 1.4, Basis.ABSOLUTE));
    }
    verdicts.add(
        assessed("depth", Side.RIGHT, Outcome.SATISFIED, flexion, 80, 1.9, Basis.ABSOLUTE));
    verdicts.add(
        index == 7
            ? new Verdict.Assessed(
                    "pelvic-tilt",
                    Side.MIDLINE,
                    Outcome.VIOLATED,
                    Optional.of(Severity.AMBER),
                    6.9,
                    5,
                    Basis.ABSOLUTE,
                    0.9,
                    "deg",
                    "PEL-1, Ishida 2011 for the direction",
                    "L",
                    "")
                .of("pelvicTilt")
            : assessed(
                "pelvic-tilt", Side.MIDLINE, Outcome.SATISFIED, 2.2, 5, 0.9, Basis.ABSOLUTE));
    return new RepetitionResult(
        index,
        start,
        start + 1.3,
        start + 2.7,
        true,
        List.of(
            new Metric("duration", Side.MIDLINE, 2.7, 0.02, "s"),
            new Metric("kneeFlexionPeak", Side.RIGHT, flexion, 1.9, "deg"),
            new Metric("kneeFrontalDeviationPeak", Side.RIGHT, deviation, 1.4, "deg")),
        verdicts,
        List.of(
            bump("kneeFlexion", Side.RIGHT, flexion, 4),
            bump("kneeFrontalDeviation", Side.RIGHT, deviation, -1 + 0.2 * index % 2),
            bump("pelvicTilt", Side.MIDLINE, index == 7 ? 6.9 : 2.2, 0)));
  }

  /** From {@code base} to {@code peak} and back, as one squat. */
  public static Curve bump(String name, Side side, double peak, double base) {
    double[] values = new double[Curve.POINTS];
    for (int percent = 0; percent < values.length; percent++) {
      double half = FastMath.sin(FastMath.PI * percent / 100);
      values[percent] = base + (peak - base) * half * half;
    }
    return new Curve(name, side, "deg", values);
  }

  private static Verdict assessed(
      String rule,
      Side side,
      Outcome outcome,
      double value,
      double limit,
      double error,
      Basis basis) {
    return new Verdict.Assessed(
            rule,
            side,
            outcome,
            Optional.empty(),
            value,
            limit,
            basis,
            error,
            "deg",
            "engineering choice",
            "E",
            "")
        .of(read(rule));
  }

  /** The metric that the rule of a sample reads. */
  private static String read(String rule) {
    return switch (rule) {
      case "knee-valgus" -> "kneeFrontalDeviation";
      case "depth" -> "kneeFlexionPeak";
      default -> "pelvicTilt";
    };
  }

  private static Verdict missing(String rule, Side side) {
    return new Verdict.NotAssessable(
        rule,
        side,
        new Reason(
            "missing-placement",
            "no sensor on "
                + side.id()
                + "-thigh. Strap one there and describe it in the profile."));
  }

  /** A finished session of simulated data. */
  public static SessionResult session(String exercise, List<SetResult> sets, List<String> notes) {
    return new SessionResult(
        "S01", true, false, context(exercise), streams(), sets, coverage(), notes, List.of());
  }

  private static ContextSummary context(String exercise) {
    return new ContextSummary(
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        exercise,
        "2026.11",
        "plumbline 0.1.0");
  }

  private static List<StreamSummary> streams() {
    return List.of(
        new StreamSummary(1, "pelvis", 110.2, 6612, 0, false, List.of()),
        new StreamSummary(2, "right-thigh", 110.2, 6598, 14, false, List.of()),
        new StreamSummary(
            3,
            "right-shank",
            109.94,
            6402,
            196,
            true,
            List.of(
                new Health(
                    "loss",
                    "3.0 % of the samples were lost: short gaps are bridged, angles are less"
                        + " certain. Bring the receiver nearer."))));
  }

  private static List<Coverage> coverage() {
    return List.of(
        new Coverage("knee-valgus", 0.9), new Coverage("depth", 1), new Coverage("pelvic-tilt", 1));
  }
}
