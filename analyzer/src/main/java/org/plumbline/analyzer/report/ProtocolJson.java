package org.plumbline.analyzer.report;

import org.plumbline.analyzer.protocol.Protocol.Block;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.result.ProtocolResult;
import org.plumbline.analyzer.result.ProtocolResult.BlockComparison;
import org.plumbline.analyzer.result.ProtocolResult.ComparedMetric;
import org.plumbline.analyzer.result.SetPlace;

/** What a report says of a protocol. */
final class ProtocolJson {
  private ProtocolJson() {}

  /** Where the protocol has a set. */
  static void write(JsonText json, SetPlace place) {
    Block block = place.planned().block();
    json.key("planned").open('{').key("block").string(block.id());
    json.key("name").string(block.name());
    json.key("set").number(place.planned().set());
    json.key("of").number(block.sets());
    json.key("repetitions").number(block.repetitions());
    json.key("restSeconds").number(block.restSeconds(), "s");
    json.key("feedback").string(block.feedback().kind().id());
    json.key("told").open('[');
    place.told().forEach(repetition -> json.number(repetition));
    json.close(']').close('}');
  }

  /** What became of the planned sets. */
  static void write(JsonText json, ProtocolResult protocol) {
    json.newLine().key("protocol").open('{').key("id").string(protocol.id());
    json.key("name").string(protocol.name());
    json.key("comparisons").open('[');
    for (BlockComparison comparison : protocol.comparisons()) {
      json.newLine().open('{').key("first").string(comparison.first());
      json.key("second").string(comparison.second());
      json.key("metrics").open('[');
      comparison.metrics().forEach(metric -> metric(json, metric));
      json.close(']').close('}');
    }
    json.close(']').close('}');
  }

  private static void metric(JsonText json, ComparedMetric metric) {
    json.newLine().open('{').key("metric").string(metric.name());
    json.key("side").string(metric.side().id());
    level(json, "first", metric.first(), metric.unit());
    level(json, "second", metric.second(), metric.unit());
    json.key("difference").number(metric.difference().change(), metric.unit());
    json.key("error").number(metric.difference().error(), metric.unit());
    json.key("beyondError").bool(metric.difference().isBeyondError());
    json.key("unit").string(metric.unit()).close('}');
  }

  private static void level(JsonText json, String key, RobustLevel level, String unit) {
    write(json.key(key), level, unit);
  }

  /** A level. */
  static void write(JsonText json, RobustLevel level, String unit) {
    json.open('{').key("median").number(level.median(), unit);
    json.key("spread").number(level.spread(), unit);
    json.key("repetitions").number(level.count()).close('}');
  }
}
