/** What an analysis tells: notices and lights while it runs, the result at its end. Pure. */
@NullMarked
package org.plumbline.analyzer.result;

import org.jspecify.annotations.NullMarked;
