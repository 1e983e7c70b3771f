/** Tests of the recording: what goes in comes out, or a sentence does. */
@NullMarked
package org.plumbline.device.recording;

import org.jspecify.annotations.NullMarked;
