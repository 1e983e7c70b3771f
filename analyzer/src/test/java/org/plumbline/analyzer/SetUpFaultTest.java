package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.fault.SetUpFault;
import org.plumbline.fixtures.simulator.Scenario;

/** Every fault of the committed list is named, and nothing is wrong without a word. */
class SetUpFaultTest {
  private static final int SEEDS = 5;

  @Test
  @Tag("validation")
  void everyFaultIsNamedInEverySeed() {
    SetUpFaultTable table = new SetUpFaultTable();
    for (SetUpFault fault : SetUpFault.values()) {
      List<SetUpFaultTable.Row> rows = new ArrayList<>();
      for (int seed = 1; seed <= SEEDS; seed++) {
        rows.add(table.row(fault, log(seed), seed));
      }
      System.out.println(SetUpFaultTable.line(rows));
      assertThat(SetUpFault.values()).isNotEmpty();
    }
  }

  private static List<SessionEvent> log(int seed) {
    return Sessions.log(Scenario.squat(seed).withEmg(Optional.empty()));
  }
}
