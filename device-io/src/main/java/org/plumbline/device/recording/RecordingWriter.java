package org.plumbline.device.recording;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;

/**
 * Writes one session log into one new file, a block a second, and never touches it again.
 *
 * <p>Each block is handed to the operating system as soon as it is full, in one piece: when the
 * program is killed at most the last second is missing, and what is there can be read. What gives
 * the rest its meaning (start, descriptions, contexts, the operator's actions) is written at once,
 * in blocks of its own. With {@link Ended} the file is complete, forced to disk and closed; a file
 * closed without it is read as interrupted.
 *
 * <p>One thread. {@link #append} compresses and writes every now and then (about a millisecond, at
 * times tens of them), so a live session calls it from a thread of its own behind a bounded queue.
 *
 * <p>Errors: an event that breaks the order of a log, or one too long to be stored, is the caller's
 * mistake ({@link IllegalArgumentException}, nothing is written). When the disk is full or gone the
 * call that meets it and every later one throw an {@link IOException}; what was written before
 * stays readable.
 */
public final class RecordingWriter implements Closeable {
  /** Of the file names; the content is an Avro object container file. */
  public static final String EXTENSION = ".plog";

  /** With the tick that may be due before the next event it makes a second. */
  private static final long BLOCK_NANOS = 1_000_000_000L - Tick.PERIOD_NANOS;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Path file;

  /** Not a channel, because interrupting a thread closes a channel under it. */
  private final RandomAccessFile disk;

  /** Where Avro puts header and blocks, so that no error of the disk can happen inside it. */
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream(1 << 16);

  private final DataFileWriter<Object> container;
  private final LogOrder order = new LogOrder();
  private final AvroOutput block = new AvroOutput();
  private final AvroOutput head = new AvroOutput();
  private final EventEncoder encoder = new EventEncoder(block);

  private long blockNumber;
  private BlockHead.Tally beforeBlock = BlockHead.Tally.NOTHING;
  private BlockHead.Tally soFar = BlockHead.Tally.NOTHING;
  private long blockFromNanos;
  private boolean closed;
  private Optional<IOException> failure = Optional.empty();

  /**
   * Creates the file.
   *
   * @param file must not exist; by convention ends with {@link #EXTENSION}
   * @throws IOException when it cannot be created, with what to do
   */
  public static RecordingWriter create(Path file) throws IOException {
    return create(file, Optional.empty());
  }

  /**
   * The same, for a file whose bytes are to depend on nothing but its events.
   *
   * @param seed what the mark between blocks is made from, which is drawn at random otherwise; it
   *     should be of this log alone, so that no two logs have one in common
   */
  public static RecordingWriter create(Path file, String seed) throws IOException {
    return create(file, Optional.of(seed));
  }

  private static RecordingWriter create(Path file, Optional<String> seed) throws IOException {
    Compression.require(file);
    try {
      Files.createFile(file); // fails, atomically, when there is one
      return new RecordingWriter(file, new RandomAccessFile(file.toFile(), "rw"), seed);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          file + " already exists, and a recording is never overwritten: choose another name.", e);
    } catch (NoSuchFileException e) {
      throw new IOException(
          file + ": the folder to record into does not exist: create it, or choose another.", e);
    } catch (AccessDeniedException e) {
      throw new IOException(
          file + ": writing here is not permitted: choose another folder, or ask its owner.", e);
    } catch (FileSystemException e) {
      throw new IOException(
          file
              + ": the recording cannot be created ("
              + reason(e)
              + "): choose another folder or name.",
          e);
    }
  }

  /** Takes an open, empty file; {@code file} is only its name for messages. */
  RecordingWriter(Path file, RandomAccessFile disk) throws IOException {
    this(file, disk, Optional.empty());
  }

  private RecordingWriter(Path file, RandomAccessFile disk, Optional<String> seed)
      throws IOException {
    this.file = file;
    this.disk = disk;
    container = new DataFileWriter<>(new GenericDatumWriter<>());
    container.setCodec(CodecFactory.zstandardCodec(RecordingFormat.COMPRESSION_LEVEL, true));
    container.setMeta(RecordingFormat.VERSION_KEY, RecordingFormat.VERSION);
    // Blocks end where this class ends them, so Avro's own bound lies beyond the longest.
    container.setSyncInterval(RecordingFormat.MAX_BLOCK_BYTES);
    if (seed.isPresent()) {
      container.create(RecordingFormat.schema(), piece, markOf(seed.get()));
    } else {
      container.create(RecordingFormat.schema(), piece);
    }
  }

  /** 16 bytes, as long as an Avro mark is. */
  private static byte[] markOf(String seed) {
    try {
      byte[] text = seed.getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Appends an event. Very long sample events are stored as several neighbouring ones.
   *
   * @throws IllegalArgumentException when the event may not come here in a log, or is too long
   * @throws IOException when it could not be written, now or earlier
   */
  public void append(SessionEvent event) throws IOException {
    if (failure.isPresent()) {
      throw new IOException(failure.get().getMessage(), failure.get());
    }
    if (closed) {
      throw new IllegalArgumentException(file + ": not recorded: the recording is closed");
    }
    Optional<String> problem = order.problemWith(event);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(file + ": not recorded: " + problem.get());
    }
    if (event instanceof Samples samples) {
      appendInParts(samples);
    } else if (standsAlone(event)) {
      writeBlock();
      add(event);
      writeBlock();
    } else {
      add(event);
    }
    if (event.atNanos() - blockFromNanos >= BLOCK_NANOS) {
      writeBlock();
    }
    if (event instanceof Ended) {
      close();
    }
  }

  /**
   * Whether what follows would be misread without the event. It gets a block of its own, at once,
   * so that damage to a second of samples does not take it along.
   */
  private static boolean standsAlone(SessionEvent event) {
    return event instanceof Started
        || event instanceof Described
        || event instanceof ContextApplied
        || event instanceof Operator
        || event instanceof Ended;
  }

  private void appendInParts(Samples samples) throws IOException {
    int most =
        Math.min(RecordingFormat.MAX_SAMPLES, RecordingFormat.MAX_VALUES / samples.channels());
    if (samples.size() <= most) {
      add(samples);
      return;
    }
    for (int from = 0; from < samples.size(); from += most) {
      add(samples.slice(from, Math.min(samples.size(), from + most)));
    }
  }

  private void add(SessionEvent event) throws IOException {
    try {
      encoder.encode(event);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": not recorded: " + e.getMessage(), e);
    }
    if (soFar.events() == beforeBlock.events()) {
      blockFromNanos = event.atNanos();
    }
    order.accept(event);
    soFar = soFar.plus(event);
    if (block.size() >= RecordingFormat.BLOCK_TARGET_BYTES) {
      writeBlock();
    }
  }

  /** Closes the current block, if it has an event, and hands it to the operating system. */
  private void writeBlock() throws IOException {
    int events = (int) (soFar.events() - beforeBlock.events());
    if (events == 0) {
      return;
    }
    head.truncate(0);
    new BlockHead(blockNumber, beforeBlock, events).write(head, block.view(0, block.size()));
    container.appendEncoded(head.view(0, head.size()));
    appendEvents(events);
    container.flush();
    writePiece();
    block.truncate(0);
    beforeBlock = soFar;
    blockNumber++;
  }

  /** Avro counts calls, not bytes: the first carries them all, the others only the number. */
  private void appendEvents(int events) throws IOException {
    container.appendEncoded(block.view(0, block.size()));
    for (int i = 1; i < events; i++) {
      container.appendEncoded(NOTHING);
    }
  }

  private void writePiece() throws IOException {
    long from = disk.getFilePointer();
    try {
      disk.write(piece.toByteArray());
      piece.reset();
    } catch (IOException e) {
      cutBackTo(from, e);
      throw fail(e);
    }
  }

  /** A block that was written by half would only make other programs stumble. */
  private void cutBackTo(long size, IOException cause) {
    try {
      disk.setLength(size);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private IOException fail(IOException cause) {
    IOException told =
        new IOException(
            file
                + ": recording stopped, because writing failed ("
                + reason(cause)
                + "). What was recorded before is kept and can be opened. Free space on the disk or"
                + " choose another, and start a new recording.",
            cause);
    failure = Optional.of(told);
    return told;
  }

  private static String reason(IOException cause) {
    String said = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
    return said == null ? cause.getClass().getSimpleName() : said;
  }

  /**
   * Writes what is left, forces the file to disk and closes it. Without {@link Ended} before it,
   * readers will say that the log was interrupted.
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (RandomAccessFile closing = disk) {
      if (failure.isEmpty()) {
        writeBlock();
        forceToDisk(closing);
      }
    }
  }

  private void forceToDisk(RandomAccessFile closing) throws IOException {
    try {
      closing.getFD().sync();
    } catch (IOException e) {
      throw fail(e);
    }
  }
}
