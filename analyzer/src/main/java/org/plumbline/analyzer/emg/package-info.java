/**
 * From electrode voltage to muscle levels: band-pass, envelope, normalisation, and what is known
 * about the quality of the signal. Pure.
 */
@NullMarked
package org.plumbline.analyzer.emg;

import org.jspecify.annotations.NullMarked;
