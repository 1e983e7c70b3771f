package org.plumbline.tools.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.plumbline.device.serial.PseudoTerminal;

/** The device's end of a serial line. One thread uses it. */
public interface DeviceLine extends Closeable {

  /** Takes what the host sent; 0 bytes when nothing came in time. */
  int read(byte[] buffer, int timeoutMillis) throws IOException;

  /** Sends bytes to the host. */
  void write(byte[] bytes) throws IOException;

  /** Bytes the host has not read yet, as far as can be told. */
  int backlog() throws IOException;

  /** Waits until the host has read everything or the bound passes. */
  boolean drain(Duration bound) throws IOException;

  /** A line through a pseudo-terminal, which the caller closes by closing the line. */
  static DeviceLine of(PseudoTerminal terminal) {
    return new DeviceLine() {
      @Override
      public int read(byte[] buffer, int timeoutMillis) throws IOException {
        return terminal.read(buffer, timeoutMillis);
      }

      @Override
      public void write(byte[] bytes) throws IOException {
        terminal.write(bytes);
      }

      @Override
      public int backlog() throws IOException {
        return terminal.unread();
      }

      @Override
      public boolean drain(Duration bound) throws IOException {
        return terminal.drain(bound);
      }

      @Override
      public void close() throws IOException {
        terminal.close();
      }
    };
  }
}
