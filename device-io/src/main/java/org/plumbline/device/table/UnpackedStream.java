package org.plumbline.device.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Unpacked gzip data that name their file when they are damaged. Data that are merely cut off stay
 * an {@link java.io.EOFException}: what came before them is sound.
 */
final class UnpackedStream extends FilterInputStream {
  private final String name;

  UnpackedStream(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (ZipException damaged) {
      throw new IOException(
          name
              + ": its gzip data are damaged ("
              + damaged.getMessage()
              + "), so no value in it can be trusted. Copy the file again.",
          damaged);
    }
  }
}
