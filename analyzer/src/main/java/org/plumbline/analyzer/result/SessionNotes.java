package org.plumbline.analyzer.result;

/** Takes what the result says beside its figures. */
@FunctionalInterface
public interface SessionNotes {

  /** A sentence of the text bundle, without {@code note.} in front of its key. */
  void add(String key, Object... arguments);
}
