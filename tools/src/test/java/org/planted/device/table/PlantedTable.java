package org.planted.device.table;

import org.planted.analyzer.signal.Impure;

/** Looks up from device-io to the analyzer, which closes a cycle. */
public final class PlantedTable {
  private final Impure impure = new Impure();

  /** A number. */
  public int rows() {
    return impure.hashCode();
  }
}
