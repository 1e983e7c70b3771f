/** The whole analysis against simulated people with known truth. All data here is synthetic. */
@NullMarked
package org.plumbline.analyzer;

import org.jspecify.annotations.NullMarked;
