package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.PseudoTerminal;
import org.plumbline.device.session.LivePort;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** The simulated hub at the other end of a real pseudo-terminal. */
class SimulatedDeviceTest {
  private static final double SPEED = 8;

  private final SimulatedBody body =
      new SimulatedBody(
          Scenario.squat(3)
              .withNoise(NoiseLevel.none())
              .withRepetitions(RepetitionPlan.good().times(1)));

  @BeforeEach
  void onlyWherePseudoTerminalsAre() {
    Assumptions.assumeTrue(PseudoTerminal.whyUnsupported().isEmpty());
  }

  private static Thread running(SimulatedDevice device) {
    Thread thread =
        new Thread(
            () -> {
              try {
                device.run();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  @Test
  void aProbeHearsWhatItIsAndThatItIsSynthetic() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      SimulatedDevice device = SimulatedDevice.of(body::open, DeviceLine.of(terminal), 1);
      Thread thread = running(device);
      DeviceProbe.Finding finding =
          DeviceProbe.ask(terminal.path().toString(), PortSettings.DEFAULT, new PlumblineDriver());
      device.stop();
      thread.join();
      assertThat(finding).isInstanceOf(DeviceProbe.Finding.Found.class);
      var found = ((DeviceProbe.Finding.Found) finding).device();
      assertThat(found.streams()).hasSize(device.streams());
      assertThat(found.origin()).isEqualTo(StreamDescriptor.Origin.SYNTHETIC);
    }
  }

  @Test
  void everySampleArrivesUnchangedWithItsIndexAndTheSetIsMarked(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("kept.plog");
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
          new LiveRun.Plan("T", "test", List.of(port), Optional.of(file), Optional.empty());
      try (LiveRun run = LiveRun.start(plan, meters)) {
        Thread thread = running(device);
        Thread ender =
            new Thread(
                () -> {
                  try {
                    thread.join();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  run.stop("sent");
                });
        ender.start();
        assertThat(run.run(Watcher.none()).failure()).isEmpty();
        ender.join();
      }
    }
    try (SessionSource kept = RecordingReader.open(file)) {
      List<SessionEvent> events = eventsOf(kept);
      for (int stream = 1; stream <= 7; stream++) {
        assertThat(counts(events, stream))
            .as("stream %d", stream)
            .isEqualTo(counts(body.events(), stream));
      }
      assertThat(events)
          .filteredOn(event -> event instanceof Operator)
          .extracting(event -> ((Operator) event).action())
          .containsExactly(Operator.Action.SET_START, Operator.Action.SET_STOP);
    }
  }

  private static List<SessionEvent> eventsOf(SessionSource source) throws IOException {
    List<SessionEvent> events = new ArrayList<>();
    Optional<SessionEvent> next = source.next();
    while (next.isPresent()) {
      events.add(next.get());
      next = source.next();
    }
    return events;
  }

  /** Index and counts of every sample of a stream, one after the other. */
  private static List<Long> counts(List<SessionEvent> events, int stream) {
    List<Long> all = new ArrayList<>();
    for (SessionEvent event : events) {
      if (event instanceof Samples samples && samples.stream() == stream) {
        for (int i = 0; i < samples.size(); i++) {
          all.add(samples.firstIndex() + i);
          for (int c = 0; c < samples.channels(); c++) {
            all.add((long) samples.count(i, c));
          }
        }
      }
    }
    return all;
  }
}
