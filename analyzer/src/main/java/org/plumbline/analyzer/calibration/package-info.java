/**
 * How each sensor sits on its segment: a static pose gives the long axis, a movement the lateral
 * one, and every calibration says how far it can be off. Knows nothing of streams or sessions.
 * Pure.
 *
 * <pre>
 * StandingPose ──▶ "up" in the sensor ─┐
 * FunctionalAxis ▶ lateral axis ───────┴─▶ SegmentCalibration
 * </pre>
 */
@NullMarked
package org.plumbline.analyzer.calibration;

import org.jspecify.annotations.NullMarked;
