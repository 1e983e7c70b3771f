/**
 * The session log as an Avro object container file ({@code .plog}), and back.
 *
 * <p>A recording is written once, block by block, and never edited. What comes back is what went
 * in, bit for bit, or a sentence: a file that was cut off yields everything up to the tear and says
 * that it was interrupted; a file that was changed is refused, or read around with the hole marked.
 * The form of the file is told in {@code docs/recording-format.md}. Nothing here makes a thread,
 * reads a clock or interprets a sample; no type of Avro or zstd appears in a public signature.
 *
 * <pre>
 * SessionEvent ─▶ LogOrder ─▶ EventEncoder ─▶ a block a second ─▶ Avro, zstd ─▶ file
 *                                                                                │
 * SessionEvent ◀─ LogOrder ◀─ EventDecoder ◀─ bytes that match their CRC ◀─ BlockFile
 * </pre>
 *
 * <p>Avro logs at debug level that optional codecs are missing; keep {@code org.apache.avro} at
 * info.
 */
@NullMarked
package org.plumbline.device.recording;

import org.jspecify.annotations.NullMarked;
