/**
 * What is wrong with an inertial sensor, what of it can be put right, and what that leaves.
 *
 * <p>{@link org.plumbline.analyzer.health.SensorCare} is the file to read first. Every fault is a
 * named {@link org.plumbline.analyzer.health.HealthFinding}. A repair uses only factors and axis
 * orders that are known to happen, takes effect from the sample of its detection on, and is said.
 * Pure; no allocation per sample.
 *
 * <pre>
 * sample ─▶ SampleClock ─▶ ImuRepair ─▶ GapFiller ─▶ SensorCare.update ─┬▶ SensorHealth
 *            index, time     units,                                      ├▶ GyroscopeAgreement
 *                            axes, bias ◀── repairs ─────────────────────┴▶ AccelerometerCalibration
 * </pre>
 */
@NullMarked
package org.plumbline.analyzer.health;

import org.jspecify.annotations.NullMarked;
