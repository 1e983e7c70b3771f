package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/** Streams without a gyroscope, with a device's own orientation, with a magnetometer. */
class OrientationMethodsTest {
  private static final Scenario SQUAT = Scenario.squat(91).withEmg(Optional.empty());
  private static final Scenario AFTER_SET_UP = SQUAT.withSetUp(SetUpPlan.swings());

  private static List<SessionEvent> events(Scenario scenario) {
    return new SimulatedBody(scenario).events();
  }

  private static Truth truth(Scenario scenario) {
    return new SimulatedBody(scenario).truth();
  }

  private static ContextApplied context(Optional<OrientationMethod> method) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    return ContextApplied.of(
        0, ContextJson.write(method.map(context::with).orElse(context)), "test");
  }

  private static SessionResult analyze(List<SessionEvent> events) {
    return analyze(events, Optional.empty());
  }

  private static SessionResult analyze(
      List<SessionEvent> events, Optional<OrientationMethod> method) {
    List<SessionEvent> log = new ArrayList<>(events);
    log.add(1, context(method));
    return Sessions.analyze(log);
  }

  private static SetResult set(SessionResult result) {
    assertThat(result.sets()).hasSize(1);
    return result.sets().get(0);
  }

  private static List<Metric> metrics(SetResult set) {
    return set.repetitions().stream()
        .flatMap((RepetitionResult one) -> one.metrics().stream())
        .toList();
  }

  private static boolean everywhere(StreamDescriptor stream) {
    return true;
  }

  private static List<SessionEvent> accelerometersOnly(Scenario scenario) {
    return OtherSensors.without(
        events(scenario), OrientationMethodsTest::everywhere, Quantity.ANGULAR_RATE);
  }

  @Test
  void repetitionsAreCountedWithAccelerometersAloneAndEveryFigureSaysSo() {
    SessionResult result = analyze(accelerometersOnly(SQUAT));
    SetResult set = set(result);
    assertThat(set.repetitions()).hasSize(10).allMatch(RepetitionResult::complete);
    assertThat(result.streams())
        .extracting(StreamSummary::orientation)
        .containsOnly(Optional.of(OrientationMethod.ACCELEROMETER));
    assertThat(metrics(set))
        .extracting(Metric::name)
        .contains("thighTurnFromStart", "thighInclinationRange")
        .doesNotContain("kneeFlexionPeak", "hipExtensionRange", "lumbopelvicTilt");
    assertThat(metrics(set)).extracting(Metric::caveat).containsOnly(Caveat.ACCELEROMETER_ALONE);
    assertThat(result.notes()).filteredOn(note -> note.contains("accelerometer alone")).hasSize(6);
    assertThat(ReportJson.result(result))
        .contains("\"orientation\":\"accelerometer\"", "\"caveat\":\"accelerometer\"");
  }

  @Test
  void whatNeedsAJointIsNotAssessableAndSaysWhy() {
    SetResult set = set(analyze(accelerometersOnly(SQUAT)));
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        if (List.of("forward-lean", "tempo", "smoothness").contains(verdict.rule())) {
          // The inclination is measured, but has no limit for everyone.
          assertThat(verdict)
              .isInstanceOfSatisfying(
                  Verdict.NotAssessable.class,
                  lean -> assertThat(lean.reason().code()).isEqualTo("needs-reference"));
        } else if (List.of("butt-wink", "asymmetry").contains(verdict.rule())) {
          // Inclinations alone; the verdict says from what.
          assertThat(verdict)
              .isInstanceOfSatisfying(
                  Verdict.Assessed.class,
                  lean -> assertThat(lean.caveat()).isEqualTo(Caveat.ACCELEROMETER_ALONE));
        } else if (!verdict.rule().equals("hamstring-dominance")) {
          assertThat(verdict)
              .isInstanceOfSatisfying(
                  Verdict.NotAssessable.class,
                  gone -> {
                    assertThat(gone.reason().code()).isEqualTo("inclination-only");
                    assertThat(gone.reason().text()).contains("no gyroscope");
                  });
        }
      }
    }
  }

  @Test
  void onlyTheJointsOfTheSensorWithoutAGyroscopeAreMissing() {
    List<SessionEvent> log =
        OtherSensors.without(
            events(AFTER_SET_UP),
            stream -> OtherSensors.isPlaced(stream, "right-shank"),
            Quantity.ANGULAR_RATE);
    SessionResult result = analyze(log);
    SetResult set = set(result);
    assertThat(set.repetitions()).hasSize(10);
    for (RepetitionResult repetition : set.repetitions()) {
      assertThat(repetition.metrics())
          .filteredOn(metric -> metric.name().equals("kneeFlexionPeak"))
          .singleElement()
          .satisfies(
              metric -> {
                assertThat(metric.side()).isEqualTo(Side.LEFT);
                assertThat(metric.caveat()).isEqualTo(Caveat.NONE);
              });
    }
    // The low-pass lags behind by 0.2 s; that is taken off and is no fault of the sensor.
    assertThat(result.streams()).allMatch(stream -> stream.health().isEmpty());
  }

  @Test
  void trueAnglesOfSegmentsLieWithinTheErrorsOfAnAccelerometer() {
    int[] within = new int[2];
    for (long seed = 511; seed <= 514; seed++) {
      Scenario scenario =
          Scenario.squat(seed).withEmg(Optional.empty()).withSetUp(SetUpPlan.swings());
      SetResult set = set(analyze(accelerometersOnly(scenario)));
      assertThat(set.repetitions()).hasSize(10);
      for (int i = 0; i < 10; i++) {
        TrueAngles angles = new TrueAngles(truth(scenario), truth(scenario).repetitions().get(i));
        for (Metric metric : set.repetitions().get(i).metrics()) {
          angles
              .of(metric.name(), metric.side())
              .ifPresent(
                  real -> {
                    within[0] += Math.abs(metric.value() - real) <= metric.error() ? 1 : 0;
                    within[1]++;
                  });
        }
      }
    }
    assertThat(within[1]).isGreaterThan(200);
    assertThat((double) within[0] / within[1]).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void theDevicesOwnOrientationIsTakenWhereThereIsNoOther() {
    List<SessionEvent> log =
        OtherSensors.without(
            OtherSensors.withQuaternion(events(AFTER_SET_UP), truth(AFTER_SET_UP), 0, 1, 2, 3),
            OrientationMethodsTest::everywhere,
            Quantity.ANGULAR_RATE,
            Quantity.ACCELERATION);
    SessionResult result = analyze(log);
    assertThat(result.streams())
        .extracting(StreamSummary::orientation)
        .containsOnly(Optional.of(OrientationMethod.DEVICE));
    kneesAreRight(result);
    assertThat(metrics(set(result)))
        .extracting(Metric::caveat)
        .containsOnly(Caveat.DEVICE_ORIENTATION);
    assertThat(result.notes()).filteredOn(note -> note.contains("computed itself")).hasSize(6);
  }

  /** A perfect orientation leaves soft tissue, 1 deg of shift and of wobble on each segment. */
  private static void kneesAreRight(SessionResult result) {
    SetResult set = set(result);
    assertThat(set.repetitions()).hasSize(10);
    for (int i = 0; i < 10; i++) {
      TrueAngles angles =
          new TrueAngles(truth(AFTER_SET_UP), truth(AFTER_SET_UP).repetitions().get(i));
      List<Metric> ranges =
          set.repetitions().get(i).metrics().stream()
              .filter(metric -> metric.name().equals("kneeFlexionRange"))
              .toList();
      assertThat(ranges).hasSize(2);
      for (Metric range : ranges) {
        assertThat(Math.abs(range.value() - angles.of(range.name(), range.side()).orElseThrow()))
            .isLessThan(6);
      }
    }
  }

  @Test
  void itIsTakenInsteadOfOursOnlyWhenAsked() {
    List<SessionEvent> log =
        OtherSensors.withQuaternion(events(AFTER_SET_UP), truth(AFTER_SET_UP), 0, 1, 2, 3);
    SessionResult ours = analyze(log);
    assertThat(ours.streams())
        .extracting(StreamSummary::orientation)
        .containsOnly(Optional.of(OrientationMethod.VQF));
    assertThat(set(ours)).isEqualTo(set(analyze(events(AFTER_SET_UP))));

    SessionResult device = analyze(log, Optional.of(OrientationMethod.DEVICE));
    kneesAreRight(device);
    assertThat(metrics(set(device))).extracting(Metric::caveat).contains(Caveat.DEVICE_ORIENTATION);
    assertThat(device.notes()).filteredOn(note -> note.contains("as was asked for")).hasSize(6);
  }

  @Test
  void aQuaternionInAnotherOrderIsNamedAndNotJudged() {
    List<SessionEvent> log = OtherSensors.withQuaternion(events(SQUAT), truth(SQUAT), 1, 2, 3, 0);
    SessionResult result = analyze(log, Optional.of(OrientationMethod.DEVICE));
    assertThat(result.streams())
        .allSatisfy(
            stream ->
                assertThat(stream.health())
                    .anyMatch(health -> health.code().equals("device-orientation")));
    assertThat(metrics(set(result))).isEmpty();
  }

  @Test
  void aMagnetometerIsUsedWhereThereIsOneAndElseItIsSaid() {
    SessionResult plain = analyze(events(AFTER_SET_UP));
    for (OrientationMethod method :
        List.of(OrientationMethod.VQF_9D, OrientationMethod.STEADY_9D)) {
      SessionResult missing = analyze(events(AFTER_SET_UP), Optional.of(method));
      assertThat(missing.notes()).filteredOn(note -> note.contains(method.id())).hasSize(6);
      assertThat(set(missing)).isEqualTo(set(plain));

      SessionResult north =
          analyze(
              OtherSensors.withMagnetometer(events(AFTER_SET_UP), truth(AFTER_SET_UP)),
              Optional.of(method));
      assertThat(north.notes()).noneMatch(note -> note.contains(method.id()));
      assertThat(north.streams())
          .extracting(StreamSummary::orientation)
          .containsOnly(Optional.of(method));
      assertThat(set(north)).isNotEqualTo(set(plain));
      kneesAreRight(north);
    }
  }

  @Test
  void howTheLogIsCutDoesNotShow() {
    List<SessionEvent> log = OtherSensors.withQuaternion(events(SQUAT), truth(SQUAT), 0, 1, 2, 3);
    List<SessionEvent> cut = new ArrayList<>();
    for (SessionEvent event : log) {
      if (event instanceof Samples samples && samples.size() > 1) {
        int middle = samples.size() / 3 + 1;
        cut.add(samples.slice(0, middle));
        cut.add(samples.slice(middle, samples.size()));
      } else {
        cut.add(event);
      }
    }
    assertThat(cut).hasSizeGreaterThan(log.size());
    for (OrientationMethod method :
        List.of(OrientationMethod.DEVICE, OrientationMethod.ACCELEROMETER)) {
      assertThat(analyze(cut, Optional.of(method))).isEqualTo(analyze(log, Optional.of(method)));
    }
  }

  @Test
  void aMethodThatIsNamedTooLateIsRefusedWithASentence() {
    List<SessionEvent> log = new ArrayList<>(events(SQUAT));
    log.add(1, context(Optional.empty()));
    int samples = 0;
    while (!(log.get(samples) instanceof Samples)) {
      samples++;
    }
    log.add(samples + 1, context(Optional.of(OrientationMethod.ACCELEROMETER)));
    SessionResult result = Sessions.analyze(log);
    assertThat(result.notes()).anyMatch(note -> note.contains("after the first samples"));
    assertThat(result.streams())
        .extracting(StreamSummary::orientation)
        .containsOnly(Optional.of(OrientationMethod.VQF));
  }

  @Test
  void aContextWithoutAMethodIsTheOneItAlwaysWas() {
    assertThat(context(Optional.empty()).json()).doesNotContain("orientation");
    ContextApplied device = context(Optional.of(OrientationMethod.DEVICE));
    assertThat(ContextJson.read(device.json()).orientation()).contains(OrientationMethod.DEVICE);
  }
}
