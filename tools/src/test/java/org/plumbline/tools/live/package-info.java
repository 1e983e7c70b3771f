/** Tests of the live window. */
@NullMarked
package org.plumbline.tools.live;

import org.jspecify.annotations.NullMarked;
