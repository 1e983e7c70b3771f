/**
 * A session under way: a source is read once and handed to recorder, analyzer and whoever watches.
 *
 * <pre>
 * SessionSource ─▶ SessionRun ─┬─▶ RecorderThread ─▶ recording
 *  (ports, file, PacedSource)  ├─▶ SessionAnalyzer ─▶ Notice, LiveState, SessionResult
 *                              └─▶ Watcher (window, lines on a terminal), Meters
 * </pre>
 *
 * <p>Knows no command line and no window. The only package that knows Micrometer.
 */
@NullMarked
package org.plumbline.tools.run;

import org.jspecify.annotations.NullMarked;
