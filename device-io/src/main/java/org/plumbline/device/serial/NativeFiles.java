package org.plumbline.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Unpacks the native parts of jSerialComm into a folder of this user's own.
 *
 * <p>Left to itself the library unpacks into the shared temporary folder, with permissions for
 * everybody, and loads whatever file it finds there; two programs that start at once can crash each
 * other. Here the folder is private, every file is compared with the one in the jar before it is
 * used, and a new file appears in one step.
 */
final class NativeFiles {

  /** Where jSerialComm looks first. */
  static final String PATH_PROPERTY = "jSerialComm.library.path";

  private static final Map<String, List<String>> MACHINES =
      Map.of(
          "Linux",
          List.of(
              "x86_64", "x86", "armv8_64", "armv8_32", "armv7hf", "armv6hf", "armv5", "ppc64le"),
          "OSX",
          List.of("aarch64", "x86_64", "x86"),
          "Windows",
          List.of("x86_64", "x86", "aarch64", "armv7"),
          "FreeBSD",
          List.of("x86_64", "x86", "arm64"));

  private NativeFiles() {}

  /**
   * Unpacks what belongs to this operating system.
   *
   * @return the folder for {@link #PATH_PROPERTY}
   * @throws IOException when the system is none of those, or no folder can be written
   */
  static Path unpack() throws IOException {
    String system = system();
    try {
      return unpackInto(cacheFolder(), system);
    } catch (IOException readOnlyHome) {
      return unpackInto(Files.createTempDirectory("plumbline-"), system);
    }
  }

  static Path unpackInto(Path folder, String system) throws IOException {
    for (String machine : MACHINES.getOrDefault(system, List.of())) {
      String file = fileName(system);
      try (InputStream in =
          SerialPort.class.getResourceAsStream("/" + system + "/" + machine + "/" + file)) {
        if (in != null) {
          place(folder.resolve(system).resolve(machine), file, in.readAllBytes());
        }
      }
    }
    return folder;
  }

  private static void place(Path folder, String file, byte[] wanted) throws IOException {
    createPrivately(folder);
    Path target = folder.resolve(file);
    if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), wanted)) {
      return;
    }
    Path fresh = Files.createTempFile(folder, file, ".new");
    Files.write(fresh, wanted);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void createPrivately(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static Path cacheFolder() {
    String local = System.getenv("LOCALAPPDATA");
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", "."));
    Path base =
        PortSentences.isWindows() && local != null
            ? Path.of(local)
            : xdg != null && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".cache");
    return base.resolve("plumbline").resolve("jSerialComm");
  }

  private static String system() throws IOException {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return "Windows";
    }
    if (name.contains("mac")) {
      return "OSX";
    }
    if (name.contains("freebsd")) {
      return "FreeBSD";
    }
    if (name.contains("linux")) {
      return "Linux";
    }
    throw new IOException("there is no serial library for the operating system " + name);
  }

  private static String fileName(String system) {
    return switch (system) {
      case "Windows" -> "jSerialComm.dll";
      case "OSX" -> "libjSerialComm.jnilib";
      default -> "libjSerialComm.so";
    };
  }
}
