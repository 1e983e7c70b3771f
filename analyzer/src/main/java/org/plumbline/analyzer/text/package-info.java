/**
 * All words that a result, a chart, a report or a window shows, in one bundle, so that one test can
 * read them (promise 6 of the design).
 */
@NullMarked
package org.plumbline.analyzer.text;

import org.jspecify.annotations.NullMarked;
