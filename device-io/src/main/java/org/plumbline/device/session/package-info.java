/**
 * Live sessions: n links, a person and a clock become one ordered session log.
 *
 * <p>Nothing here knows a wire format or a serial library. Everything but {@link
 * org.plumbline.device.session.LiveSession} and its runner is driven by its caller, with times
 * handed in, so that tests need no threads.
 *
 * <pre>
 * SerialLink ─▶ FrameDecoder ─▶ LinkSession ─▶ Inlet ─┐
 *   (one daemon thread per port)  ClockFit            ├─▶ Sequencer ─▶ next(): recorder + analyzer
 * operator, contexts ─────────────────────────────────┤   (one consuming thread)
 * monotonic clock ─▶ Tick ────────────────────────────┘
 * LinkSupervisor: opens, asks, starts, reconnects and stops one port
 * </pre>
 *
 * <p>Whatever overflows is decided before the Sequencer hands anything out, so that what is
 * recorded is what was analyzed.
 */
@NullMarked
package org.plumbline.device.session;

import org.jspecify.annotations.NullMarked;
