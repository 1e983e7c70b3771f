/**
 * The commands of {@code plumbline}: words in, an exit status out.
 *
 * <p>0 is done, 1 is could not (the world's fault, one sentence on standard error), 2 is wrong
 * words; {@code validate} has its own meaning of 1 (a figure is not what was asked) and 2 (could
 * not). The only package that knows picocli; a command reads its options, wires the parts of {@link
 * org.plumbline.tools.run} and prints.
 */
@NullMarked
package org.plumbline.tools.cli;

import org.jspecify.annotations.NullMarked;
