/** Mountings that are found again, and those that are refused. */
@NullMarked
package org.plumbline.analyzer.calibration;

import org.jspecify.annotations.NullMarked;
