/**
 * Corrections by hand: a small file beside a recording, and the same as operator's events in a log.
 *
 * <pre>
 * corrections.yaml ─▶ CorrectionFile ─▶ Correction ─▶ CorrectionJson ─▶ Operator CORRECT ─▶ log
 * </pre>
 *
 * <p>Reads text that it is given; touches no file and no clock. What a correction does to a result
 * is decided by the analyzer.
 */
@NullMarked
package org.plumbline.analyzer.correction;

import org.jspecify.annotations.NullMarked;
