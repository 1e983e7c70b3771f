package org.plumbline.tools.validate;

import java.util.OptionalDouble;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Outcome;

/**
 * What became of one rule in one simulated repetition on one side.
 *
 * @param rule id
 * @param metric the piece of evidence; empty for the rule with all of its evidence
 * @param errorsBeyond true value beyond the limit in the bad direction, in stated errors; empty
 *     where nothing was stated
 * @param within whether the truth lies within the stated 95 % error; false where nothing was stated
 */
record RuleSample(
    String rule,
    String metric,
    Basis basis,
    Outcome outcome,
    OptionalDouble errorsBeyond,
    boolean within) {}
