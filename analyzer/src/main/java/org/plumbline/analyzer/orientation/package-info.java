/**
 * From inertial samples to the orientation of a sensor, and from there to the orientation of a
 * segment: filters and calibration.
 *
 * <p>Quaternions are scalar first and take sensor (or segment) coordinates to earth coordinates,
 * ENU, z up. Pure. Nothing here drops a sample silently or treats the two sides of a gap as
 * neighbours.
 *
 * <pre>
 * {gx gy gz ax ay az} with index and device time
 *   ─▶ GapFiller ─┬─ sample (real or filled) ─▶ OrientationFilter.update ─▶ orientation
 *                 └─ gap (bridged or not) ───▶ OrientationFilter.resettle
 * </pre>
 *
 * <p>Every {@link OrientationSource} says what its orientation means. {@link VqfFilter} is what the
 * analysis runs unless another {@link OrientationMethod} is asked for. {@link VqfMagneticFilter}
 * adds heading from a magnetometer, by {@link VqfHeading} as published or by our own {@link
 * SteadyHeading}; {@link VqfOffline} does both over a whole record. {@link
 * AccelerometerInclination} and {@link DeviceOrientation} are for sensors that have no gyroscope,
 * or do it themselves.
 */
@NullMarked
package org.plumbline.analyzer.orientation;

import org.jspecify.annotations.NullMarked;
