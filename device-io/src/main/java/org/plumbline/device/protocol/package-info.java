/**
 * Wire formats: bytes with arrival stamps in, typed messages out, and what to say to a device.
 *
 * <p>Nothing here does I/O, starts a thread or reads a clock; a port, a file of raw bytes and a
 * test all feed the same {@link org.plumbline.device.protocol.FrameDecoder}. What cannot be read is
 * a {@link org.plumbline.device.protocol.Message.Damaged} with its size and reason, never a shorter
 * list and never a guess.
 *
 * <pre>
 * bytes + arrival ─▶ FrameDecoder ─▶ Message*        (host)
 * bytes to write  ◀─ DeviceDriver ◀─ probe, start, stop, time
 *
 * PlumblineFrameDecoder, PlumblineDriver               the host's end of docs/wire-protocol.md
 * PlumblineFrameEncoder, PlumblineCommandDecoder       the device's end: simulators, test benches
 * </pre>
 *
 * <p>A new device is one decoder and one driver.
 */
@NullMarked
package org.plumbline.device.protocol;

import org.jspecify.annotations.NullMarked;
