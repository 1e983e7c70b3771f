/**
 * Any delimited text file (gzip too) as a session log, described by a small YAML profile.
 *
 * <p>A profile says how the text is cut into cells, which column is time or counter, and what the
 * other columns measured and where on the body. A row may feed several streams. Holes in the
 * counter or in time become {@link org.plumbline.device.log.Lost}; rows that cannot be true become
 * {@link org.plumbline.device.log.Rejected} with a sentence; a file that the profile does not
 * describe is refused. Nothing is guessed about units or placements, nothing is interpolated, and
 * nothing is dropped without being said.
 *
 * <pre>
 * file ─▶ TableInput ─▶ LineReader ─▶ CellSplitter ─▶ RowReader ─▶ RowClock ─▶ BlockWriter ─▶ events
 *         (gzip, BOM)    (lines)       (cells)         (numbers)    (index,     (blocks, ticks,
 *                                                                   time, holes) losses)
 * profile.yaml ─▶ ProfileReader ─▶ TableProfile ─▶ TableLayout (the profile on this file's columns)
 * </pre>
 *
 * <p>The one package of device-io that reads YAML. {@link org.plumbline.device.table.TableSource}
 * is the way in; {@code docs/table-profiles.md} explains every key and every defect.
 */
@NullMarked
package org.plumbline.device.table;

import org.jspecify.annotations.NullMarked;
