/**
 * From inertial samples to the orientation of a sensor, and from there to the orientation of a
 * segment: filters, calibration, sensor health.
 *
 * <p>Quaternions are scalar first and take sensor (or segment) coordinates to earth coordinates,
 * ENU, z up. Pure.
 */
@NullMarked
package org.plumbline.analyzer.orientation;

import org.jspecify.annotations.NullMarked;
