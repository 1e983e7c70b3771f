package org.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.Coverage;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

class ReportHtmlTest {

  static List<SessionResult> samples() {
    return ReportJsonTest.samples();
  }

  private static String page(SessionResult result) {
    return ReportHtml.page(result, ReportJsonTest.RUN);
  }

  /** The words of a page, one space between them. */
  private static String words(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", " ")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asksNothingOfAnybodyAndRunsNothing(SessionResult sample) {
    String page = page(sample).replaceAll("xmlns(:\\w+)?='http[^']*'", "");
    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("@import")
        .doesNotContain("<link")
        .doesNotContain("<img")
        .doesNotContain("javascript:")
        .doesNotContainPattern("url\\((?!#)");
    assertThat(page).contains("default-src 'none'");
    assertThat(words(page)).contains(Texts.get("intent"));
  }

  @Test
  void theFirstThingsTellWhoWhatAndHowMany() {
    String words = words(page(SampleResults.squat()));
    assertThat(words)
        .contains("Squat S01")
        .contains("recorded 2026-11-20 14:05 UTC")
        .contains("Synthetic data")
        .contains("10 repetitions")
        .contains("1 finding ")
        .contains("29 of 30 checks could be made");
    assertThat(words.indexOf("10 repetitions")).isLessThan(words.indexOf("Set 1 in figures"));
  }

  @Test
  void aFindingShowsValueErrorLimitBasisSourceAndGrade() {
    assertThat(words(page(SampleResults.squat())))
        .contains("Knee inward (valgus), right in 4 of 9 assessable repetitions: 3–5, 8")
        .contains("Measure Knee inward of the start position, largest")
        .contains("Farthest 14.9° ± 1.4° in repetition 4 (knee flexion 60 deg)")
        .contains("Limit 8.0°, the same for everyone")
        .contains("Source VAL-1, Munro 2012, Gwynne &amp; Curran 2014")
        .contains("Grade M, confirmed for another task or derived");
  }

  @Test
  void aDepartureOfOneRepetitionIsANoteAndNoFinding() {
    assertThat(words(page(SampleResults.squat())))
        .contains("Seen, but no finding")
        .contains(
            "Pelvic tilt in repetition 7: Pelvis tilts forward, largest: 6.9° ± 0.9°, limit 5.0°");
  }

  @Test
  void whatCouldNotBeAssessedStandsWithItsRemedy() {
    assertThat(words(page(SampleResults.squat())))
        .contains("Could not be assessed")
        .contains("Knee inward (valgus), right in 1 of 10 repetitions (9):")
        .contains("Pause for 2 s between repetitions.");
  }

  @Test
  void whereNothingCouldBeAssessedThePageNeverSoundsGood() {
    String words = words(page(SampleResults.nothingAssessable()));
    assertThat(words)
        .contains("No finding could be made: no rule could answer in this set.")
        .contains("0 of 30 checks could be made")
        .contains("in all 6 repetitions:")
        .doesNotContain(Texts.get("report.noFinding"));
  }

  @Test
  void badgesAreShownExactlyWhenTheyAreTrue() {
    assertThat(words(page(SampleResults.interrupted())))
        .contains("Interrupted: the recording has no end")
        .contains("0 repetitions and 1 incomplete")
        .doesNotContain("Synthetic");
    assertThat(words(page(SampleResults.squat()))).doesNotContain("Interrupted:");
  }

  @Test
  void everySetHasItsStripAndNoTwoElementsShareAnId() {
    String page = page(SampleResults.threeSets());
    for (int set = 1; set <= 3; set++) {
      assertThat(page).contains("id='set" + set + "-strip'");
    }
    var ids = java.util.regex.Pattern.compile("\\bid=['\"]([^'\"]+)").matcher(page);
    java.util.Set<String> seen = new java.util.HashSet<>();
    while (ids.find()) {
      assertThat(seen.add(ids.group(1))).as(ids.group(1)).isTrue();
    }
    assertThat(seen).contains("mark-violated-red");
  }

  @Test
  void emptySessionsAreAPageToo() {
    assertThat(words(page(SampleResults.empty()))).contains("No set was recorded in this session.");
  }

  @Test
  void hostileTextIsShownAndNotObeyed() {
    String hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{0}";
    RepetitionResult repetition =
        new RepetitionResult(
            1,
            0,
            1,
            2,
            true,
            List.of(new Metric(hostile, Side.RIGHT, 1, 0, hostile)),
            List.of(
                new Verdict.NotAssessable(hostile, Side.LEFT, new Reason(hostile, hostile)),
                new Verdict.Assessed(
                    hostile,
                    Side.RIGHT,
                    Outcome.VIOLATED,
                    Optional.of(Severity.AMBER),
                    2,
                    1,
                    Basis.OWN,
                    0.1,
                    hostile,
                    hostile,
                    hostile,
                    hostile)),
            List.of(new Curve(hostile, Side.RIGHT, hostile, new double[Curve.POINTS])));
    SessionResult sample =
        new SessionResult(
            hostile,
            false,
            false,
            new ContextSummary(hostile, hostile, hostile, hostile),
            List.of(
                new StreamSummary(
                    1, hostile, 100, 1, 0, false, List.of(new Health(hostile, hostile)))),
            List.of(
                new SetResult(
                    1,
                    hostile,
                    hostile,
                    OptionalDouble.empty(),
                    hostile,
                    List.of(repetition),
                    List.of(new Finding(hostile, Side.RIGHT, List.of(1), hostile)))),
            List.of(new Coverage(hostile, 1)),
            List.of(hostile),
            List.of());
    assertThat(page(sample))
        .doesNotContain("<script")
        .doesNotContain("<img")
        .contains("&lt;script&gt;");
  }

  @Test
  void theWordsAndFiguresAreTheSameInEveryLocaleAndTimeZone() {
    SessionResult sample = SampleResults.bridge();
    String expected = words(page(sample));
    for (Map.Entry<String, String> there :
        DefaultLocales.each(() -> words(page(sample))).entrySet()) {
      assertThat(there.getValue()).as(there.getKey()).isEqualTo(expected);
    }
  }

  @Test
  void neighbouringRepetitionsAreJoined() {
    assertThat(Shown.indices(List.of(3, 4, 5, 8))).isEqualTo("3–5, 8");
    assertThat(Shown.indices(List.of(9, 1, 2))).isEqualTo("1, 2, 9");
    assertThat(Shown.indices(List.of())).isEmpty();
  }

  @Test
  void aShareIsNeverRoundedIntoAllOrNothing() {
    assertThat(Shown.share(0.996)).isEqualTo("> 99 %");
    assertThat(Shown.share(0.004)).isEqualTo("< 1 %");
    assertThat(Shown.share(1)).isEqualTo("100 %");
    assertThat(Shown.share(0)).isEqualTo("0 %");
  }
}
