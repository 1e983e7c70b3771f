/** Tests of the wire formats. */
@NullMarked
package org.plumbline.device.protocol;

import org.jspecify.annotations.NullMarked;
