/** Files of corrections, good and damaged. */
@NullMarked
package org.plumbline.analyzer.correction;

import org.jspecify.annotations.NullMarked;
