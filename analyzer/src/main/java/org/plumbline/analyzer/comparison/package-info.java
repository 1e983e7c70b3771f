/**
 * What moved between two analyses: for whoever changes the program, a limit or a parameter and
 * wants to know what it did to results that there are already. Reads what {@code .report} wrote and
 * concludes nothing about movement.
 *
 * <pre>
 * JSON text ─▶ ReportDocument ─┐
 *                              ├─▶ Comparison ─┬─▶ ComparisonText  lines for a console
 * JSON text ─▶ ReportDocument ─┘               └─▶ ComparisonJson  for programs
 * </pre>
 *
 * <p>Everything in which two results can differ ends up in some list of the comparison: what has no
 * place of its own is compared value by value, so "the same" is never said of results that are not.
 */
@NullMarked
package org.plumbline.analyzer.comparison;

import org.jspecify.annotations.NullMarked;
