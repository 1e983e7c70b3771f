package org.plumbline.analyzer.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.exercise.RuleLimits.Sides;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

class ExerciseReaderTest {

  /** The list of the design; leg lifts are done in three positions, squeezes on three sides. */
  private static final List<String> DESIGN =
      List.of(
          "glute-squeeze",
          "glute-squeeze-left",
          "glute-squeeze-right",
          "bridge",
          "single-leg-bridge",
          "marching-bridge",
          "hip-thrust",
          "squat",
          "single-leg-squat",
          "sit-to-stand",
          "hip-hinge",
          "lunge",
          "rear-leg-knee-bend",
          "clamshell",
          "leg-lift-straight",
          "leg-lift-side-lying",
          "leg-lift-prone",
          "toe-raise");

  private static final String GOOD =
      """
      id: step-up
      name: Step-up
      position: standing
      wear:
        required: [thigh]
        optional: [pelvis]
        muscles: []
      phases: {out: Up, hold: Top, back: Down}
      dosage: {sets: 3, repetitions: 10}
      counting:
        segment: thigh
        minimumExcursionDeg: 20
        maximumExcursionDeg: 120
        minimumSeconds: 0.7
        maximumSeconds: 20
        legs: moving
      directions:
        - {segment: thigh, sign: -1}
      variants:
        - {id: loaded, name: With a load, loaded: true}
      rules:
        - rule: pelvic-drop
          row: PEL-3
          metric: pelvicDrop
          bad: above
          sides: other
          absolute:
            amber: 7
            red: 12
            source: "PEL-3"
            grade: L
          own:
            kind: share
            amber: 0.9
            red: 0.8
            atLeast: 0
            source: "DEP-1"
            grade: M
      """;

  @Test
  void allExercisesOfTheDesignAreThereAndSayWhatTheyNeed() {
    ExerciseCatalog catalog = ExerciseCatalog.builtIn();
    assertThat(catalog.ids()).containsAll(DESIGN);
    for (String id : catalog.ids()) {
      Exercise exercise = catalog.get(id);
      Practice practice = exercise.practice().orElseThrow();
      assertThat(exercise.id()).isEqualTo(id);
      assertThat(practice.cues()).as(id).hasSizeGreaterThanOrEqualTo(2);
      assertThat(practice.dosage()).isEqualTo(new Practice.Dosage(3, 10));
      assertThat(ExerciseNeeds.worn(exercise)).as(id).startsWith("Needs ");
      assertThat(ExerciseNeeds.lost(exercise)).as(id).isNotEmpty();
      assertThat(Texts.has("exercise." + id)).as(id).isTrue();
    }
  }

  @Test
  void whatARuleReadsIsAmongWhatMayBeWorn() {
    for (String id : ExerciseCatalog.builtIn().ids()) {
      Exercise exercise = ExerciseCatalog.builtIn().get(id);
      Practice practice = exercise.practice().orElseThrow();
      for (RuleLimits rule : exercise.rules()) {
        KnownMetric metric = KnownMetric.find(rule.metric()).orElseThrow();
        for (Segment segment : metric.segments()) {
          assertThat(practice.required().contains(segment) || practice.optional().contains(segment))
              .as(id + " " + rule.metric() + " " + segment)
              .isTrue();
        }
        assertThat(practice.muscles()).as(id + rule.metric()).containsAll(metric.muscles());
      }
    }
  }

  @Test
  void aLegWorksAloneWhereTheExerciseSaysThatOtherSegmentsStay() {
    ExerciseCatalog catalog = ExerciseCatalog.builtIn();
    for (String id : List.of("clamshell", "leg-lift-prone", "marching-bridge")) {
      assertThat(catalog.get(id).movingAlone())
          .as(id)
          .containsExactlyInAnyOrder(Segment.THIGH, Segment.SHANK, Segment.FOOT);
    }
    assertThat(catalog.get("knee-extension").movingAlone())
        .containsExactlyInAnyOrder(Segment.SHANK, Segment.FOOT);
    for (String id : List.of("lunge", "squat", "bridge", "single-leg-squat")) {
      assertThat(catalog.get(id).movingAlone()).as(id).isEmpty();
    }
  }

  @Test
  void whatFallsAwayWithoutASensorIsWorkedOutFromTheRules() {
    List<String> lost = ExerciseNeeds.lost(ExerciseCatalog.builtIn().get("bridge"));
    assertThat(lost)
        .anyMatch(one -> one.contains("trunk") && one.contains("Pelvic tilt"))
        .anyMatch(one -> one.contains("shank") && one.contains("Knee inward"))
        .noneMatch(one -> one.contains("trunk") && one.contains("Depth"));
    // Several pieces of evidence for one rule: the thigh alone still answers.
    assertThat(ExerciseNeeds.lost(ExerciseCatalog.builtIn().get("squat")))
        .anyMatch(one -> one.contains("pelvis") && one.contains("Pelvis tucks"))
        .noneMatch(one -> one.contains("shank") && one.contains("Knee inward"))
        .noneMatch(one -> one.contains("pelvis") && one.contains("Knee inward"));
  }

  @Test
  void aGoodOneIsRead() {
    Exercise exercise = ExerciseCatalog.parse(GOOD, "step-up.yaml");
    assertThat(exercise.counting().legs()).contains(Exercise.Legs.MOVING);
    assertThat(exercise.counting().turn()).isEmpty();
    assertThat(exercise.counting().maximumExcursionDeg()).contains(120.0);
    assertThat(exercise.variant("loaded").loaded()).isTrue();
    assertThat(exercise.rules().get(0).asked().of(List.of(Side.LEFT))).containsExactly(Side.RIGHT);
    assertThat(ContextJson.MAPPER.valueToTree(exercise).path("rules")).hasSize(1);
  }

  @Test
  void whereTheTurnIsIsReadAndKeptByAContext() {
    String yaml = GOOD.replace("legs: moving", "legs: moving\n  turn: lower");
    Exercise exercise = ExerciseCatalog.parse(yaml, "x.yaml");
    assertThat(exercise.counting().turn()).contains(Exercise.TurnIs.LOWER);
    AnalysisContext context = AnalysisContext.of(exercise, List.of(), Optional.empty());
    assertThat(ContextJson.read(ContextJson.write(context)).exercise().counting().turn())
        .contains(Exercise.TurnIs.LOWER);
  }

  @Test
  void sidesFollowTheMetricWhereNothingIsSaid() {
    Exercise squat = ExerciseCatalog.builtIn().get("squat");
    for (RuleLimits rule : squat.rules()) {
      boolean midline =
          List.of("pelvic-tilt", "forward-lean", "butt-wink", "tempo", "smoothness", "asymmetry")
              .contains(rule.rule());
      assertThat(rule.asked()).as(rule.rule()).isEqualTo(midline ? Sides.MIDLINE : Sides.WORKING);
    }
    assertThat(Sides.EACH.of(List.of(Side.LEFT))).containsExactly(Side.LEFT, Side.RIGHT);
    assertThat(Sides.OTHER.of(List.of(Side.LEFT, Side.RIGHT)))
        .containsExactly(Side.LEFT, Side.RIGHT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: Step-up | name: Step-up\\ncolour: blue | line 3, column 1 | colour",
        "position: standing | position: flying | line 3, column 11 | side-lying",
        "minimumExcursionDeg: 20 | minimumExcursionDeg: far | line 12, column 24 | number",
        "minimumExcursionDeg: 20 | minimumExcursionDeg: 0 | line 11, column 3 |"
            + " minimumExcursionDeg",
        "legs: moving | turn: sideways | line 16, column 9 | higher",
        "maximumExcursionDeg: 120 | maximumExcursionDeg: 10 | line 11, column 3 | between",
        "legs: moving | otherwise: {segment: thigh, minimumExcursionDeg: 9} | line 11, column 3 |"
            + " same",
        "legs: moving | otherwise: {segment: shank, minimumExcursionDeg: -9} | line 16, column 14 |"
            + " minimumExcursionDeg",
        "legs: moving | otherwise: {segment: shank} | line 16, column 14 | minimumExcursionDeg",
        "legs: moving | legs: [moving] | line 16, column 9 | list",
        "sign: -1 | sign: 2 | line 18, column 5 | direction",
        "sign: -1 | sign: 0.5 | line 18, column 28 | whole",
        "rule: pelvic-drop | rule: pelvic-drip | line 22, column 11 | pelvic-drop",
        "metric: pelvicDrop | metric: pelvicDrip | line 24, column 13 | pelvicObliquity",
        "sides: other | sides: midline | line 26, column 12 | working",
        "red: 12 | red: 7 | line 29, column 12 | above",
        "red: 12 | red: 5 | line 29, column 12 | above",
        "bad: above | bad: below | line 29, column 12 | below",
        "red: 0.8 | red: 0.95 | line 35, column 12 | smaller",
        "kind: share | kind: difference | line 35, column 12 | larger",
        "atLeast: 0 | atLeast: -1 | line 36, column 16 | below 0",
        "grade: L | grade: A | line 31, column 14 | H, M, L",
        "loaded: true | loaded: yes | line 20, column 45 | true or false",
        "id: step-up | id: Step Up | line 1, column 5 | lower-case",
        "required: [thigh] | required: [pelvis] | line 5, column 3 | counts",
        "id: step-up | id: step-up\\nid: step-up | line 2, column 1 | twice",
        "name: Step-up | name: *id | line 2, column 7 | anchors",
        "sets: 3 | sets: 0 | line 9, column 9 | sets",
        "amber: 7 | amber: 7e3 | line 28, column 14 | number",
        "minimumSeconds: 0.7 | minimumSeconds: 0 | line 14, column 19 | longer than 0 s",
        "minimumSeconds: 0.7 | minimumSeconds: 30 | line 15, column 19 | more than minimumSeconds",
        "maximumSeconds: 20 | maximumSeconds: 121 | line 15, column 19 | at most 120",
        "row: PEL-3 | row: PEL-6 | line 23, column 10 | VAL-3",
      })
  void whatIsWrongIsSaidWithItsLineAndColumn(
      String was, String becomes, String place, String about) {
    assertThat(GOOD).contains(was);
    String yaml = GOOD.replace(was, becomes.replace("\\n", "\n"));
    assertThatThrownBy(() -> ExerciseCatalog.parse(yaml, "my/step-up.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("my/step-up.yaml, " + place)
        .hasMessageContaining(about);
  }

  /**
   * What the table of docs/exercises.md says of each: with the other sign the sensor would be taken
   * to be turned about, and the metric would be of a movement that nobody did.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thighBeyondPelvicLean | above | {segment: pelvis, sign: 1} | 29 | -1",
        "thighBeyondPelvicLean | above | {segment: thigh, sign: -1} | 28 | 1",
        "pelvicLeanOnTheWay | below | {segment: pelvis, sign: 1} | 29 | -1",
        "pelvicTilt | below | {segment: pelvis, sign: 1} | 29 | -1",
        "trunkForwardLeanChange | below | {segment: trunk, sign: 1} | 28 | -1",
      })
  void aDirectionThatTheMetricContradictsIsRefused(
      String metric, String bad, String direction, int column, String needed) {
    String yaml = reading(metric, bad).replace("{segment: thigh, sign: -1}", direction);
    assertThatThrownBy(() -> ExerciseCatalog.parse(yaml, "x.yaml"))
        .hasMessageContaining("x.yaml, line 18, column " + column)
        .hasMessageContaining("contradicts " + metric + ", which needs " + needed + " here");
    ExerciseCatalog.parse(yaml.replaceFirst("sign: -?1", "sign: " + needed), "x.yaml");
    ExerciseCatalog.parse(yaml.replaceFirst("sign: -?1", "sign: 0"), "x.yaml");
  }

  private static String reading(String metric, String bad) {
    boolean below = bad.equals("below");
    return GOOD.replace("metric: pelvicDrop", "metric: " + metric)
        .replace("  sides: other\n  ", "")
        .replace("bad: above", "bad: " + bad)
        .replace("red: 12", "red: " + (below ? 3 : 12));
  }

  /** A knee bends where thigh or shank turns its way; only both the other way straighten it. */
  @Test
  void aKneeThatStraightensHasNoRangeOfFlexion() {
    String both =
        reading("kneeFlexionRange", "below")
            .replace(
                "  - {segment: thigh, sign: -1}",
                "  - {segment: thigh, sign: -1}\n  - {segment: shank, sign: 1}");
    assertThatThrownBy(() -> ExerciseCatalog.parse(both, "x.yaml"))
        .hasMessageContaining("x.yaml, line 18, column 28")
        .hasMessageContaining("kneeFlexionRange");
    ExerciseCatalog.parse(both.replace("shank, sign: 1", "shank, sign: -1"), "x.yaml");
    ExerciseCatalog.parse(
        both.replace("bad: below", "bad: above").replace("red: 3", "red: 12"), "x.yaml");
  }

  @Test
  void whoSitsTurnsTheThighUpright() {
    String sitting = GOOD.replace("position: standing", "position: sitting");
    ExerciseCatalog.parse(sitting, "x.yaml");
    assertThatThrownBy(
            () -> ExerciseCatalog.parse(sitting.replace("sign: -1", "sign: 1"), "x.yaml"))
        .hasMessageContaining("x.yaml, line 18, column 28")
        .hasMessageContaining("sitting");
  }

  @ParameterizedTest
  @CsvSource({"id", "name", "position", "wear", "counting", "phases", "dosage", "rules"})
  void aMissingKeyIsNamed(String key) {
    String yaml = GOOD.replaceFirst("(?m)^" + key + ":(.*\\n(?:  .*\\n)*)", "");
    assertThat(yaml).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> ExerciseCatalog.parse(yaml, "x.yaml"))
        .hasMessageContaining("x.yaml, line ")
        .hasMessageContaining(key);
  }

  @Test
  void theSameRuleAndMetricTwiceIsRefused() {
    String rule = GOOD.substring(GOOD.indexOf("  - rule:"));
    assertThatThrownBy(() -> ExerciseCatalog.parse(GOOD + rule, "x.yaml"))
        .hasMessageContaining("line 39, column 5")
        .hasMessageContaining("twice");
    String another = rule.replace("pelvicDrop", "kneeFlexionRange").replace("other", "working");
    assertThatThrownBy(() -> ExerciseCatalog.parse(GOOD + another, "x.yaml"))
        .hasMessageContaining("other sides");
  }

  @Test
  void whatIsNoYamlOrTooDeepIsRefused() {
    for (String yaml :
        new String[] {"", "id: [", "a: b\n---\nc: d", "[".repeat(50) + "]".repeat(50)}) {
      assertThatThrownBy(() -> ExerciseCatalog.parse(yaml, "x.yaml"))
          .as(yaml)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("x.yaml, line ");
    }
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    Exercise own = ExerciseCatalog.parse(GOOD, "x.yaml");
    ExerciseCatalog more = ExerciseCatalog.builtIn().with(Map.of("x.yaml", own));
    assertThat(more.get("step-up").practice()).isNotEqualTo(Optional.empty());
    assertThatThrownBy(() -> more.with(new TreeMap<>(Map.of("a.yaml", own, "b.yaml", own))))
        .hasMessageContaining("a.yaml: ")
        .hasMessageContaining("comes with the program has the id \"step-up\"");
    assertThatThrownBy(
            () ->
                ExerciseCatalog.builtIn().with(new TreeMap<>(Map.of("a.yaml", own, "b.yaml", own))))
        .hasMessageContaining("two exercises \"step-up\": in a.yaml and in b.yaml");
  }
}
