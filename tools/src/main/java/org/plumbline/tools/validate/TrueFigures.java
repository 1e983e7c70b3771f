package org.plumbline.tools.validate;

import java.util.OptionalDouble;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** A simulated repetition and what the metrics of the analyzer should be in it. */
interface TrueFigures {

  /** When it was. */
  TrueRepetition repetition();

  /** What a metric should be, in its unit; empty for those whose truth is not told. */
  OptionalDouble of(String name, Side side);
}
