package org.plumbline.device.session;

/**
 * How full the sequencer's queue is, for the screen and for metrics.
 *
 * @param queued events waiting now
 * @param capacity of the queue
 * @param highWater most that ever waited
 * @param overflowed samples replaced by a loss because the queue was full
 * @param delivered events handed out
 */
public record SequencerCounts(
    int queued, int capacity, int highWater, long overflowed, long delivered) {}
