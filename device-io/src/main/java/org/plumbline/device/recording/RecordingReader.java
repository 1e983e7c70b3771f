package org.plumbline.device.recording;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;

/**
 * Reads a recording back as the session log it was written from, event by event.
 *
 * <p>Nothing is handed out that does not match its checksums and its place in the sequence: what
 * comes is a prefix of what was recorded, or with {@link OnDamage#READ_AROUND} leaves out whole
 * blocks and says which. A recording that was cut off ends where it was cut; {@link #interruption}
 * then says so.
 *
 * <p>One thread. At most one block, a second of session, is in memory. Errors are {@link
 * IOException}s that name the file, the block and its bytes; after one, {@link #next} throws it
 * again.
 */
public final class RecordingReader implements SessionSource {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Path file;
  private final BlockFile blocks;
  private final OnDamage onDamage;
  private final EventDecoder decoder;
  private final LogOrder order = new LogOrder();
  private final BlockSequence sequence = new BlockSequence();
  private final Descriptions descriptions = new Descriptions();
  private final Deque<SessionEvent> due = new ArrayDeque<>();

  private int eventsLeft;
  private long blockFrom;
  private long lastAtNanos;
  private boolean finished;
  private Optional<Gap> gap = Optional.empty();
  private Optional<String> interruption = Optional.empty();
  private Optional<IOException> failure = Optional.empty();

  /** Opens a recording that must be what was written. */
  public static RecordingReader open(Path file) throws IOException {
    return open(file, OnDamage.REFUSE);
  }

  /**
   * Opens a recording and reads its start.
   *
   * @throws IOException when there is none, or none that can be read, with what to do
   */
  public static RecordingReader open(Path file, OnDamage onDamage) throws IOException {
    RecordingReader reader = new RecordingReader(file, BlockFile.open(file), onDamage);
    try {
      reader.readStart();
    } catch (IOException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  private RecordingReader(Path file, BlockFile blocks, OnDamage onDamage) {
    this.file = file;
    this.blocks = blocks;
    this.onDamage = onDamage;
    decoder = new EventDecoder(blocks.input());
  }

  private void readStart() throws IOException {
    Optional<SessionEvent> first = next();
    if (first.isEmpty()) {
      throw new IOException(
          file
              + " holds no event: recording was interrupted before the first one was written. It"
              + " can be deleted.");
    }
    due.addFirst(first.get());
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    if (failure.isPresent()) {
      throw new IOException(failure.get().getMessage(), failure.get());
    }
    try {
      while (due.isEmpty() && !finished) {
        if (eventsLeft > 0) {
          decode();
        } else {
          advance();
        }
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
    return Optional.ofNullable(due.poll());
  }

  @Override
  public double progress() {
    return finished ? 1 : (double) blocks.position() / blocks.size();
  }

  /** Whether the log turned out to have no end; known once {@link #next} came back empty. */
  public boolean interrupted() {
    return interruption.isPresent();
  }

  /** A sentence for people on where and how the log was cut off, when it was. */
  public Optional<String> interruption() {
    return interruption;
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }

  private void decode() throws IOException {
    SessionEvent event;
    try {
      event = decoder.decode();
    } catch (Malformed e) {
      throw miswritten(e.what());
    }
    eventsLeft--;
    if (eventsLeft == 0 && blocks.input().remaining() > 0) {
      throw miswritten("there are bytes behind its last event");
    }
    boolean known = descriptions.know(event, decoder.description(), sequence.soFar());
    sequence.count(event);
    lastAtNanos = event.atNanos();
    if (!known && sequence.hasGap()) {
      descriptions.firstLeftOut(event).ifPresent(reason -> due.add(rejected(0, reason)));
      return;
    }
    Optional<String> problem =
        known
            ? order.problemWith(event)
            : Optional.of("samples of a description that is not in the log");
    if (problem.isPresent()) {
      throw miswritten(problem.get());
    }
    order.accept(event);
    if (event instanceof Ended) {
      checkNothingFollows();
    }
    due.add(event);
  }

  private void advance() throws IOException {
    blockFrom = blocks.position();
    BlockStep step = read();
    if (step instanceof BlockStep.Loaded loaded) {
      arrive(loaded);
    } else if (step instanceof BlockStep.Damaged damaged) {
      refuseOr(damaged.what());
      gap = Optional.of(Gap.of(gap, blockFrom, damaged.bytes(), damaged.what()));
      blocks.skip(damaged.bytes());
    } else if (step instanceof BlockStep.Torn torn) {
      finish(
          order.ended()
              ? ""
              : ". Its last "
                  + torn.bytes()
                  + " bytes, from byte "
                  + blockFrom
                  + " on, are a block that was not written completely");
    } else {
      finish("");
    }
  }

  private BlockStep read() throws IOException {
    try {
      return blocks.next();
    } catch (EOFException e) {
      throw new IOException(
          file + " became shorter while it was read: is it being copied or replaced?", e);
    } catch (IOException e) {
      throw new IOException(
          file
              + ": reading failed at byte "
              + blockFrom
              + " ("
              + e.getMessage()
              + "): check the disk, and read a copy.",
          e);
    }
  }

  private void arrive(BlockStep.Loaded loaded) throws IOException {
    if (!loaded.endMarkerIntact()) {
      refuseOr("the marker at its end was changed");
      blocks.adoptMarker();
      due.add(
          rejected(
              RecordingFormat.MARKER_BYTES,
              where() + ": the marker at its end was changed. No event is missing."));
    }
    BlockHead head = loaded.head();
    if (!sequence.isNext(head)) {
      refuseOr("block " + head.number() + " stands in its place");
      if (sequence.isRepeated(head)) {
        due.add(rejected(blocks.position() - blockFrom, where() + " was read before."));
        return;
      }
    }
    closeGap(Optional.of(head));
    sequence.accept(head);
    eventsLeft = head.events();
  }

  /** Tells what is missing, when something is, before the events of {@code head} or the end. */
  private void closeGap(Optional<BlockHead> head) throws IOException {
    boolean complete = gap.isEmpty() && head.map(sequence::isNext).orElse(true);
    if (complete) {
      return;
    }
    if (!order.started()) {
      throw new IOException(
          file
              + ": the first block, which says whose session this is, is damaged or missing."
              + " Nothing behind it can be read; restore the file from a copy.");
    }
    Gap hole = gap.orElse(new Gap(blockFrom, 0, "a part of the file was taken out"));
    gap = Optional.empty();
    due.add(rejected(hole.bytes(), hole.sentence(head.map(sequence::missingBefore))));
    for (LogOrder.Expected stream : order.streams()) {
      due.add(Gap.lost(lastAtNanos, stream));
    }
    sequence.noteGap();
  }

  private void finish(String how) throws IOException {
    closeGap(Optional.empty());
    finished = true;
    if (order.started() && !order.ended()) {
      interruption =
          Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s was interrupted: the log has no end, its last event is at %.1f s%s."
                      + " Everything before was read.",
                  file,
                  lastAtNanos / NANOS_PER_SECOND,
                  how));
    }
  }

  /** A file that ended and goes on was changed, even where no event of it was. */
  private void checkNothingFollows() throws IOException {
    blockFrom = blocks.position();
    BlockStep step = read();
    boolean nothing =
        step instanceof BlockStep.EndOfFile
            || (step instanceof BlockStep.Torn torn && torn.onlyZeros());
    if (eventsLeft > 0 || !nothing) {
      refuseOr("the log has ended before it");
      due.add(rejected(blocks.size() - blockFrom, where() + ": the log has ended before it."));
    }
    eventsLeft = 0;
    finished = true;
  }

  private Rejected rejected(long bytes, String reason) {
    return new Rejected(lastAtNanos, file.toString(), bytes, reason);
  }

  private String where() {
    return "block " + sequence.nextNumber() + " at byte " + blockFrom;
  }

  private void refuseOr(String what) throws IOException {
    if (onDamage == OnDamage.REFUSE) {
      throw new IOException(
          file
              + ", "
              + where()
              + ": "
              + what
              + ", so the file is not what was recorded. Nothing from there on was used. Restore it"
              + " from a copy, or read around the damage (--read-around-damage): what is missing is then marked as lost.");
    }
  }

  private IOException miswritten(String what) {
    return new IOException(
        file
            + ", block "
            + (sequence.nextNumber() - 1)
            + " at byte "
            + blockFrom
            + ": "
            + what
            + ". The bytes are as they were written, so the program that wrote them made the mistake:"
            + " please report it, with "
            + sequence.soFar().events()
            + " as the number of events before it.");
  }
}
