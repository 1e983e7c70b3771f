package org.plumbline.tools.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How fast time goes by: a number or {@code max}. */
record Speed(double times) {
  static final Speed REAL_TIME = new Speed(1);

  Speed {
    if (!(times > 0)) {
      throw new IllegalArgumentException("speed " + times + " is not above 0");
    }
  }

  /** From the words of a command line. */
  static final class Converter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String text) {
      if (text.equals("max")) {
        return new Speed(Double.POSITIVE_INFINITY);
      }
      try {
        double times = Double.parseDouble(text);
        if (times >= 0.05 && times <= 100) {
          return new Speed(times);
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException("\"" + text + "\" is neither a number nor max");
      }
      throw new TypeConversionException("speed " + text + " is not in 0.05..100 nor max");
    }
  }
}
