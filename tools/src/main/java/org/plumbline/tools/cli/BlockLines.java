package org.plumbline.tools.cli;

import java.io.PrintWriter;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.result.ProtocolResult;
import org.plumbline.analyzer.result.ProtocolResult.BlockComparison;
import org.plumbline.analyzer.result.ProtocolResult.ComparedMetric;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;

/** Blocks of a protocol side by side, for a terminal. */
final class BlockLines {
  private final PrintWriter out;

  BlockLines(PrintWriter out) {
    this.out = out;
  }

  void print(ProtocolResult protocol) {
    for (BlockComparison comparison : protocol.comparisons()) {
      out.println();
      out.println(Texts.get("cli.protocol.compared", comparison.first(), comparison.second()));
      if (comparison.metrics().isEmpty()) {
        out.println("  " + Texts.get("cli.protocol.compared.none"));
        continue;
      }
      comparison.metrics().forEach(this::print);
      out.println("  " + Texts.get("cli.chance"));
    }
  }

  private void print(ComparedMetric metric) {
    String unit = Names.unitBehind(metric.unit());
    int decimals = VerdictWords.decimals(metric.unit());
    out.println("  " + Names.withSide(Names.metric(metric.name()), metric.side()));
    String change = difference(metric.difference(), decimals, unit);
    out.println(
        "    "
            + Texts.get(
                "cli.protocol.levels",
                level(metric.first(), decimals, unit),
                level(metric.second(), decimals, unit),
                change));
  }

  static String level(RobustLevel level, int decimals, String unit) {
    return Texts.get(
        "cli.level",
        Texts.number(level.median(), decimals),
        unit,
        Texts.number(level.spread(), decimals),
        level.count());
  }

  /** {@code "change +3.1 ± 0.7°"}, or that there is none beyond the error. */
  static String difference(RobustLevel.Difference difference, int decimals, String unit) {
    String change = Texts.number(difference.change(), decimals);
    return Texts.get(
        difference.isBeyondError() ? "cli.change" : "cli.no-change",
        change.startsWith("-") ? change : "+" + change,
        Texts.number(difference.error(), decimals),
        unit);
  }
}
