/** Tests. */
@NullMarked
package org.plumbline.analyzer.emg;

import org.jspecify.annotations.NullMarked;
