package org.plumbline.analyzer.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;

/** Does the same thing under default locales and time zones that like to change figures. */
final class DefaultLocales {
  private DefaultLocales() {}

  /** What {@code work} gives under each locale, by its tag. */
  static <T> Map<String, T> each(Supplier<T> work) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Map<String, T> results = new LinkedHashMap<>();
    try {
      for (String tag :
          new String[] {"en-US", "de-DE", "ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        results.put(tag, work.get());
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    return results;
  }
}
