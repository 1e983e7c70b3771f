/**
 * Metrics, rules and what they conclude: a verdict per repetition, a finding per set.
 *
 * <p>Missing is an answer here: a rule that cannot measure says not assessable, why, and what to do
 * about it.
 */
@NullMarked
package org.plumbline.analyzer.quality;

import org.jspecify.annotations.NullMarked;
