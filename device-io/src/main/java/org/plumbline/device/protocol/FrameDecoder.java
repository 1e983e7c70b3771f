package org.plumbline.device.protocol;

import java.util.function.Consumer;

/**
 * Bytes of one link with their arrival stamps in, messages out; one class per wire format.
 *
 * <p>No I/O, thread or clock. One thread calls it. Any chunking of the same bytes with the same
 * stamps gives the same messages. Memory is bounded whatever arrives, and nothing that arrives
 * throws. A message carries the stamp of the byte that completed it.
 *
 * <p>Sample index and device time of {@link Message.Data} wrap at 2^32 in every format: a decoder
 * of a narrower counter widens it, and names a gap it cannot measure as damaged.
 */
public interface FrameDecoder {

  /**
   * Reads {@code length} bytes that arrived at {@code arrivalNanos}; {@code bytes} is not kept.
   *
   * @param arrivalNanos host monotonic time right after the read that brought them
   * @param out called once per message, in order, before this method returns
   */
  void decode(
      byte[] bytes, int offset, int length, long arrivalNanos, Consumer<? super Message> out);

  /**
   * The link is gone: an unfinished frame becomes {@link Message.Damaged}, and everything but the
   * counts is forgotten, because another device may answer on the same port.
   */
  void end(long arrivalNanos, Consumer<? super Message> out);

  /** What went through since the decoder was made. */
  DecoderCounts counts();
}
