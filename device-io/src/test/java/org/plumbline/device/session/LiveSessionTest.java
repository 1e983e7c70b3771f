package org.plumbline.device.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.device.session.TestStreams.only;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.serial.PortException;
import org.plumbline.device.serial.PortSettings;
import org.plumbline.device.serial.PseudoTerminal;
import org.plumbline.device.serial.Terminals;

/** Device, pseudo-terminal, jSerialComm, decoder, clock, sequencer: the whole way. */
@Timeout(60)
class LiveSessionTest {

  @TempDir Path folder;

  @BeforeEach
  void needsPseudoTerminals() {
    Terminals.required();
  }

  private static LivePort port(String name, boolean listenOnly) {
    return new LivePort(name, PortSettings.DEFAULT, PlumblineDriver::new, listenOnly);
  }

  private static LiveSession start(PtyDevice... devices) throws IOException {
    List<LivePort> ports = new ArrayList<>();
    for (PtyDevice device : devices) {
      ports.add(port(device.port(), false));
    }
    return LiveSession.start("S01", "test", ports);
  }

  /** Reads the log to its end beside the test. */
  private static CompletableFuture<List<SessionEvent>> readAll(LiveSession session) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<SessionEvent> log = new ArrayList<>();
          for (Optional<SessionEvent> next = session.next(); next.isPresent(); ) {
            log.add(next.get());
            next = session.next();
          }
          return log;
        });
  }

  private static List<SessionEvent> stopAndRead(
      LiveSession session, CompletableFuture<List<SessionEvent>> log) throws Exception {
    session.stop("test is over");
    return log.get(10, TimeUnit.SECONDS);
  }

  private static long samplesOf(List<SessionEvent> log, int stream) {
    return only(Samples.class, log).stream()
        .filter(samples -> samples.stream() == stream)
        .mapToLong(Samples::size)
        .sum();
  }

  private static long lostOf(List<SessionEvent> log, int stream) {
    return only(Lost.class, log).stream()
        .filter(lost -> lost.stream() == stream)
        .mapToLong(Lost::count)
        .sum();
  }

  @Test
  void everySampleSentArrivesAndEveryDroppedOneIsLostExactly() throws Exception {
    try (PtyDevice device = new PtyDevice(1, 0.1, 150, Optional.empty(), true);
        LiveSession session = start(device)) {
      CompletableFuture<List<SessionEvent>> reading = readAll(session);
      session.awaitSamples(Duration.ofSeconds(5));
      assertThat(session.operator(Operator.Action.SET_START, Double.NaN, "")).isTrue();
      assertThat(device.awaitFrames()).isTrue();
      List<SessionEvent> log = stopAndRead(session, reading);

      long dropped = device.droppedSamples.get();
      assertThat(dropped).as("the device did drop").isGreaterThan(20);
      long arrived = samplesOf(log, 1) + samplesOf(log, 2);
      assertThat(lostOf(log, 1) + lostOf(log, 2)).isEqualTo(dropped);
      for (int stream = 1; stream <= 2; stream++) {
        assertTiledFromZero(log, stream);
      }
      assertThat(arrived + dropped)
          .isBetween(
              2L * 150 * PtyDevice.PER_FRAME, 2L * PtyDevice.PER_FRAME * device.frames.get());
      assertThat(only(Lost.class, log)).allMatch(lost -> lost.cause() == Lost.Cause.WIRE);
      assertThat(only(Rejected.class, log)).as("noise on the line").isNotEmpty();
      assertWellFormed(log);
      assertThat(only(Operator.class, log)).hasSize(1);
    }
  }

  /** Samples and losses of the stream lie side by side, values as sent, session time growing. */
  private static void assertTiledFromZero(List<SessionEvent> log, int stream) {
    long next = 0;
    long lastSession = Long.MIN_VALUE;
    for (SessionEvent event : log) {
      if (event instanceof Lost lost && lost.stream() == stream) {
        assertThat(lost.firstIndex()).isEqualTo(next);
        next += lost.count();
      } else if (event instanceof Samples samples && samples.stream() == stream) {
        assertThat(samples.firstIndex()).isEqualTo(next);
        for (int i = 0; i < samples.size(); i++) {
          assertThat(samples.count(i, 0)).isEqualTo((int) ((next + i) % 30_000));
          assertThat(samples.sessionNanos(i)).isGreaterThan(lastSession);
          lastSession = samples.sessionNanos(i);
        }
        next += samples.size();
      }
    }
    assertThat(next).isPositive();
  }

  private static void assertWellFormed(List<SessionEvent> log) {
    assertThat(log.get(0)).isInstanceOf(Started.class);
    assertThat(log.get(log.size() - 1)).isInstanceOf(Ended.class);
    long last = 0;
    long ticks = 0;
    for (SessionEvent event : log) {
      assertThat(event.atNanos()).isGreaterThanOrEqualTo(last);
      last = event.atNanos();
      ticks += event instanceof Tick ? 1 : 0;
    }
    assertThat(ticks).isEqualTo(last / Tick.PERIOD_NANOS);
  }

  @Test
  void pulledCableIsReconnectedByItsStableNameWithAnExactLoss() throws Exception {
    Path stable = folder.resolve("hub");
    try (PtyDevice device = new PtyDevice(2, 0, 150, Optional.of(stable), true);
        LiveSession session = start(device)) {
      CompletableFuture<List<SessionEvent>> reading = readAll(session);
      session.awaitSamples(Duration.ofSeconds(5));
      device.replug();
      assertThat(device.awaitFrames()).isTrue();
      assertThat(session.links().get(0).state()).isEqualTo(LinkStatus.State.RUNNING);
      assertThat(session.links().get(0).reconnects()).isEqualTo(1);
      List<SessionEvent> log = stopAndRead(session, reading);

      for (int stream = 1; stream <= 2; stream++) {
        assertTiledFromZero(log, stream);
        assertThat(lostOf(log, stream)).as("lost while unplugged").isPositive();
      }
      assertThat(only(Lost.class, log)).allMatch(lost -> lost.cause() == Lost.Cause.DISCONNECTED);
      assertThat(only(Described.class, log)).as("two streams, described twice").hasSize(4);
      assertWellFormed(log);
    }
  }

  @Test
  void severalPortsBecomeOneOrderedLogWithStreamsOfTheirOwn() throws Exception {
    try (PtyDevice left = new PtyDevice(3, 0.05, 100, Optional.empty(), true);
        PtyDevice right = new PtyDevice(4, 0.05, 100, Optional.empty(), true);
        LiveSession session = start(left, right)) {
      CompletableFuture<List<SessionEvent>> reading = readAll(session);
      assertThat(left.awaitFrames()).isTrue();
      assertThat(right.awaitFrames()).isTrue();
      List<SessionEvent> log = stopAndRead(session, reading);
      for (int stream : new int[] {1, 2, 257, 258}) {
        assertTiledFromZero(log, stream);
      }
      assertThat(lostOf(log, 1) + lostOf(log, 2)).isEqualTo(left.droppedSamples.get());
      assertThat(lostOf(log, 257) + lostOf(log, 258)).isEqualTo(right.droppedSamples.get());
      assertWellFormed(log);
    }
  }

  @Test
  void listenOnlyPortReceivesNotAByte() throws Exception {
    try (PtyDevice device = new PtyDevice(5, 0, 60, Optional.empty(), false);
        LiveSession session =
            LiveSession.start("S01", "test", List.of(port(device.port(), true)))) {
      CompletableFuture<List<SessionEvent>> reading = readAll(session);
      assertThat(device.awaitFrames()).isTrue();
      List<SessionEvent> log = stopAndRead(session, reading);
      assertThat(samplesOf(log, 1)).isPositive();
      assertThat(device.commandBytes.get()).isZero();
      assertWellFormed(log);
    }
  }

  @Test
  void sessionTimeOfSamplesIsTheInstantTheyWereMade() throws Exception {
    long boot;
    List<SessionEvent> log;
    try (PtyDevice device = new PtyDevice(6, 0, 200, Optional.empty(), true);
        LiveSession session = start(device)) {
      boot = device.bootNanos();
      CompletableFuture<List<SessionEvent>> reading = readAll(session);
      assertThat(device.awaitFrames()).isTrue();
      log = stopAndRead(session, reading);
    }
    long zero = ((Started) log.get(0)).monotonicZeroNanos();
    List<Double> errorsMillis = new ArrayList<>();
    for (Samples samples : only(Samples.class, log)) {
      for (int i = 0; i < samples.size(); i++) {
        long made = boot + samples.deviceTicks(i) * 1000 - zero;
        errorsMillis.add((samples.sessionNanos(i) - made) * 1e-6);
      }
    }
    // The device sends a frame 5 ms after its last sample and reads commands every millisecond;
    // the rest is this machine's scheduler.
    double median = errorsMillis.stream().sorted().toList().get(errorsMillis.size() / 2);
    System.out.printf("session time behind the truth: median %.2f ms%n", median);
    assertThat(median).isBetween(4.9, 12.0);
  }

  @Test
  void deviceThatDoesNotAnswerIsToldWithItsPort() throws Exception {
    try (PseudoTerminal silent = PseudoTerminal.open();
        LiveSession session =
            LiveSession.start("S01", "test", List.of(port(silent.path().toString(), false)))) {
      assertThatThrownBy(() -> session.awaitSamples(Duration.ofMillis(200)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(silent.path().toString())
          .hasMessageContaining("switched on");
      assertThat(session.links().get(0).state()).isEqualTo(LinkStatus.State.ASKING);
    }
  }

  @Test
  void onePortThatCannotBeOpenedFreesTheOthers() throws Exception {
    try (PseudoTerminal line = PseudoTerminal.open()) {
      String good = line.path().toString();
      assertThatThrownBy(
              () ->
                  LiveSession.start(
                      "S01", "test", List.of(port(good, false), port("/dev/ttyNOSUCH1", false))))
          .isInstanceOf(PortException.class)
          .hasMessageContaining("/dev/ttyNOSUCH1 does not exist");
      LiveSession.start("S01", "test", List.of(port(good, true))).close();
    }
  }

  @Test
  @Tag("soak")
  @Timeout(180)
  void eightPortsForAMinuteLoseNothingButWhatWasDropped() throws Exception {
    List<PtyDevice> devices = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      devices.add(new PtyDevice(i, 0.01, 6_000, Optional.empty(), true));
    }
    try (LiveSession session = start(devices.toArray(new PtyDevice[0]))) {
      CompletableFuture<List<SessionEvent>> reading = readAll(session);
      for (PtyDevice device : devices) {
        assertThat(device.awaitFramesFor(90)).isTrue();
      }
      List<SessionEvent> log = stopAndRead(session, reading);
      System.out.println(session.counts());
      for (int i = 0; i < 8; i++) {
        int first = i * LinkSession.IDS_PER_LINK + 1;
        assertThat(lostOf(log, first) + lostOf(log, first + 1))
            .isEqualTo(devices.get(i).droppedSamples.get());
        System.out.println(session.links().get(i).link());
      }
      assertWellFormed(log);
    } finally {
      for (PtyDevice device : devices) {
        device.close();
      }
    }
  }
}
