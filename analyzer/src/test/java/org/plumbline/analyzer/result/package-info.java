@NullMarked
package org.plumbline.analyzer.result;

import org.jspecify.annotations.NullMarked;
