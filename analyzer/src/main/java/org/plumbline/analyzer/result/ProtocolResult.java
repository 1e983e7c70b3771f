package org.plumbline.analyzer.result;

import java.util.List;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.quality.RobustLevel.Difference;
import org.plumbline.device.log.Side;

/**
 * What became of the planned sets.
 *
 * @param id of the protocol
 * @param name for people
 * @param comparisons blocks side by side
 */
public record ProtocolResult(String id, String name, List<BlockComparison> comparisons) {
  public ProtocolResult {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * Two blocks side by side.
   *
   * @param first name of the block that is compared with
   * @param second name of the other one
   * @param metrics what the rules of both read
   */
  public record BlockComparison(String first, String second, List<ComparedMetric> metrics) {
    public BlockComparison {
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * One metric in both blocks.
   *
   * @param difference second less first
   */
  public record ComparedMetric(
      String name,
      Side side,
      String unit,
      RobustLevel first,
      RobustLevel second,
      Difference difference) {}
}
