package org.plumbline.device.protocol;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.protocol.Message.Damaged;

/** Feeds a decoder and keeps what it gives out. */
final class Listener {
  final FrameDecoder decoder;
  final List<Message> messages = new ArrayList<>();

  Listener(FrameDecoder decoder) {
    this.decoder = decoder;
  }

  Listener hear(byte[] bytes) {
    return hear(bytes, 0);
  }

  Listener hear(byte[] bytes, long arrivalNanos) {
    decoder.decode(bytes, 0, bytes.length, arrivalNanos, messages::add);
    return this;
  }

  Listener end(long arrivalNanos) {
    decoder.end(arrivalNanos, messages::add);
    return this;
  }

  /** What could be read. */
  List<Message> read() {
    return messages.stream().filter(m -> !(m instanceof Damaged)).toList();
  }

  List<Damaged> damaged() {
    return messages.stream().filter(Damaged.class::isInstance).map(Damaged.class::cast).toList();
  }

  long damagedBytes() {
    return damaged().stream().mapToLong(Damaged::bytes).sum();
  }

  Damaged onlyDamage() {
    if (damaged().size() != 1) {
      throw new AssertionError("damage: " + damaged());
    }
    return damaged().get(0);
  }
}
