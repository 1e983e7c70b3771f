package org.plumbline.device.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What follows the last byte of compressed data that broke off: the failure, again. */
final class CutOffStream extends InputStream {
  @Override
  public int read() throws IOException {
    throw new EOFException("compressed data end too early");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return read();
  }
}
