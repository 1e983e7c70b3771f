/** Tests of org.plumbline.tools.run. */
@NullMarked
package org.plumbline.tools.run;

import org.jspecify.annotations.NullMarked;
