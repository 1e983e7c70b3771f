/**
 * Exercises and the context of an analysis, as records; read from YAML and JSON.
 *
 * <p>An exercise says what is worn, what counts as a repetition and which rules judge it with which
 * limits; the context is all of that by value, together with what belongs to the person:
 * normalisation and baseline.
 */
@NullMarked
package org.plumbline.analyzer.exercise;

import org.jspecify.annotations.NullMarked;
