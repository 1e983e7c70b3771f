package org.plumbline.device.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A table's bytes: unpacked when they are gzip (by content, whatever the name), without byte order
 * mark, with a look at the beginning. Refuses by name what is no text.
 */
final class TableInput implements Closeable {
  /** How much is looked at before the first event: about a thousand rows of a wide table. */
  static final int HEAD_BYTES = 256 * 1024;

  private static final int UNPACKED_AT_ONCE = 64 * 1024;

  private final Path file;
  private final String name;
  private final boolean packed;
  private final CountingStream counted;
  private final long size;
  private final byte[] head;
  private final InputStream text;

  private TableInput(
      Path file, boolean packed, CountingStream counted, long size, byte[] head, InputStream text) {
    this.file = file;
    this.name = nameOf(file);
    this.packed = packed;
    this.counted = counted;
    this.size = size;
    this.head = head;
    this.text = text;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read or is no text, with a message for the user
   */
  static TableInput open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder. Name a file in it.");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file + ": there is no such file. Check the spelling.");
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": may not be read. Check its permissions.");
    }
    long size = Files.isRegularFile(file) ? Files.size(file) : 0;
    CountingStream counted = new CountingStream(Files.newInputStream(file));
    try {
      return of(file, counted, size);
    } catch (IOException unfit) {
      counted.close();
      throw unfit;
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static TableInput of(Path file, CountingStream counted, long size) throws IOException {
    String name = nameOf(file);
    InputStream raw = new BufferedInputStream(counted, 64 * 1024);
    raw.mark(4);
    byte[] magic = raw.readNBytes(4);
    raw.reset();
    boolean gzip = starts(magic, 0x1f, 0x8b);
    InputStream unpacked = raw;
    if (gzip) {
      try {
        unpacked = new UnpackedStream(name, new GZIPInputStream(raw, 64 * 1024));
      } catch (EOFException | ZipException broken) {
        throw new IOException(
            name + ": the gzip header is broken or cut off. Copy the file again.", broken);
      }
    } else {
      requireText(name, magic);
    }
    byte[] head = new byte[HEAD_BYTES];
    int filled = 0;
    InputStream rest = unpacked;
    boolean whole = true;
    try {
      for (int n = 0; n >= 0 && filled < head.length; filled += Math.max(n, 0)) {
        n = unpacked.read(head, filled, head.length - filled);
      }
    } catch (EOFException cutOff) {
      rest = new CutOffStream();
      whole = false;
    }
    if (filled == 0 && !whole) {
      throw new IOException(
          name + ": its gzip data are cut off before the first line. Copy the file again.");
    }
    int skip = starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    byte[] text = Arrays.copyOfRange(head, skip, filled);
    requireText(name, text);
    return new TableInput(
        file,
        gzip,
        counted,
        size,
        text,
        new SequenceInputStream(new ByteArrayInputStream(text), rest));
  }

  /**
   * What is to be said instead of what a reader found wrong: damaged gzip data unpack to rows that
   * look wrong long before the damage itself is met, so a packed file is looked through first.
   */
  IOException blame(IOException unfit) {
    if (!packed || !Files.isRegularFile(file)) {
      return unfit;
    }
    try (InputStream all =
        new UnpackedStream(
            name, new GZIPInputStream(Files.newInputStream(file), UNPACKED_AT_ONCE))) {
      byte[] passedOver = new byte[UNPACKED_AT_ONCE];
      while (all.read(passedOver) >= 0) {
        // only whether it can be read is asked
      }
      return unfit;
    } catch (EOFException cutOff) {
      return unfit;
    } catch (IOException damaged) {
      return damaged;
    }
  }

  private static void requireText(String name, byte[] head) throws IOException {
    if (head.length == 0) {
      throw new IOException(name + ": is empty. Export it again.");
    }
    String what = "";
    if (starts(head, 'O', 'b', 'j', 1)) {
      what = "is a recording (Avro), not a table. Open it without a profile.";
    } else if (starts(head, 'P', 'K', 3, 4)) {
      what = "is a zip archive or a spreadsheet, not text. Save the sheet as CSV.";
    } else if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
      what = "is UTF-16 text. Save it as UTF-8.";
    } else {
      for (byte b : head) {
        if (b == 0) {
          what = "holds binary bytes, so it is no text table. Export it as CSV.";
          break;
        }
      }
    }
    if (!what.isEmpty()) {
      throw new IOException(name + ": " + what);
    }
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** File name without its folder. */
  String name() {
    return name;
  }

  /** The first bytes of the text, at most {@link #HEAD_BYTES}. */
  byte[] head() {
    return head;
  }

  /** The whole text, its head included. */
  InputStream text() {
    return text;
  }

  /**
   * Share of the file that was read, 0 to 1; NaN for a pipe.
   *
   * @param bytesRead bytes of text that were used so far
   */
  double progress(long bytesRead) {
    if (head.length < HEAD_BYTES - 3) {
      return Math.min(1.0, bytesRead / (double) Math.max(1, head.length));
    }
    return size > 0 ? Math.min(1.0, counted.count.get() / (double) size) : Double.NaN;
  }

  @Override
  public void close() throws IOException {
    counted.close();
  }

  private static final class CountingStream extends FilterInputStream {
    private final AtomicLong count = new AtomicLong();

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count.addAndGet(Math.max(n, 0));
      return n;
    }
  }
}
