/** Tests of the table source: small files written by the test, so that the truth is known. */
@NullMarked
package org.plumbline.device.table;

import org.jspecify.annotations.NullMarked;
