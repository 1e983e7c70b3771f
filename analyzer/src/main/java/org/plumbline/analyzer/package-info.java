/**
 * The analysis from top to bottom: a pure fold over a session log.
 *
 * <p>{@link org.plumbline.analyzer.SessionAnalyzer} is the file to read first. Nothing here touches
 * a clock, a file, a thread, a log or a random number, so live and replay of one log give the same
 * {@link org.plumbline.analyzer.result.SessionResult}.
 *
 * <pre>
 * SessionEvent* ─▶ SessionAnalyzer ─▶ Notice* (live) and SessionResult
 *                    │ orientation ─▶ kinematics ─▶ repetition ─▶ quality
 *                    └ emg ───────────────────────────────────────▲
 * </pre>
 */
@NullMarked
package org.plumbline.analyzer;

import org.jspecify.annotations.NullMarked;
