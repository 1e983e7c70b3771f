package org.plumbline.device.protocol;

/**
 * What went through a {@link FrameDecoder} since it was made.
 *
 * @param bytes all bytes that came in
 * @param frames whole frames that became a message other than {@link Message.Damaged}
 * @param repeats whole frames that repeated an event already reported and gave no message
 * @param damaged {@link Message.Damaged} messages given out
 * @param discardedBytes the sum of {@link Message.Damaged#bytes()}
 * @param undescribed those of {@code damaged} that were whole data frames of a stream whose
 *     description had not arrived
 */
public record DecoderCounts(
    long bytes, long frames, long repeats, long damaged, long discardedBytes, long undescribed) {}
