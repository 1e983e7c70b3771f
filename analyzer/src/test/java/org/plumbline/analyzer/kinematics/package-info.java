/** Tests. */
@NullMarked
package org.plumbline.analyzer.kinematics;

import org.jspecify.annotations.NullMarked;
