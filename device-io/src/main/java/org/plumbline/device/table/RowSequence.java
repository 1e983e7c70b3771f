package org.plumbline.device.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.plumbline.device.log.Ended;
import org.plumbline.device.table.RowClock.Defect;

/**
 * Reads the rows of a table one after the other and decides which are samples.
 *
 * <p>A row after a hole is held until the next one is there: if that one lies before it, the row
 * that leapt ahead is the wrong one, and there was no hole.
 */
final class RowSequence {
  /** So many wrong rows in succession are no accident. */
  static final int MOST_IN_SUCCESSION = 20;

  /** Below so many wrong rows their share says nothing. */
  static final int MOST_IN_ALL = 20;

  /** A pause as long as a session: two recordings in one file. */
  static final long LONGEST_HOLE_NANOS = 3_600_000_000_000L;

  private final TableLayout layout;
  private final LineReader lines;
  private final RowReader reader;
  private final RowClock clock;
  private final BlockWriter writer;
  private final byte[] comment;

  private Row last;
  private Row held;
  private Row next;
  private boolean hasLast;
  private boolean hasHeld;
  private boolean finished;
  private boolean interrupted;
  private Optional<IOException> failure = Optional.empty();

  private long startUtcMillis;
  private long ordinal;
  private long accepted;
  private long rejected;
  private long inSuccession;
  private long passedOver;
  private long lost;

  RowSequence(TableLayout layout, LineReader lines, RowClock clock, BlockWriter writer)
      throws IOException {
    this.layout = layout;
    this.lines = lines;
    this.reader = new RowReader(layout);
    this.clock = clock;
    this.writer = writer;
    this.comment = TopOfFile.commentOf(layout.profile().format());
    int channels = layout.channelColumns().size();
    this.last = new Row(channels);
    this.held = new Row(channels);
    this.next = new Row(channels);
    TopOfFile.read(lines, layout.profile().format());
  }

  /**
   * Reads the first row, which has to be right: otherwise the profile does not fit.
   *
   * @throws IOException when it is not
   */
  void readFirst() throws IOException {
    if (!nextRowLine()) {
      throw new IOException(layout.file() + ": has no rows of numbers. Export it again.");
    }
    if (!reader.read(lines, next)) {
      throw new IOException(
          reader.place(lines.number())
              + ": "
              + reader.wrong()
              + " in the first row, so the profile "
              + layout.profile().name()
              + " does not fit. If this line is no row, say so (table: unitLines or skipLines);"
              + " else choose another profile or correct this one.");
    }
    startUtcMillis = utcMillis();
    clock.start(next);
    next.ordinal = ordinal++;
    accept();
  }

  private long utcMillis() throws IOException {
    Optional<TableProfile.StartRule> start = layout.profile().start();
    if (start.isEmpty()) {
      return 0;
    }
    String text = reader.text(layout.startColumn());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StampReader stamps = new StampReader(start.get().stamp().pattern());
    long nanos = stamps.nanos(bytes, 0, bytes.length);
    if (nanos == StampReader.NO_STAMP) {
      throw new IOException(
          layout.place(next.line, layout.startColumn())
              + ": expected a stamp like "
              + start.get().stamp().pattern()
              + ", found "
              + Place.quoted(text)
              + ". Correct start: (or time:) in the profile.");
    }
    return start.get().stamp().toUtcMillis(nanos, stamps.hasOffset());
  }

  long bytesRead() {
    return lines.bytesRead();
  }

  /** Wall clock of the first row, or 0 when the table does not say. */
  long startUtcMillis() {
    return startUtcMillis;
  }

  /**
   * Reads one more line.
   *
   * @return false when there is nothing more to come
   * @throws IOException when the file turns out not to fit, after everything before was delivered
   */
  boolean advance() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (finished) {
      return false;
    }
    try {
      if (nextRowLine()) {
        takeLine();
      } else {
        finish();
      }
    } catch (IOException unfit) {
      writer.flush();
      failure = Optional.of(unfit);
    }
    return true;
  }

  /** Moves to the next line that could be a row. */
  private boolean nextRowLine() throws IOException {
    while (lines.next()) {
      if (!lines.isBlank() && !TopOfFile.isComment(lines, comment)) {
        return true;
      }
      passedOver++;
    }
    return false;
  }

  private void takeLine() throws IOException {
    boolean isLast = !lines.isTerminated();
    if (isLast && lines.isCutOff()) {
      breakOff(
          lines.byteLength(),
          "the compressed data end within line " + lines.number() + "; the file was cut off");
      return;
    }
    next.ordinal = ordinal++;
    if (!reader.read(lines, next)) {
      String sentence = reader.place(lines.number()) + ": " + reader.wrong();
      if (isLast) {
        breakOff(
            lines.byteLength(), sentence + "; the last line has no end, so the file was cut off");
      } else {
        reject(next, sentence + "; the row is left out");
      }
      return;
    }
    if (hasHeld) {
      settleHeld();
    }
    Defect defect = clock.follow(last, next);
    if (defect != Defect.NONE) {
      reject(next, RowDefects.sentence(defect, layout, last, next));
    } else if (next.afterHole) {
      Row spare = held;
      held = next;
      next = spare;
      hasHeld = true;
    } else {
      accept();
    }
  }

  /** Decides about the held row now that the one after it is there. */
  private void settleHeld() throws IOException {
    boolean nextIsBefore =
        clock.follow(last, next) == Defect.NONE
            && (next.index < held.index || next.ticksNanos < held.ticksNanos);
    hasHeld = false;
    if (nextIsBefore) {
      reject(held, RowDefects.leapt(layout, last, held));
    } else {
      acceptHeld();
    }
  }

  private void acceptHeld() throws IOException {
    Row spare = next;
    next = held;
    accept();
    held = next;
    next = spare;
  }

  /** Makes {@code next} a sample; it is {@code last} afterwards. */
  private void accept() throws IOException {
    if (writer.stepNanos(next) > LONGEST_HOLE_NANOS) {
      throw new IOException(
          new Place(layout.file(), next.line)
              + ": more than an hour passes since the row before. If these are two recordings,"
              + " split the file here; if not, correct the time or counter in the profile.");
    }
    if (hasLast) {
      lost += next.index - last.index - 1;
    }
    writer.add(next);
    accepted++;
    inSuccession = 0;
    hasLast = true;
    Row spare = last;
    last = next;
    next = spare;
  }

  private void reject(Row row, String sentence) throws IOException {
    writer.reject(row.bytes, sentence);
    rejected++;
    inSuccession++;
    if (inSuccession >= MOST_IN_SUCCESSION
        || (rejected > MOST_IN_ALL && rejected * 10 > accepted + rejected)) {
      throw new IOException(
          sentence
              + ". That is row "
              + rejected
              + " left out of "
              + (accepted + rejected)
              + (inSuccession >= MOST_IN_SUCCESSION
                  ? ", the last " + inSuccession + " in a row"
                  : "")
              + ": the profile "
              + layout.profile().name()
              + " does not fit this file, or the file is two recordings. "
              + "Correct time: and counter: in the profile, or split the file.");
    }
  }

  private void finish() throws IOException {
    settleHeldAtEnd();
    finished = true;
    if (lines.isCutOff()) {
      breakOff(0, "the compressed data end too early; the file was cut off");
      return;
    }
    writer.end(
        new Ended(
            writer.nowNanos(),
            lines.isTerminated()
                ? "end of the file"
                : "end of the file; its last line has no line break"));
  }

  /** A last row after a hole is believed, unless the hole is longer than a session. */
  private void settleHeldAtEnd() throws IOException {
    if (hasHeld) {
      hasHeld = false;
      if (writer.stepNanos(held) > LONGEST_HOLE_NANOS) {
        reject(held, RowDefects.leapt(layout, last, held));
      } else {
        acceptHeld();
      }
    }
  }

  private void breakOff(long bytes, String sentence) throws IOException {
    settleHeldAtEnd();
    finished = true;
    interrupted = true;
    if (bytes > 0) {
      rejected++;
    }
    writer.reject(bytes, sentence + ". What came before is kept. Copy the file again if you can.");
  }

  TableSummary summary(double measuredRateHz) {
    return new TableSummary(
        layout.file(),
        layout.profile().name(),
        layout.ignored(),
        layout.rateHz(),
        measuredRateHz,
        accepted,
        rejected,
        passedOver,
        lost,
        interrupted);
  }
}
