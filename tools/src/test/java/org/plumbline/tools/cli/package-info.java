/** Tests of org.plumbline.tools.cli. */
@NullMarked
package org.plumbline.tools.cli;

import org.jspecify.annotations.NullMarked;
