package org.plumbline.device.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class PseudoTerminalTest {

  @TempDir Path folder;

  @BeforeEach
  void needsPseudoTerminals() {
    Terminals.required();
  }

  @Test
  void lineIsRawBeforeAnybodyOpensIt() throws Exception {
    try (PseudoTerminal device = PseudoTerminal.open()) {
      // ^C, ^D, CR and XOFF would be eaten, changed or echoed by a line in cooked mode.
      device.write(new byte[] {3, 4, 13, 19, 10});
      byte[] echoed = new byte[16];
      assertThat(device.read(echoed, 20)).as("echo").isZero();
      Terminals.Counting host = new Terminals.Counting(5);
      SerialLink link = SerialLink.open(device.path().toString(), PortSettings.DEFAULT, host);
      host.awaitComplete();
      link.close();
      CRC32C expected = new CRC32C();
      expected.update(new byte[] {3, 4, 13, 19, 10});
      assertThat(host.checksum.getValue()).isEqualTo(expected.getValue());
    }
  }

  @Test
  void drainIsBoundedWhenNobodyReads() throws IOException {
    PseudoTerminal device = PseudoTerminal.open();
    device.write(new byte[100]);
    assertThat(device.drain(Duration.ofMillis(100))).isFalse();
    assertThat(device.unread()).isEqualTo(100);
    device.hangUp();
  }

  @Test
  void closeEndsAWriteThatWaits() throws Exception {
    PseudoTerminal device = PseudoTerminal.open();
    AtomicReference<IOException> failure = new AtomicReference<>();
    Thread writer =
        Terminals.beside(
            "writer",
            () -> {
              try {
                device.write(new byte[1_000_000]);
              } catch (IOException e) {
                failure.set(e);
              }
            });
    while (device.unread() == 0) {
      Thread.onSpinWait();
    }
    device.hangUp();
    writer.join(5_000);
    assertThat(failure.get()).hasMessageContaining("is closed");
    device.close();
  }

  @Test
  void linkReplacesAnOldLinkButNothingElse() throws IOException {
    Path link = folder.resolve("imu");
    Files.createSymbolicLink(link, Path.of("/dev/pts/99999"));
    try (PseudoTerminal device = PseudoTerminal.openAt(link)) {
      assertThat(link.toRealPath()).isEqualTo(device.path());
    }
    Path file = Files.createFile(folder.resolve("data.csv"));
    assertThatThrownBy(() -> PseudoTerminal.openAt(file).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("exists and is no link");
  }
}
