/**
 * Recomputes the project's figures: on public recordings with a reference, and on simulated bodies.
 *
 * <pre>
 * folder of data sets ─┐
 * simulated bodies ────┴─▶ ValidationSuite ─▶ Figure ─▶ FigureTable, FigureJson
 * </pre>
 *
 * <p>A figure is about real or about synthetic data, never both. Files are found by their pattern,
 * so another trial, person or side in a folder is evaluated like those already there. Knows no
 * command line. A limit is never chosen here: each figure says where its own comes from.
 */
@NullMarked
package org.plumbline.tools.validate;

import org.jspecify.annotations.NullMarked;
