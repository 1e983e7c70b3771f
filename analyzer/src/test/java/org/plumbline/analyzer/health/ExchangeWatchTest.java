package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.health.ExchangeWatch.Held;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** Expected from how segments move in squats and bridges on two legs; all in deg. */
class ExchangeWatchTest {
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);
  private static final OnSegment TRUNK = new OnSegment(Segment.TRUNK, Side.MIDLINE);
  private static final OnSegment RIGHT_THIGH = new OnSegment(Segment.THIGH, Side.RIGHT);
  private static final OnSegment RIGHT_SHANK = new OnSegment(Segment.SHANK, Side.RIGHT);
  private static final OnSegment LEFT_THIGH = new OnSegment(Segment.THIGH, Side.LEFT);
  private static final OnSegment LEFT_SHANK = new OnSegment(Segment.SHANK, Side.LEFT);

  private final ExchangeWatch watch = new ExchangeWatch();

  /** Furthest of each sensor in a repetition. */
  private final Map<OnSegment, Double> squat = new LinkedHashMap<>();

  ExchangeWatchTest() {
    squat.put(PELVIS, 35.0);
    squat.put(TRUNK, 38.0);
    squat.put(RIGHT_THIGH, 80.0);
    squat.put(LEFT_THIGH, 82.0);
    squat.put(RIGHT_SHANK, 30.0);
    squat.put(LEFT_SHANK, 28.0);
  }

  @Test
  void whatMovesLikeTheOtherThighIsTheThigh() {
    exchange(PELVIS, RIGHT_THIGH);
    squats(1);
    assertThat(watch.suspect(PELVIS)).isTrue();
    assertThat(watch.finding(PELVIS)).as("once may be a posture").isEmpty();
    squats(1);
    assertThat(watch.finding(PELVIS))
        .get()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(HealthFinding.Code.SEGMENTS_SWAPPED);
              assertThat(one.text()).contains("pelvis").contains("right thigh");
            });
    assertThat(watch.finding(RIGHT_THIGH)).isPresent();
    assertThat(watch.finding(LEFT_THIGH)).isEmpty();
    assertThat(watch.finding(TRUNK)).isEmpty();
  }

  @Test
  void thighAndShankOfALegAreToldByTheOtherOne() {
    exchange(LEFT_THIGH, LEFT_SHANK);
    squats(2);
    assertThat(watch.finding(LEFT_THIGH)).isPresent();
    assertThat(watch.finding(LEFT_SHANK)).isPresent();
    assertThat(watch.finding(RIGHT_THIGH)).isEmpty();
    assertThat(watch.finding(PELVIS)).isEmpty();
  }

  @Test
  void squatsAreClean() {
    squats(5);
    assertNobody();
  }

  @Test
  void aLegThatIsSparedIsNoExchange() {
    squat.put(RIGHT_THIGH, 60.0);
    squat.put(RIGHT_SHANK, 22.0);
    squats(5);
    assertNobody();
  }

  /** The lifted leg, pelvis and trunk turn together about the hip of the one that stands. */
  @Test
  void whoBowsOnOneLegHasNothingExchanged() {
    squat.put(PELVIS, 78.0);
    squat.put(TRUNK, 80.0);
    squat.put(LEFT_THIGH, 12.0);
    squat.put(RIGHT_SHANK, 80.0);
    squat.put(LEFT_SHANK, 8.0);
    squats(5);
    assertNobody();
  }

  @Test
  void pelvisAndShankLeanAlikeInASquat() {
    exchange(PELVIS, RIGHT_SHANK);
    squats(5);
    assertNobody();
  }

  @Test
  void whatNoLongerMovesSoIsTakenBack() {
    exchange(PELVIS, RIGHT_THIGH);
    squats(2);
    exchange(PELVIS, RIGHT_THIGH);
    squats(2);
    assertNobody();
  }

  @Test
  void whoLiesWithBentKneesHasThePelvisBetweenThighAndShank() {
    Map<OnSegment, Double> lies = lying();
    bridges(2, lies);
    assertNobody();
    Double pelvis = lies.get(PELVIS);
    lies.put(PELVIS, lies.get(RIGHT_SHANK));
    lies.put(RIGHT_SHANK, pelvis);
    bridges(2, lies);
    assertThat(watch.finding(PELVIS)).isPresent();
    assertThat(watch.finding(RIGHT_SHANK)).isPresent();
    assertThat(watch.finding(LEFT_SHANK)).isEmpty();
  }

  /** A first pose that was none of standing: the angles of no body. */
  @Test
  void whatWouldNotBeABodyEitherIsNoExchange() {
    Map<OnSegment, Double> lies = lying();
    lies.put(RIGHT_THIGH, 92.0);
    bridges(5, lies);
    assertNobody();
  }

  @Test
  void noAnkleTakesAShankSoFarInASquat() {
    squat.keySet().retainAll(java.util.List.of(PELVIS, RIGHT_THIGH, RIGHT_SHANK));
    squats(2);
    assertNobody();
    exchange(RIGHT_THIGH, RIGHT_SHANK);
    squats(2);
    assertThat(watch.finding(RIGHT_THIGH)).isPresent();
    assertThat(watch.finding(RIGHT_SHANK)).isPresent();
  }

  @Test
  void ofOneLegAShallowSquatTellsNothing() {
    squat.keySet().retainAll(java.util.List.of(RIGHT_THIGH, RIGHT_SHANK));
    squat.put(RIGHT_THIGH, 28.0);
    squat.put(RIGHT_SHANK, 45.0);
    squats(5);
    assertNobody();
  }

  private static Map<OnSegment, Double> lying() {
    Map<OnSegment, Double> lies = new LinkedHashMap<>();
    lies.put(PELVIS, 92.0);
    lies.put(TRUNK, 90.0);
    lies.put(RIGHT_THIGH, 133.0);
    lies.put(LEFT_THIGH, 130.0);
    lies.put(RIGHT_SHANK, 44.0);
    lies.put(LEFT_SHANK, 41.0);
    return lies;
  }

  private void exchange(OnSegment one, OnSegment other) {
    double first = squat.getOrDefault(one, Double.NaN);
    squat.put(one, squat.getOrDefault(other, Double.NaN));
    squat.put(other, first);
  }

  private void squats(int times) {
    Map<OnSegment, double[]> ways = new LinkedHashMap<>();
    squat.forEach((placement, far) -> ways.put(placement, way(0, far)));
    for (int i = 0; i < times; i++) {
      watch.repetition(Held.UPRIGHT, ways, ways);
    }
  }

  /** All turn by 25 deg when the hips rise; how they lie is what differs. */
  private void bridges(int times, Map<OnSegment, Double> lies) {
    Map<OnSegment, double[]> ways = new LinkedHashMap<>();
    Map<OnSegment, double[]> fromStart = new LinkedHashMap<>();
    lies.forEach(
        (placement, deg) -> {
          ways.put(placement, way(deg, placement.segment() == Segment.THIGH ? -25 : 25));
          fromStart.put(placement, way(0, 25));
        });
    for (int i = 0; i < times; i++) {
      watch.repetition(Held.SUPINE, fromStart, ways);
    }
  }

  private static double[] way(double from, double far) {
    double[] way = new double[11];
    for (int i = 0; i < way.length; i++) {
      way[i] = Math.toRadians(from + far * Math.sin(Math.PI * i / 10));
    }
    return way;
  }

  private void assertNobody() {
    for (OnSegment placement : lying().keySet()) {
      assertThat(watch.finding(placement)).as(placement.id()).isEmpty();
    }
  }
}
