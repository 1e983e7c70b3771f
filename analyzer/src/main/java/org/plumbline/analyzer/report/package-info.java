/**
 * A session result as files for others: JSON for programs, CSV for researchers, one HTML page for
 * people.
 *
 * <p>JSON {@code result} and the CSV files have the same bytes for an equal {@link
 * org.plumbline.analyzer.result.SessionResult} on every machine, JDK, locale and time zone: numbers
 * are rounded to stated decimals, keys and rows keep their order. The page is for eyes and need not
 * be identical. Nothing here concludes anything; what is not in the result is not in a report. The
 * format is written down in {@code docs/report-format.md}.
 *
 * <pre>
 * SessionResult ─┬─▶ ReportJson  ─▶ {schema, result, run}
 *                ├─▶ ReportCsv   ─▶ repetitions, verdicts, curves, streams, EMG quality
 *                └─▶ ReportHtml  ─▶ one page (template in src/main/jte, pictures from .chart)
 * </pre>
 */
@NullMarked
package org.plumbline.analyzer.report;

import org.jspecify.annotations.NullMarked;
