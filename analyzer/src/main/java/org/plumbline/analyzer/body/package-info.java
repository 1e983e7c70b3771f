/**
 * The worn segments of a session, independent of sets: posture, movements of the set-up, how each
 * sensor sits and how that is learned, checked and withdrawn. Pure.
 */
@NullMarked
package org.plumbline.analyzer.body;

import org.jspecify.annotations.NullMarked;
