/**
 * The live window: what a clinician sees while a person moves, and again when a recording plays.
 *
 * <pre>
 * analyzer's thread:  events, notices, LiveState ─▶ SessionBoard ─▶ SessionView (immutable)
 * Swing's thread:     timer, at most 30 a second ──────────────────────▲ reads, paints
 *                     buttons ─▶ SessionControls ─▶ session log
 * </pre>
 *
 * <p>Nothing here analyzes, reads a file or waits. The only package that knows FlatLaf and
 * MigLayout.
 */
@NullMarked
package org.plumbline.tools.live;

import org.jspecify.annotations.NullMarked;
