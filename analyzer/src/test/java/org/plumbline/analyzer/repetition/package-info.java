/** Tests. */
@NullMarked
package org.plumbline.analyzer.repetition;

import org.jspecify.annotations.NullMarked;
