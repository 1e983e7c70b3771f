package org.plumbline.analyzer.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.Sessions;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/**
 * Calibrations of an earlier session in one whose set begins before anybody has stood still for the
 * second that a pose takes.
 */
class UnconfirmedCalibrationsTest {
  private static final Map<Scenario, List<StoredCalibration>> STORED = new HashMap<>();

  private static Scenario squats(long seed) {
    return Scenario.squat(seed)
        .withEmg(Optional.empty())
        .withQuietSeconds(0.5)
        .withRepetitions(RepetitionPlan.good().times(4));
  }

  private static Scenario bridges(long seed) {
    return Scenario.bridge(seed)
        .withEmg(Optional.empty())
        .withNoise(NoiseLevel.none())
        .withRepetitions(RepetitionPlan.good().times(4));
  }

  /** The log from 0.4 s before the first repetition on: nobody has stood or lain for long. */
  private static List<SessionEvent> late(Scenario scenario) {
    SimulatedBody body = new SimulatedBody(scenario);
    double from = body.truth().repetitions().get(0).startSeconds() - 0.4;
    return body.events().stream()
        .filter(event -> !(event instanceof Samples) || event.atNanos() * 1e-9 >= from)
        .toList();
  }

  private static List<StoredCalibration> stored(Scenario scenario) {
    return STORED.computeIfAbsent(
        scenario,
        one -> {
          Scenario before = one.withQuietSeconds(3).withSetUp(SetUpPlan.swings());
          return Sessions.analyze(new SimulatedBody(before).events()).calibrations();
        });
  }

  private static SessionResult analyze(
      Scenario scenario, List<SessionEvent> events, List<StoredCalibration> calibrations) {
    return analyze(scenario.exercise().id(), events, calibrations);
  }

  private static SessionResult analyze(
      String exercise, List<SessionEvent> events, List<StoredCalibration> calibrations) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty())
            .with(BodySetUp.NONE.with(calibrations));
    List<SessionEvent> log = new ArrayList<>(events);
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    return Sessions.analyze(log);
  }

  /** The log of the same body with its sensors strapped on turned about an axis of their own. */
  private static List<SessionEvent> remounted(List<SessionEvent> log, Vector3D axis, double deg) {
    Rotation turn = new Rotation(axis, Math.toRadians(deg), RotationConvention.VECTOR_OPERATOR);
    Map<Integer, StreamDescriptor> streams = new HashMap<>();
    List<SessionEvent> edited = new ArrayList<>();
    for (SessionEvent event : log) {
      if (event instanceof Described described
          && described.stream().channels().get(0).location() instanceof OnSegment) {
        streams.put(described.stream().id(), described.stream());
      }
      if (event instanceof Samples samples) {
        StreamDescriptor stream = streams.get(samples.stream());
        edited.add(stream == null ? samples : turned(samples, stream, turn));
      } else {
        edited.add(event);
      }
    }
    return edited;
  }

  private static Samples turned(Samples samples, StreamDescriptor stream, Rotation turn) {
    int width = samples.channels();
    double[] values = new double[samples.size() * width];
    long[] ticks = new long[samples.size()];
    long[] nanos = new long[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      ticks[i] = samples.deviceTicks(i);
      nanos[i] = samples.sessionNanos(i);
      double[] si = new double[width];
      for (int c = 0; c < width; c++) {
        Channel channel = stream.channels().get(c);
        si[c] = samples.raw(i, c) * channel.scale() + channel.offset();
      }
      for (int from = 0; from + 2 < width; from += 3) {
        Quantity quantity = stream.channels().get(from).quantity();
        if (quantity == Quantity.ACCELERATION || quantity == Quantity.ANGULAR_RATE) {
          Vector3D to = turn.applyTo(new Vector3D(si[from], si[from + 1], si[from + 2]));
          si[from] = to.getX();
          si[from + 1] = to.getY();
          si[from + 2] = to.getZ();
        }
      }
      for (int c = 0; c < width; c++) {
        Channel channel = stream.channels().get(c);
        values[i * width + c] = (si[c] - channel.offset()) / channel.scale();
      }
    }
    return Samples.ofValues(
        samples.stream(), samples.atNanos(), samples.firstIndex(), width, ticks, nanos, values);
  }

  /** At right angles to where the first sensor has up, so that a turn tilts it by all of it. */
  private static Vector3D level(StoredCalibration one) {
    List<Double> up = one.standingUp();
    return new Vector3D(up.get(0), up.get(1), up.get(2)).orthogonal();
  }

  @Test
  void theRightOneRaisesNoAlarmHoweverSoonTheSetStarts() {
    for (long seed : new long[] {901, 902, 903}) {
      Scenario scenario = squats(seed);
      List<StoredCalibration> right = stored(scenario);
      assertThat(right).hasSize(6);
      SessionResult result = analyze(scenario, late(scenario), right);
      assertThat(result.sets().get(0).repetitions()).hasSize(4);
      assertThat(result.calibrations()).containsAll(right);
      assertThat(result.notes()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void sensorsStrappedOnOtherwiseAreNamedAndTheirCalibrationIsNotUsed() {
    Scenario scenario = squats(904);
    List<StoredCalibration> earlier = stored(scenario);
    List<SessionEvent> log = late(scenario);
    for (double deg : new double[] {30, 60, 90}) {
      StoredCalibration first = earlier.get(0);
      List<SessionEvent> later = remounted(log, level(first), deg);
      SessionResult result = analyze(scenario, later, earlier);
      assertThat(result.calibrations()).as("%s deg", deg).doesNotContain(first);
      assertThat(result.notes())
          .anyMatch(note -> note.startsWith("The calibration of " + first.location()));
      assertThat(result.calibrations())
          .as("taken from the repetitions instead")
          .anyMatch(
              one ->
                  one.location().equals(first.location())
                      && one.origin() == SegmentCalibration.Origin.REPETITIONS);
    }
  }

  @Test
  void calibrationsOfAnotherPersonsSensorsAreDroppedOrNamedAllOfThem() {
    Scenario scenario = squats(905);
    List<StoredCalibration> others = stored(squats(906));
    SessionResult result = analyze(scenario, late(scenario), others);
    for (StoredCalibration one : others) {
      boolean dropped = !result.calibrations().contains(one);
      assertThat(result.notes())
          .as(one.location())
          .anyMatch(note -> note.contains(one.location()))
          .satisfies(notes -> assertThat(dropped || notes.toString().contains("Set 1")).isTrue());
    }
  }

  @Test
  void lyingOnTheBackConfirmsTheRightOneAndContradictsOneTurnedByNinetyDegrees() {
    Scenario scenario = bridges(907);
    List<StoredCalibration> right = stored(scenario);
    List<SessionEvent> log = late(scenario);
    SessionResult fits = analyze(scenario, log, right);
    assertThat(fits.calibrations()).containsAll(right);
    assertThat(fits.notes()).noneMatch(note -> note.contains("alibration"));
    StoredCalibration pelvis =
        right.stream().filter(one -> one.location().equals("pelvis")).findFirst().orElseThrow();
    SessionResult turned = analyze(scenario, remounted(log, level(pelvis), 90), right);
    assertThat(turned.calibrations()).doesNotContain(pelvis);
  }

  @Test
  void whatNothingBearsOutIsNamedAndItsErrorIsLarger() {
    Scenario scenario = bridges(908);
    List<StoredCalibration> right = stored(scenario);
    List<SessionEvent> log = late(scenario);
    // Between lying and sitting: a position that says nothing of where any segment is.
    SessionResult open = analyze("hip-thrust", log, right);
    SessionResult known = analyze("bridge", log, right);
    assertThat(open.notes())
        .contains(
            Texts.get(
                "note.calibration-unconfirmed",
                1,
                "pelvis, trunk, right-thigh, left-thigh, right-shank, left-shank"));
    assertThat(errorOf(open, "hipExtensionRange"))
        .isGreaterThan(errorOf(known, "hipExtensionRange"));
    assertThat(known.notes()).noneMatch(note -> note.contains("borne out"));
  }

  private static double errorOf(SessionResult result, String metric) {
    RepetitionResult first = result.sets().get(0).repetitions().get(0);
    return first.metrics().stream()
        .filter(one -> one.name().startsWith(metric))
        .mapToDouble(one -> one.error())
        .findFirst()
        .orElseThrow();
  }
}
