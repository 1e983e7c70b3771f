/**
 * From segment orientations to the angles of pelvis, trunk, hip and knee, with the axes and signs
 * of {@code docs/conventions.md}. Pure.
 */
@NullMarked
package org.plumbline.analyzer.kinematics;

import org.jspecify.annotations.NullMarked;
