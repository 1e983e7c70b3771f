@NullMarked
package org.plumbline.analyzer.comparison;

import org.jspecify.annotations.NullMarked;
