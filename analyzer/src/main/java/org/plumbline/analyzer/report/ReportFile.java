package org.plumbline.analyzer.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text file whole or not at all: a report that was cut off could pass for a short one. */
public final class ReportFile {

  private ReportFile() {}

  /** Writes a text piece by piece. */
  @FunctionalInterface
  public interface Writing {
    void to(Writer out) throws IOException;
  }

  /**
   * Writes {@code text} as UTF-8 to {@code file}, making its folder where it is missing. An older
   * file is replaced only when the new one is complete.
   *
   * @throws IOException when it cannot, with a message for the user: what, where, what to do
   */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text));
  }

  /**
   * The same for a text that is too long to be held.
   *
   * @throws IOException when it cannot, or {@code text} throws it
   */
  public static void write(Path file, Writing text) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(target + " is a folder; name a file in it");
    }
    try {
      Files.createDirectories(folder);
      // Not createTempFile: the report should have the rights the user's umask gives.
      Path part = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
      try {
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
          text.to(out);
        }
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileSystemException e) {
      String why = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new IOException(
          "cannot write "
              + target
              + " ("
              + why
              + "): choose a folder that exists, where you may write and where there is room",
          e);
    } catch (IOException e) {
      // A full disk arrives as a plain IOException with the system's words.
      throw new IOException(
          "cannot write " + target + " (" + e.getMessage() + "): make room or choose another disk",
          e);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
