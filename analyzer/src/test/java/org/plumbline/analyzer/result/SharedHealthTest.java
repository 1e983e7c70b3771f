package org.plumbline.analyzer.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;

class SharedHealthTest {

  private static StreamSummary stream(int id, String placement, Health... health) {
    return new StreamSummary(id, placement, 100, 1000, 0, false, List.of(health));
  }

  @Test
  void timeThatIsWrongForAllIsSaidOnceAndTheRestForEachSensor() {
    Health clock = new Health("clock-factor", "Time runs wrong.");
    Health loss = new Health("packet-loss", "Samples are missing.");
    List<SharedHealth> said =
        SharedHealth.of(
            List.of(
                stream(1, "pelvis", clock, loss),
                stream(2, "right-thigh", loss),
                stream(3, "left-thigh", clock)));
    assertThat(said)
        .containsExactly(
            new SharedHealth(List.of("pelvis", "left-thigh"), clock),
            new SharedHealth(List.of("pelvis"), loss),
            new SharedHealth(List.of("right-thigh"), loss));
  }
}
