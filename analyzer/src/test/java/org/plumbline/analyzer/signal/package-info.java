/** Filters against scipy and iirj, the grid against algebra. */
@NullMarked
package org.plumbline.analyzer.signal;

import org.jspecify.annotations.NullMarked;
