package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.PseudoTerminal;
import org.plumbline.device.session.LivePort;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/**
 * A set-up that the device itself announces, over a real pseudo-terminal, recorded and replayed.
 */
class LiveSetUpTest {
  private static final double SPEED = 10;

  private final SimulatedBody body =
      new SimulatedBody(
          Scenario.squat(9)
              .withNoise(NoiseLevel.nominal())
              .withSetUp(SetUpPlan.swings())
              .withRepetitions(RepetitionPlan.good().times(2)));

  @Test
  void theRecordingCarriesTheCalibrationsAndGivesTheSameResult(@TempDir Path folder)
      throws Exception {
    Assumptions.assumeTrue(PseudoTerminal.whyUnsupported().isEmpty());
    Path file = folder.resolve("set-up.plog");
    SessionResult live = live(file);
    assertThat(live.calibrations()).hasSize(6);
    assertThat(live.sets()).hasSize(1);
    assertThat(live.sets().get(0).repetitions()).hasSize(2);

    List<SessionEvent> kept = new ArrayList<>();
    try (SessionSource source = RecordingReader.open(file)) {
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        kept.add(next.get());
        next = source.next();
      }
    }
    assertThat(kept)
        .filteredOn(event -> event instanceof Operator one && one.action() == Operator.Action.SETUP)
        .hasSizeGreaterThanOrEqualTo(6);
    List<ContextApplied> contexts =
        kept.stream()
            .filter(ContextApplied.class::isInstance)
            .map(ContextApplied.class::cast)
            .toList();
    List<StoredCalibration> stored =
        ContextJson.read(contexts.get(contexts.size() - 1).json())
            .body()
            .orElseThrow()
            .calibrations();
    assertThat(stored).isEqualTo(live.calibrations());

    try (SessionSource source = RecordingReader.open(file)) {
      SessionRun.Outcome replayed =
          new SessionRun(source, EventSink.none(), Watcher.none(), new Meters()).run();
      assertThat(ReportJson.result(replayed.result())).isEqualTo(ReportJson.result(live));
    }
  }

  private SessionResult live(Path file) throws Exception {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      SimulatedDevice device = SimulatedDevice.of(body::open, DeviceLine.of(terminal), SPEED);
      Meters meters = new Meters();
      LivePort port =
          new LivePort(
              terminal.path().toString(),
              PortSettings.DEFAULT,
              () -> new MeteredDriver(new PlumblineDriver(), meters, SPEED),
              false);
      LiveRun.Plan plan =
          new LiveRun.Plan(
              "T",
              "test",
              List.of(port),
              Optional.of(file),
              Optional.of(ContextApplied.of(0, ContextJson.write(context), "test")));
      try (LiveRun run = LiveRun.start(plan, meters)) {
        Thread hub =
            new Thread(
                () -> {
                  try {
                    device.run();
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  } finally {
                    run.stop("sent");
                  }
                });
        hub.start();
        SessionRun.Outcome outcome = run.run(Watcher.none());
        hub.join();
        assertThat(outcome.failure()).isEmpty();
        return outcome.result();
      }
    }
  }
}
