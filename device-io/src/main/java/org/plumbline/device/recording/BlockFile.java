package org.plumbline.device.recording;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The blocks of a recording one after the other, decompressed and checked.
 *
 * <p>Avro's own reader reports a torn end as the end of the file and cannot say where damage lies,
 * so the container's simple frame (count, size, data, marker) is read here. A block is read in full
 * before anything of it is believed. When one is no good, the file behind it decides what happened:
 * the marker that closes a block stands behind damage and never behind a tear.
 *
 * <p>Memory is bounded by {@link RecordingFormat#MAX_BLOCK_BYTES}, whatever the file claims.
 */
final class BlockFile implements Closeable {
  private static final int MARKER = RecordingFormat.MARKER_BYTES;
  private static final int LONGEST_FRAME_HEAD = 20;

  /** Data that cannot be compressed becomes longer by less than this. */
  private static final int MAX_COMPRESSED_BYTES =
      RecordingFormat.MAX_BLOCK_BYTES + RecordingFormat.MAX_BLOCK_BYTES / 128;

  private final RandomAccessFile file;
  private final long size;
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final AvroInput input = new AvroInput();
  private FileHeader.Marker marker;
  private long position;
  private long frameEnd;
  private int markerOffset;
  private byte[] compressed = new byte[1 << 16];
  private byte[] block = new byte[1 << 18];

  private BlockFile(RandomAccessFile file, FileHeader header) throws IOException {
    this.file = file;
    size = file.length();
    marker = header.marker();
    position = header.bytes();
  }

  /**
   * Opens a recording and reads its header.
   *
   * @throws IOException when there is none, or none of ours, with what to do
   */
  static BlockFile open(Path path) throws IOException {
    RandomAccessFile file = openFile(path);
    try {
      byte[] start = new byte[(int) Math.min(file.length(), RecordingFormat.MAX_HEADER_BYTES)];
      file.readFully(start);
      FileHeader header = FileHeader.read(path.toString(), start);
      Compression.require(path);
      return new BlockFile(file, header);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static RandomAccessFile openFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(
          file
              + " is a folder, not a recording: choose a "
              + RecordingWriter.EXTENSION
              + " file in it.");
    }
    if (!Files.exists(file)) {
      throw new IOException(
          file + " does not exist: check the name and the folder it should be in.");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is a device or a pipe, not a recording: choose a file.");
    }
    try {
      return new RandomAccessFile(file.toFile(), "r");
    } catch (FileNotFoundException e) {
      throw new IOException(
          file + " cannot be opened (" + e.getMessage() + "): ask its owner to let you read it.",
          e);
    }
  }

  long size() {
    return size;
  }

  /** Where the next block begins. */
  long position() {
    return position;
  }

  /** The events of the block that was loaded last. */
  AvroInput input() {
    return input;
  }

  /** Looks at what stands at the position; a block that is loaded moves it behind the block. */
  BlockStep next() throws IOException {
    if (position == size) {
      return new BlockStep.EndOfFile();
    }
    frameEnd = Long.MAX_VALUE;
    try {
      BlockHead head = load();
      position = frameEnd;
      return new BlockStep.Loaded(head, marker.isAt(compressed, markerOffset));
    } catch (Malformed e) {
      return classify(e.what());
    }
  }

  /** Goes on behind a damaged part. */
  void skip(long bytes) {
    position += bytes;
  }

  /** Believes the marker behind the last block instead of the one known so far. */
  void adoptMarker() {
    marker = new FileHeader.Marker(compressed, markerOffset);
  }

  private BlockHead load() throws IOException {
    int headBytes = (int) Math.min(LONGEST_FRAME_HEAD, size - position);
    read(position, headBytes);
    input.reset(compressed, 0, headBytes);
    long entries = input.readLong();
    long dataBytes = input.readLong();
    if (entries < 1 || dataBytes < 1 || dataBytes > MAX_COMPRESSED_BYTES) {
      throw new Malformed("its length cannot be");
    }
    long dataFrom = position + input.position();
    if (dataFrom + dataBytes + MARKER > size) {
      throw new Malformed("it runs beyond the end of the file");
    }
    frameEnd = dataFrom + dataBytes + MARKER;
    read(dataFrom, (int) dataBytes + MARKER);
    int blockBytes = decompress((int) dataBytes);
    BlockHead head = BlockHead.read(block, blockBytes, input);
    if (head.events() < 1 || head.events() != entries - 1) {
      throw new Malformed("its number of events was changed");
    }
    markerOffset = (int) dataBytes;
    if (!marker.isAt(compressed, markerOffset) && lastWrittenByte() < frameEnd) {
      throw new Malformed("its end was not written completely");
    }
    return head;
  }

  private void read(long from, int bytes) throws IOException {
    if (compressed.length < bytes) {
      compressed = new byte[Math.max(bytes, 2 * compressed.length)];
    }
    file.seek(from);
    file.readFully(compressed, 0, bytes);
  }

  /** Into a buffer that grows up to the bound and no further, so that a bomb bursts outside. */
  private int decompress(int dataBytes) throws Malformed {
    while (true) {
      try {
        return zstd.decompressByteArray(block, 0, block.length, compressed, 0, dataBytes);
      } catch (ZstdException e) {
        if (e.getErrorCode() != Zstd.errDstSizeTooSmall()) {
          throw new Malformed("its data cannot be decompressed (" + e.getMessage() + ")");
        }
        if (block.length >= RecordingFormat.MAX_BLOCK_BYTES) {
          throw new Malformed(
              "its data has more than " + RecordingFormat.MAX_BLOCK_BYTES + " bytes");
        }
        block = new byte[Math.min(RecordingFormat.MAX_BLOCK_BYTES, 4 * block.length)];
      }
    }
  }

  private BlockStep classify(String what) throws IOException {
    long found = FileSearch.firstMarker(file, marker, position, size);
    if (found >= 0) {
      return new BlockStep.Damaged(found + MARKER - position, what);
    }
    long written = lastWrittenByte();
    return frameEnd <= written
        ? new BlockStep.Damaged(frameEnd - position, what)
        : new BlockStep.Torn(size - position, written == position);
  }

  private long lastWrittenByte() throws IOException {
    return FileSearch.endWithoutZeros(file, position, size);
  }

  @Override
  public void close() throws IOException {
    zstd.close();
    file.close();
  }
}
