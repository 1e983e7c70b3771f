/**
 * What is to be done in a session, in which order, and when the person is told how it went: blocks
 * of sets with their rests, and a schedule of feedback. Says what comes next and judges nothing;
 * {@code .exercise} reads protocols from YAML, and a context carries them into the log by value.
 */
@NullMarked
package org.plumbline.analyzer.protocol;

import org.jspecify.annotations.NullMarked;
