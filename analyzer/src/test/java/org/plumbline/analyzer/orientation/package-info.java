/** Contracts, reference figures and benchmarks of the orientation package. */
@NullMarked
package org.plumbline.analyzer.orientation;

import org.jspecify.annotations.NullMarked;
