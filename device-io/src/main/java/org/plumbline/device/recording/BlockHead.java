package org.plumbline.device.recording;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;

/**
 * First entry of a block: where it belongs and what it must hold.
 *
 * @param number of the block in the file, from 0
 * @param before what all earlier blocks hold
 * @param events in this block
 */
record BlockHead(long number, Tally before, int events) {

  /** How many events there were, and of those kinds whose loss changes what follows. */
  record Tally(long events, long descriptions, long contexts, long operators) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(SessionEvent event) {
      return new Tally(
          events + 1,
          descriptions + (event instanceof Described ? 1 : 0),
          contexts + (event instanceof ContextApplied ? 1 : 0),
          operators + (event instanceof Operator ? 1 : 0));
    }

    Tally minus(Tally other) {
      return new Tally(
          events - other.events,
          descriptions - other.descriptions,
          contexts - other.contexts,
          operators - other.operators);
    }
  }

  /** Writes the head for a block whose other bytes are {@code body}. */
  void write(AvroOutput out, ByteBuffer body) {
    int from = out.size();
    out.writeEnum(Branch.BLOCK);
    out.writeLong(number);
    out.writeLong(before.events);
    out.writeLong(before.descriptions);
    out.writeLong(before.contexts);
    out.writeLong(before.operators);
    out.writeInt(events);
    CRC32C crc = new CRC32C();
    crc.update(out.view(from, out.size()));
    crc.update(body);
    out.writeLong(crc.getValue());
  }

  /** Reads the head of a decompressed block and leaves {@code in} at the first event. */
  static BlockHead read(byte[] block, int size, AvroInput in) throws Malformed {
    in.reset(block, 0, size);
    if (in.readEnum(Branch.values()) != Branch.BLOCK) {
      throw new Malformed("it does not start with its number and checksum");
    }
    BlockHead head =
        new BlockHead(
            in.readLong(),
            new Tally(in.readLong(), in.readLong(), in.readLong(), in.readLong()),
            in.readInt());
    int crcFrom = in.position();
    long stated = in.readLong();
    CRC32C crc = new CRC32C();
    crc.update(block, 0, crcFrom);
    crc.update(block, in.position(), in.remaining());
    if (crc.getValue() != stated) {
      throw new Malformed("its data does not match its checksum");
    }
    return head;
  }
}
