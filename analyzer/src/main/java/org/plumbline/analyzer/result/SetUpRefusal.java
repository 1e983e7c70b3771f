package org.plumbline.analyzer.result;

/** Why a sensor learned nothing from a step of the set-up. */
public enum SetUpRefusal {
  /** It showed nothing that can be used: it is silent, or its numbers are not believed. */
  NOTHING_SEEN("nothing-seen"),
  /** It was put right in the middle of the movement. */
  REPAIRED("repaired"),
  /** Nobody stood still, or what it showed is no clear movement. */
  UNCLEAR("unclear");

  private final String id;

  SetUpRefusal(String id) {
    this.id = id;
  }

  /** For texts and programs. */
  public String id() {
    return id;
  }
}
