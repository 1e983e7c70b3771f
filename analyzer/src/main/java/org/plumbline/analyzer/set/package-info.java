/**
 * One set: counts, guards, measures and judges its repetitions, with what was corrected by hand.
 * Pure.
 */
@NullMarked
package org.plumbline.analyzer.set;

import org.jspecify.annotations.NullMarked;
