package org.plumbline.analyzer.exercise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plumbline.analyzer.text.Texts;

/** Puts what files of the user's hold beside what comes with the program. */
final class OwnFiles {
  private OwnFiles() {}

  /**
   * Both, by id.
   *
   * @param own by the name of its file
   * @param kind part of the words' key: {@code exercise} or {@code protocol}
   * @throws IllegalArgumentException when an id is taken, naming the files
   */
  static <T> SortedMap<String, T> beside(
      Map<String, T> builtIn, Map<String, T> own, Function<T, String> id, String kind) {
    SortedMap<String, T> all = new TreeMap<>(builtIn);
    Map<String, String> files = new LinkedHashMap<>();
    own.forEach(
        (file, one) -> {
          String key = id.apply(one);
          if (builtIn.containsKey(key)) {
            throw new IllegalArgumentException(Texts.get(kind + ".taken.program", file, key));
          }
          String other = files.putIfAbsent(key, file);
          if (other != null) {
            throw new IllegalArgumentException(Texts.get(kind + ".taken", key, other, file));
          }
          all.put(key, one);
        });
    return all;
  }
}
