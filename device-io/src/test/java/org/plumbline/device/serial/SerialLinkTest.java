package org.plumbline.device.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.serial.Terminals.Counting;

@Timeout(30)
class SerialLinkTest {

  @TempDir Path folder;

  @BeforeEach
  void needsPseudoTerminals() {
    Terminals.required();
  }

  @Test
  void twentyMegabytesArriveUnchanged() throws Exception {
    int total = 20_000_000;
    byte[] sent = new byte[total];
    new SplittableRandom(1).nextBytes(sent);
    CRC32C expected = new CRC32C();
    expected.update(sent);
    Counting host = new Counting(total);
    try (PseudoTerminal device = PseudoTerminal.open();
        SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host)) {
      device.write(sent);
      host.awaitComplete();
      assertThat(host.bytes.get()).isEqualTo(total);
      assertThat(host.checksum.getValue()).isEqualTo(expected.getValue());
      assertThat(link.bytesRead()).isEqualTo(total);
    }
  }

  @Test
  void arrivalIsStampedBetweenWriteAndCallback() throws Exception {
    Counting host = new Counting(1);
    try (PseudoTerminal device = PseudoTerminal.open();
        SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host)) {
      long before = System.nanoTime();
      device.write(new byte[] {1});
      host.awaitComplete();
      assertThat(host.firstArrivalNanos).isBetween(before, System.nanoTime());
      assertThat(link.name()).isEqualTo(device.path().toString());
    }
  }

  @Test
  void peerThatClosesIsNoticedWithinASecond() throws Exception {
    Counting host = new Counting(1);
    PseudoTerminal device = PseudoTerminal.open();
    try (SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host)) {
      long before = System.nanoTime();
      device.hangUp();
      PortException reason = host.awaitEnd(1);
      assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
      assertThat(reason.kind()).isEqualTo(PortException.Kind.GONE);
      assertThat(reason).hasMessageContaining("vanished").hasMessageContaining("Plug it in");
      PortException late =
          catchThrowableOfType(PortException.class, () -> link.write(new byte[] {1}));
      assertThat(late.kind()).isEqualTo(PortException.Kind.GONE);
    }
  }

  @Test
  void everythingWrittenBeforeAnOrderlyCloseArrives() throws Exception {
    int total = 3_000;
    Counting host = new Counting(total);
    PseudoTerminal device = PseudoTerminal.open();
    try (SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host)) {
      device.write(new byte[total]);
      device.close();
      host.awaitEnd(5);
      assertThat(host.bytes.get()).isEqualTo(total);
      assertThat(link.bytesRead()).isEqualTo(total);
    }
  }

  @Test
  void portIsFoundAgainThroughItsStableName() throws Exception {
    Path stable = folder.resolve("sensor");
    Counting first = new Counting(1);
    PseudoTerminal device = PseudoTerminal.openAt(stable);
    SerialLink link = SerialLink.open(stable.toString(), PortSettings.DEFAULT, first);
    device.write(new byte[] {1});
    first.awaitComplete();
    // A second one is made before the first goes, so that it cannot get the same number.
    PseudoTerminal replugged = PseudoTerminal.openAt(stable);
    assertThat(replugged.path()).isNotEqualTo(device.path());
    device.hangUp();
    first.awaitEnd(1);
    link.close();

    Counting second = new Counting(5);
    try (SerialLink again = SerialLink.open(stable.toString(), PortSettings.DEFAULT, second)) {
      replugged.write("hello".getBytes(StandardCharsets.US_ASCII));
      second.awaitComplete();
      assertThat(again.bytesRead()).isEqualTo(5);
    }
    replugged.close();
    assertThat(Files.exists(stable, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void commandsReachTheDevice() throws Exception {
    try (PseudoTerminal device = PseudoTerminal.open();
        SerialLink link =
            SerialLink.open(device.path().toString(), PortSettings.DEFAULT, new Counting(1))) {
      byte[] command = {0, 3, 4, 13, 10, 17, 19, 26, 127, (byte) 255};
      link.write(command);
      byte[] got = new byte[64];
      int length = device.read(got, 5_000);
      assertThat(Arrays.copyOf(got, length)).isEqualTo(command);
    }
  }

  @Test
  void deviceThatTakesNoBytesFailsTheLinkInsteadOfHangingIt() throws Exception {
    Counting host = new Counting(1);
    try (PseudoTerminal device = PseudoTerminal.open();
        SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host)) {
      long before = System.nanoTime();
      link.write(new byte[200_000]);
      assertThat(System.nanoTime() - before).as("write does not wait").isLessThan(500_000_000L);
      PortException reason = host.awaitEnd(SerialLink.STALL_SECONDS + 2);
      assertThat(reason.kind()).isEqualTo(PortException.Kind.STALLED);
      assertThat(reason)
          .hasMessageContaining("has taken no bytes")
          .hasMessageContaining("listen only");
      assertThat(device.unread()).isZero();
    }
  }

  @Test
  void closeFromAnotherThreadEndsAnIdleLinkWithinHalfASecond() throws Exception {
    Counting host = new Counting(1);
    try (PseudoTerminal device = PseudoTerminal.open()) {
      SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host);
      long before = System.nanoTime();
      link.close();
      // One read timeout of 200 ms, and as much again for a loaded machine.
      assertThat(System.nanoTime() - before).isLessThan(500_000_000L);
      assertThat(host.reason.get()).as("an orderly close is no failure").isNull();
      // The port is free at once.
      SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host).close();
    }
  }

  @Test
  void eightPortsAtOnceLoseNothing() throws Exception {
    int each = 300_000;
    List<PseudoTerminal> devices = new ArrayList<>();
    List<SerialLink> links = new ArrayList<>();
    List<Counting> hosts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PseudoTerminal device = PseudoTerminal.open();
      Counting host = new Counting(each);
      devices.add(device);
      hosts.add(host);
      links.add(SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host));
      byte[] bytes = new byte[each];
      new SplittableRandom(i).nextBytes(bytes);
      Terminals.beside("device " + i, () -> device.write(bytes));
    }
    for (int i = 0; i < 8; i++) {
      hosts.get(i).awaitComplete();
      byte[] bytes = new byte[each];
      new SplittableRandom(i).nextBytes(bytes);
      CRC32C expected = new CRC32C();
      expected.update(bytes);
      assertThat(hosts.get(i).checksum.getValue()).as("port %d", i).isEqualTo(expected.getValue());
    }
    for (int i = 0; i < 8; i++) {
      links.get(i).close();
      devices.get(i).close();
    }
  }

  @Test
  void openingClosingAndListingAtOnceNeverLocksAPortOut() throws Exception {
    try (PseudoTerminal device = PseudoTerminal.open()) {
      Thread lister =
          Terminals.beside(
              "list",
              () -> {
                for (int i = 0; i < 40; i++) {
                  assertThat(SerialPorts.list()).isNotNull();
                }
              });
      for (int i = 0; i < 8; i++) {
        SerialLink.open(device.path().toString(), PortSettings.DEFAULT, new Counting(1)).close();
      }
      lister.join(10_000);
      assertThat(lister.isAlive()).isFalse();
    }
  }

  @Test
  void missingPortIsNamedWithWhatToDo() {
    PortException failure = openFailure("/dev/ttyNOSUCH7");
    assertThat(failure.kind()).isEqualTo(PortException.Kind.MISSING);
    assertThat(failure.port()).isEqualTo("/dev/ttyNOSUCH7");
    assertThat(failure)
        .hasMessage(
            "Port /dev/ttyNOSUCH7 does not exist. Plug the device in and switch it on, or choose"
                + " one of the ports that \"plumbline devices\" lists.");
  }

  @Test
  void linkThatLeadsNowhereIsAMissingPort() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("gone"), Path.of("/dev/pts/99999"));
    assertThat(openFailure(link.toString()).kind()).isEqualTo(PortException.Kind.MISSING);
  }

  @Test
  void filesFoldersAndOtherDevicesAreNoPorts() throws IOException {
    Path file = Files.createFile(folder.resolve("walk.csv"));
    assertThat(openFailure(file.toString()))
        .hasMessageContaining("is a file, not a serial port")
        .hasMessageContaining("plumbline replay");
    assertThat(openFailure(folder.toString())).hasMessageContaining("is a folder");
    PortException failure = openFailure("/dev/null");
    assertThat(failure.kind()).isEqualTo(PortException.Kind.NOT_A_PORT);
  }

  @Test
  void portOpenedTwiceInThisProgramIsBusy() throws IOException {
    try (PseudoTerminal device = PseudoTerminal.open();
        SerialLink link =
            SerialLink.open(device.path().toString(), PortSettings.DEFAULT, new Counting(1))) {
      PortException failure = openFailure(link.name());
      assertThat(failure.kind()).isEqualTo(PortException.Kind.BUSY);
      assertThat(failure).hasMessageContaining("already open in this program");
    }
  }

  @Test
  void portLockedByAnotherProgramIsBusy() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/flock")), "skipped: needs the program flock");
    try (PseudoTerminal device = PseudoTerminal.open()) {
      Process other =
          new ProcessBuilder("flock", device.path().toString(), "-c", "echo locked; cat").start();
      try {
        assertThat(other.inputReader().readLine()).isEqualTo("locked");
        PortException failure = openFailure(device.path().toString());
        assertThat(failure.kind()).isEqualTo(PortException.Kind.BUSY);
        assertThat(failure).hasMessageContaining("in use by another program");
      } finally {
        other.destroy();
        other.waitFor();
      }
    }
  }

  @Test
  void portWithoutPermissionNamesTheGroup() throws Exception {
    Assumptions.assumeFalse(
        "root".equals(System.getProperty("user.name")), "skipped: root may open everything");
    try (PseudoTerminal device = PseudoTerminal.open()) {
      Files.setPosixFilePermissions(device.path(), Set.of());
      PortException failure = openFailure(device.path().toString());
      assertThat(failure.kind()).isEqualTo(PortException.Kind.FORBIDDEN);
    }
  }

  private static PortException openFailure(String name) {
    return catchThrowableOfType(
        PortException.class,
        () -> SerialLink.open(name, PortSettings.DEFAULT, new Counting(1)).close());
  }
}
