@NullMarked
package org.plumbline.analyzer.protocol;

import org.jspecify.annotations.NullMarked;
