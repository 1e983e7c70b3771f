package org.plumbline.device.recording;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.nio.file.Path;

/** The native library behind the compression, which unpacks itself into the temporary folder. */
final class Compression {
  private Compression() {}

  /**
   * Makes sure that it is there, before anything is lost for lack of it.
   *
   * @param file that is to be read or written
   * @throws IOException when it is not, for instance because the temporary folder is full
   */
  static void require(Path file) throws IOException {
    try {
      Native.load();
    } catch (ExceptionInInitializerError | UnsatisfiedLinkError e) {
      throw new IOException(
          file
              + " cannot be opened: the compression library could not be unpacked into the"
              + " temporary folder "
              + System.getProperty("java.io.tmpdir")
              + " ("
              + e.getMessage()
              + "). Free space there, or name another folder with -Djava.io.tmpdir.",
          e);
    }
  }
}
