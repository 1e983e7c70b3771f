package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location.AtJoint;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;

/** A goniometer across the knee and nothing else. Truth: the angle is made here. */
class GoniometerSetsTest {
  private static final int RATE_HZ = 500;

  /** Rests 2 s, then out in 1 s, held for 0.5 s, back in 1 s, rests 1 s; and again. */
  private static double share(double seconds, int repetitions) {
    double in = seconds - 2;
    if (in < 0 || in >= 3.5 * repetitions) {
      return 0;
    }
    double at = in % 3.5;
    if (at < 1) {
      return (1 - FastMath.cos(FastMath.PI * at)) / 2;
    }
    return at < 1.5 ? 1 : at < 2.5 ? (1 + FastMath.cos(FastMath.PI * (at - 1.5))) / 2 : 0;
  }

  private static SessionResult analyze(int repetitions, double deg, boolean announced) {
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    Channel angle =
        new Channel(
            "knee",
            Quantity.ANGLE,
            Axis.NONE,
            new AtJoint(Joint.KNEE, Side.RIGHT),
            FastMath.toRadians(1),
            0,
            0);
    AnalysisContext context =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get("knee-extension"), List.of(), Optional.empty());
    analyzer.accept(new Started("S", 0, 0, "test", ""));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "test"));
    analyzer.accept(
        new Described(
            0,
            new StreamDescriptor(
                1,
                "goniometer",
                "test",
                StreamDescriptor.Origin.SYNTHETIC,
                RATE_HZ,
                1_000_000_000L,
                StreamDescriptor.DEFAULT_LATENESS_NANOS,
                List.of(angle))));
    if (announced) {
      analyzer.accept(Operator.of(1_000_000L, Operator.Action.SET_START));
    }
    int samples = (int) ((3 + 3.5 * repetitions) * RATE_HZ);
    for (int i = 0; i < samples; i++) {
      long nanos = i * 1_000_000_000L / RATE_HZ;
      double value = 70 + deg * share(i / (double) RATE_HZ, repetitions);
      analyzer.accept(
          Samples.ofValues(
              1, nanos, i, 1, new long[] {nanos}, new long[] {nanos}, new double[] {value}));
    }
    return analyzer.result();
  }

  private static List<RepetitionResult> found(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.repetitions().stream()).toList();
  }

  @Test
  void repetitionsAreCountedWhicheverSignTheGoniometerHas() {
    for (double deg : new double[] {55, -55}) {
      List<RepetitionResult> repetitions = found(analyze(4, deg, false));
      assertThat(repetitions).hasSize(4).allMatch(RepetitionResult::complete);
      // A half cosine is faster than 2 % of its fastest moment from 0.6 % of its time on; the
      // angle is smoothed over 0.05 s.
      assertThat(repetitions.get(1).startSeconds()).isBetween(5.4, 5.7);
      assertThat(repetitions.get(1).endSeconds()).isBetween(7.8, 8.1);
    }
  }

  @Test
  void oneAloneIsARepetitionOnlyWhereTheOperatorStartedTheSet() {
    assertThat(found(analyze(1, 55, false))).isEmpty();
    assertThat(found(analyze(1, 55, true))).hasSize(1);
  }

  @Test
  void nothingIsJudgedByAGoniometerAndNobodyIsAskedForASensorThatCounts() {
    SessionResult result = analyze(3, 55, false);
    assertThat(found(result))
        .allSatisfy(
            one ->
                assertThat(one.verdicts())
                    .isNotEmpty()
                    .allMatch(verdict -> verdict instanceof Verdict.NotAssessable));
    assertThat(result.notes()).noneMatch(note -> note.contains("is counted by the sensor on"));
  }
}
