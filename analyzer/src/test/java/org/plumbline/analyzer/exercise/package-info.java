/** Tests. */
@NullMarked
package org.plumbline.analyzer.exercise;

import org.jspecify.annotations.NullMarked;
