package org.plumbline.device.recording;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Looks through the rest of a file whose next block is no good. */
final class FileSearch {
  private static final int WINDOW = 1 << 16;

  private FileSearch() {}

  /** Where {@code marker} stands first between {@code from} and {@code to}, or -1. */
  static long firstMarker(RandomAccessFile file, FileHeader.Marker marker, long from, long to)
      throws IOException {
    byte[] window = new byte[WINDOW];
    int step = WINDOW - RecordingFormat.MARKER_BYTES + 1;
    for (long at = from; at + RecordingFormat.MARKER_BYTES <= to; at += step) {
      int bytes = (int) Math.min(WINDOW, to - at);
      file.seek(at);
      file.readFully(window, 0, bytes);
      for (int i = 0; i + RecordingFormat.MARKER_BYTES <= bytes; i++) {
        if (marker.isAt(window, i)) {
          return at + i;
        }
      }
    }
    return -1;
  }

  /** The place behind the last byte between {@code from} and {@code to} that is not zero. */
  static long endWithoutZeros(RandomAccessFile file, long from, long to) throws IOException {
    byte[] window = new byte[WINDOW];
    for (long end = to; end > from; ) {
      int bytes = (int) Math.min(WINDOW, end - from);
      file.seek(end - bytes);
      file.readFully(window, 0, bytes);
      for (int i = bytes; i > 0; i--) {
        if (window[i - 1] != 0) {
          return end - bytes + i;
        }
      }
      end -= bytes;
    }
    return from;
  }
}
