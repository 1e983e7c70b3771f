/**
 * The program itself: wires ports, files and the simulated body to recorder, analyzer, window and
 * reports, and measures itself while it does.
 *
 * <pre>
 * cli ─▶ live (window)
 *  ├──┴─▶ run: SessionSource ─▶ recorder and SessionAnalyzer ─▶ notices, state, result
 *  └─▶ validate: public recordings, simulated bodies ─▶ figures beside their references
 * </pre>
 */
@NullMarked
package org.plumbline.tools;

import org.jspecify.annotations.NullMarked;
