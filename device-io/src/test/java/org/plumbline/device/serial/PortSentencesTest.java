package org.plumbline.device.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortSentencesTest {

  // Error numbers: errno(3) of Linux; 13 was seen for /dev/ttyS0 as nobody, 11 for a port that
  // another process holds.
  @ParameterizedTest
  @CsvSource({"2,MISSING", "19,MISSING", "11,BUSY", "16,BUSY", "13,FORBIDDEN", "25,NOT_A_PORT"})
  void errorNumbersBecomeKinds(int error, PortException.Kind kind) {
    assertThat(PortSentences.openFailed("X", Path.of("/dev/null"), error, 524).kind())
        .isEqualTo(kind);
  }

  @Test
  void forbiddenPortNamesItsGroupAndTheCommand() {
    assertThat(PortSentences.forbidden("/dev/ttyUSB0", Path.of("/no/such/port")))
        .hasMessageContaining("may not be opened by this user")
        .hasMessageContaining("sudo usermod -aG dialout $USER");
  }

  @Test
  void unknownErrorStillSaysNumberAndWhatToDo() {
    assertThat(PortSentences.openFailed("COM3", Path.of("COM3"), 1167, 12))
        .hasMessageContaining("1167")
        .hasMessageContaining("Unplug the device");
  }
}
