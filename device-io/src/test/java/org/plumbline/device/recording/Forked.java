package org.plumbline.device.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Java program of the tests in a process of its own. */
final class Forked {
  private Forked() {}

  /**
   * Starts a program.
   *
   * @param before other words in front, such as a shell that sets limits first
   * @param temporary its temporary folder: one that is killed leaves a native library there
   */
  static Process start(List<String> before, Path temporary, Class<?> program, Object... arguments)
      throws IOException {
    List<String> words = new ArrayList<>(before);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Djava.io.tmpdir=" + temporary);
    words.addAll(List.of("-cp", classPath(), program.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(words::add);
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
