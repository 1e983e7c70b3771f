package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * Turns verdicts of a set into findings: a departure in {@value #NEEDED} of the last {@value
 * #WINDOW} assessable repetitions, per rule and side. A single one stays a note.
 */
public final class FindingTracker {
  static final int NEEDED = 3;
  static final int WINDOW = 5;

  private record Key(String rule, Side side) {}

  private static final class History {
    final List<Boolean> violated = new ArrayList<>();
    final List<Integer> departures = new ArrayList<>();
    Optional<Verdict.Assessed> last = Optional.empty();
    int assessable;
    boolean found;
  }

  private final Map<Key, History> histories = new LinkedHashMap<>();

  /**
   * Takes a verdict; repetitions in ascending order.
   *
   * @return the finding when this verdict raised it for the first time
   */
  public Optional<Finding> add(int repetition, Verdict verdict) {
    if (!(verdict instanceof Verdict.Assessed assessed)) {
      return Optional.empty();
    }
    Key key = new Key(verdict.rule(), verdict.side());
    History history = histories.computeIfAbsent(key, k -> new History());
    boolean violated = verdict.outcome() == Outcome.VIOLATED;
    history.assessable++;
    history.violated.add(violated);
    if (history.violated.size() > WINDOW) {
      history.violated.remove(0);
    }
    if (violated) {
      history.departures.add(repetition);
      history.last = Optional.of(assessed);
    }
    long recent = history.violated.stream().filter(v -> v).count();
    if (history.found || recent < NEEDED) {
      return Optional.empty();
    }
    history.found = true;
    return Optional.of(finding(key, history));
  }

  /** All findings of the set so far, in the order of the rules. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    histories.forEach(
        (key, history) -> {
          if (history.found) {
            findings.add(finding(key, history));
          }
        });
    return findings;
  }

  private static Finding finding(Key key, History history) {
    Verdict.Assessed evidence = history.last.orElseThrow();
    String text =
        Texts.get(
            "finding.text",
            Texts.get("rule." + key.rule()),
            key.side() == Side.MIDLINE ? "" : ", " + Texts.get("side." + key.side().id()) + ",",
            history.departures.size(),
            history.assessable,
            Texts.number(evidence.value(), decimals(evidence)),
            Texts.number(evidence.error(), decimals(evidence)),
            Names.unitBehind(evidence.unit()),
            Texts.number(evidence.limit(), decimals(evidence)),
            Texts.get("basis." + evidence.basis().id()),
            evidence.grade(),
            evidence.metric().isEmpty() ? "" : Names.metric(evidence.metric()) + ": ");
    String caveat = evidence.caveat().text();
    return new Finding(
        key.rule(),
        key.side(),
        history.departures,
        caveat.isEmpty() ? text : Texts.get("finding.caveat", text, caveat));
  }

  private static int decimals(Verdict.Assessed evidence) {
    if (evidence.unit().startsWith("%")) {
      return 0;
    }
    return evidence.unit().equals("deg") ? 1 : 2;
  }
}
