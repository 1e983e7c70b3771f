package org.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

  @Test
  void replacesAnOlderFileAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    ReportFile.write(file, "old and longer");
    ReportFile.write(file, "ä\n");
    assertThat(Files.readAllBytes(file)).containsExactly(0xC3, 0xA4, '\n');
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhatWhereAndWhatToDoWhenTheFolderIsAFile(@TempDir Path folder) throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("taken"), "");
    assertThatThrownBy(() -> ReportFile.write(notAFolder.resolve("report.json"), "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write")
        .hasMessageContaining(notAFolder.resolve("report.json").toString())
        .hasMessageContaining("choose a folder");
  }

  @Test
  void saysSoWhenTheFileIsAFolder(@TempDir Path folder) {
    assertThatThrownBy(() -> ReportFile.write(folder, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder; name a file in it");
  }
}
