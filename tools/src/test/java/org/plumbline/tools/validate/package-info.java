/** Tests of org.plumbline.tools.validate. */
@NullMarked
package org.plumbline.tools.validate;

import org.jspecify.annotations.NullMarked;
