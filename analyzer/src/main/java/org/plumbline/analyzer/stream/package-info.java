/**
 * Samples of one stream to rows on the common grid: rate, gaps, care, filter; and which stream is
 * worn where. Pure.
 */
@NullMarked
package org.plumbline.analyzer.stream;

import org.jspecify.annotations.NullMarked;
