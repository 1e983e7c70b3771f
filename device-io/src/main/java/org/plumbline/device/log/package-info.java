/**
 * The session log: one totally ordered sequence of typed events, the contract of the whole program.
 *
 * <p>Everything that decides a result is in the log, and whatever consumes it (recorder, analyzer,
 * window) cannot tell where it came from. Nothing in this package reads a clock, a file or a port.
 *
 * <pre>
 * serial ports ─▶ decode ─▶ clock ─▶ Sequencer ─┐
 * table, recording, simulated body ────────────┴─▶ SessionEvent* ─▶ recorder, SessionAnalyzer
 * </pre>
 *
 * <p>Order of a log: {@link org.plumbline.device.log.Started} first and once, a {@link
 * org.plumbline.device.log.Described} before the first event of a stream, {@link
 * org.plumbline.device.log.Ended} last and once; a log without it was interrupted. Times are
 * nanoseconds since {@code Started}. {@code atNanos} is when an event entered the log on the host's
 * monotonic clock; a sample's own time is its {@code sessionNanos}.
 */
@NullMarked
package org.plumbline.device.log;

import org.jspecify.annotations.NullMarked;
