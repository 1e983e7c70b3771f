/** Placeholder. */
@NullMarked
package org.plumbline.tools;

import org.jspecify.annotations.NullMarked;
