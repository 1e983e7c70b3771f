package org.plumbline.device.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of loading jSerialComm into a program, measured with 2.11.4. */
class PortLibraryTest {

  private static final int SIGHUP = 1;
  private static final int SIGUSR2 = 12;

  @TempDir Path folder;

  @BeforeEach
  void libraryIsLoaded() throws IOException {
    Terminals.required();
    assertThat(SerialPorts.list()).isNotNull();
  }

  @Test
  void nativeLibraryComesFromAFolderOfThisUserOnly() throws IOException {
    List<Path> loaded =
        proc("self", "maps").stream()
            .filter(line -> line.contains("libjSerialComm"))
            .map(line -> Path.of(line.substring(line.indexOf('/'))))
            .distinct()
            .toList();
    assertThat(loaded).hasSize(1);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(loaded.get(0).getParent())))
        .isEqualTo("rwx------");
  }

  // Bit n-1 of SigIgn stands for signal n: proc(5).
  @Test
  void loadingItLeavesHangUpAndFlightRecorderSignalsAlone() throws IOException {
    long ignored = ignoredSignals("self");
    assertThat(ignored & (1L << (SIGUSR2 - 1))).as("SIGUSR2 ignored").isZero();
    String parent = Long.toString(ProcessHandle.current().parent().orElseThrow().pid());
    boolean underNohup = (ignoredSignals(parent) & (1L << (SIGHUP - 1))) != 0;
    assertThat((ignored & (1L << (SIGHUP - 1))) != 0).as("SIGHUP ignored").isEqualTo(underNohup);
  }

  @Test
  void plantedFileIsReplacedBeforeItIsLoaded() throws IOException {
    Path planted = folder.resolve("Linux/x86_64/libjSerialComm.so");
    Files.createDirectories(planted.getParent());
    Files.writeString(planted, "not the library");
    NativeFiles.unpackInto(folder, "Linux");
    assertThat(Files.size(planted)).isGreaterThan(10_000);
    assertThat(planted.getParent()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void stablePathsLeadFromTheRealPortToItsLink() throws IOException {
    Path port = Files.createFile(folder.resolve("ttyUSB0")).toRealPath();
    Path byId = Files.createDirectory(folder.resolve("by-id"));
    Path link = Files.createSymbolicLink(byId.resolve("usb-FTDI_A1-if00"), port);
    Files.createSymbolicLink(byId.resolve("usb-gone"), folder.resolve("nowhere"));
    assertThat(SerialPorts.stablePaths(byId)).isEqualTo(Map.of(port, link));
    assertThat(SerialPorts.stablePaths(folder.resolve("no-folder"))).isEmpty();
  }

  private static long ignoredSignals(String process) throws IOException {
    return proc(process, "status").stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> proc(String process, String name) throws IOException {
    Path path = Path.of("/proc", process, name);
    Assumptions.assumeTrue(Files.exists(path), "skipped: needs /proc");
    return Files.readAllLines(path);
  }
}
