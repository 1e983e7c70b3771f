package org.plumbline.analyzer.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.comparison.Comparison.Change;
import org.plumbline.analyzer.text.Texts;

/** What two trees have differently, as short as it can be said. */
final class Differences {
  private Differences() {}

  /** In the order of the first tree; what only the second has comes last. */
  static List<Change> of(Map<String, String> before, Map<String, String> after) {
    Set<String> ancestorsBefore = ancestors(before);
    Set<String> ancestorsAfter = ancestors(after);
    List<Change> changes = new ArrayList<>();
    Map<String, List<String>> gone = new LinkedHashMap<>();
    Map<String, List<String>> added = new LinkedHashMap<>();
    Comparison.differing(
        before,
        after,
        (path, then, now) -> {
          if (now.isEmpty()) {
            collect(gone, part(path, ancestorsAfter), path);
          } else if (then.isEmpty()) {
            collect(added, part(path, ancestorsBefore), path);
          } else {
            changes.add(new Change(path, then, now));
          }
        });
    gone.forEach(
        (part, paths) ->
            changes.add(
                new Change(part, Optional.of(words(part, paths, before)), Optional.empty())));
    added.forEach(
        (part, paths) ->
            changes.add(
                new Change(part, Optional.empty(), Optional.of(words(part, paths, after)))));
    return changes;
  }

  private static void collect(Map<String, List<String>> parts, String part, String path) {
    parts.computeIfAbsent(part, key -> new ArrayList<>()).add(path);
  }

  /** The paths of all parts that hold a value. */
  private static Set<String> ancestors(Map<String, String> values) {
    Set<String> ancestors = new HashSet<>();
    for (String path : values.keySet()) {
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        ancestors.add(path.substring(0, at));
      }
    }
    return ancestors;
  }

  /** The largest part with this value that the other tree does not have. */
  private static String part(String path, Set<String> others) {
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (!others.contains(path.substring(0, at))) {
        return path.substring(0, at);
      }
    }
    return path;
  }

  /** A value as it is; of a part how large it is, and where it comes from if it says so. */
  private static String words(String part, List<String> paths, Map<String, String> values) {
    if (paths.size() == 1) {
      return values.getOrDefault(paths.get(0), "");
    }
    String origin = values.getOrDefault(part + "/origin", "");
    return Texts.get("compare.part", paths.size()) + (origin.isEmpty() ? "" : " " + origin);
  }
}
