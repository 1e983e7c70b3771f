/**
 * Where repetitions begin, turn and end, from the inclination of a segment. Nothing here judges
 * quality, and no threshold is shared with a rule. Pure.
 */
@NullMarked
package org.plumbline.analyzer.repetition;

import org.jspecify.annotations.NullMarked;
