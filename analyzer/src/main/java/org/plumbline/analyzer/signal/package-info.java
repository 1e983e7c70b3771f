/** Filters, and rows of a stream on a common time grid. Pure. */
@NullMarked
package org.plumbline.analyzer.signal;

import org.jspecify.annotations.NullMarked;
