/** The shape of the program as rules that a build checks. */
@NullMarked
package org.plumbline.architecture;

import org.jspecify.annotations.NullMarked;
