/** Tests. */
@NullMarked
package org.plumbline.analyzer.quality;

import org.jspecify.annotations.NullMarked;
